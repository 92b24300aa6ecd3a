import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    isolate: false, // workers that stay: the program is read once each
    setupFiles: 'test/support/leave-rooms.ts',
    maxWorkers: '100%',
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
