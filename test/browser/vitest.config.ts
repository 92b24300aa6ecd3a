import { defineConfig } from 'vitest/config'

// Checks in a browser that the machine has to have: `npm run test:browser`, no part of `npm test`.
export default defineConfig({
  test: { setupFiles: 'test/support/leave-rooms.ts', include: ['test/browser/*.browser.ts'], testTimeout: 120_000 },
})
