import { defineConfig } from 'vitest/config'

/** Every step of every command that writes, with every fault: `npm run test:faults`. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    setupFiles: 'test/support/leave-rooms.ts',
    include: ['test/faults/**/*.faults.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
  },
})
