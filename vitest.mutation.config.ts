import { defineConfig } from 'vitest/config'
import { rooms } from './test/mutation/rooms.ts'

/** The fast tests of one room against its mutants: `test/mutation/run.ts` says which. */
const { tests } = rooms[process.env['MUTATED_ROOM'] ?? ''] ?? { tests: ['test/**/*.test.ts'] }

export default defineConfig({ test: { include: [...tests], testTimeout: 60_000, hookTimeout: 60_000 } })
