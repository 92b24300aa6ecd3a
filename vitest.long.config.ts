import { defineConfig } from 'vitest/config'

/** What takes longer than anybody waits for: `npm run test:long`. */
export default defineConfig({
  test: { setupFiles: 'test/support/leave-rooms.ts', include: ['test/**/*.long.ts'], testTimeout: 24 * 3_600_000 },
})
