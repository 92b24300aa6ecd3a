import { defineConfig } from 'vitest/config'

/** Thirty times what `npm run test:long` reads of mutated exports: `npm run test:million`. */
export default defineConfig({
  test: {
    env: { FUZZ_CASES: process.env['FUZZ_CASES'] ?? '1000000' },
    include: ['test/fuzz/exports.long.ts'],
    testTimeout: 24 * 3_600_000,
  },
})
