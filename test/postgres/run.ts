// `npm run test:postgres`: the pipeline's tests on a real server, which is started for it and thrown away. Where there is
// none it says so and fails: a run that looked at nothing must not look like one that found nothing. `--if-there`: it says
// so as loudly, and is no failure.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { serverPrograms, startServer } from './real-server.ts'

const home = join(import.meta.dirname, '../..')
const given = process.env['DOISOAT_TEST_DATABASE']
const ifThere = process.argv.includes('--if-there')

if (given === undefined && serverPrograms() === null) {
  process.stderr.write(
    [
      'NOTHING WAS TESTED: this machine has no PostgreSQL server (initdb, pg_ctl and postgres on the PATH or under',
      '/usr/lib/postgresql). Install one (Debian: apt-get install postgresql), or name a server whose database may be',
      'written to: DOISOAT_TEST_DATABASE=postgres://user@host/database npm run test:postgres\n',
    ].join('\n'),
  )
  process.exit(ifThere ? 0 : 1)
}

const server = given === undefined ? await startServer() : null
const vitest = join(home, 'node_modules/.bin/vitest')
const env = { ...process.env, DOISOAT_TEST_DATABASE: given ?? server!.url }
const run = [
  'run',
  '--config',
  'vitest.postgres.config.ts',
  ...process.argv.slice(2).filter((each) => each !== '--if-there'),
]
const { status } = spawnSync(vitest, run, { cwd: home, stdio: 'inherit', env })
server?.end()
process.exit(status ?? 1)
