import { defineConfig } from 'vitest/config'

/** Fast tests against mutants: `npm run test:mutation`; `test/mutation/rooms.ts` says which. */
export default defineConfig({ test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 } })
