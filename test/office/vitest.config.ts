import { defineConfig } from 'vitest/config'

// Checks in an office suite that the machine has to have: `npm run test:office`, no part of `npm test`.
export default defineConfig({
  test: {
    setupFiles: 'test/support/leave-rooms.ts',
    include: ['test/office/*.office.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
