import { defineConfig } from 'vitest/config'

// The pipeline's tests, the same files as in `npm test`, with every ward on a real server (`npm run test:postgres`).
/** About a database that is a file: its damage, its copies, its modes, its migrations one by one, and who is at it. */
const aboutFiles = [
  'test/backup.test.ts',
  'test/odd-databases.test.ts',
  'test/schema.test.ts',
  'test/doctor.test.ts',
  'test/reading-while-writing.test.ts',
  'test/personal/modes.test.ts',
]

const withoutStore = ['test/architecture.test.ts', 'test/bench.test.ts', 'test/supply.test.ts', 'test/words.test.ts']

export default defineConfig({
  test: {
    isolate: false,
    setupFiles: 'test/support/leave-rooms.ts',
    maxWorkers: '100%',
    include: [
      'test/*.test.ts',
      'test/postgres/*.server.ts',
      'test/{canary,desk,documents,hostile,notify,personal,properties,recount,rules,running}/*.test.ts',
    ],
    exclude: [...aboutFiles, ...withoutStore],
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
