import { defineConfig } from 'vitest/config'

/** `npm run guide:update`: the guides are made to show what is printed now, one file of tests after the other. */
export default defineConfig({
  test: {
    setupFiles: 'test/support/leave-rooms.ts',
    include: ['test/guide/guide.test.ts', 'test/guide/guide.long.ts'],
    env: { GUIDE_UPDATE: '1' },
    fileParallelism: false,
    testTimeout: 600_000,
  },
})
