import { defineConfig } from 'vitest/config'

// The package, installed as a stranger would install it; it asks the registry: `npm run test:package`, no part of `npm test`.
export default defineConfig({
  test: { include: ['test/package/*.package.ts'], testTimeout: 300_000, hookTimeout: 300_000 },
})
