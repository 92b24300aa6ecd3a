import { defineConfig } from 'vitest/config'

// Documents in the machine's own LibreOffice: `npm run test:office`, no part of `npm test`.
export default defineConfig({ test: { include: ['test/office/*.office.ts'], testTimeout: 120_000 } })
