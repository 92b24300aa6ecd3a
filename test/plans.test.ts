import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { expect, test } from 'vitest'

const home = join(import.meta.dirname, '../sql')

/** A line of a plan: what SQLite reads, and under which other line. */
type Line = { readonly id: number; readonly parent: number; readonly detail: string }

/** Read anew for each row of another, and yet no longer with the years: what people decided one by one. */
const byHand = ['retraction in files-seen', 'last in link-decisions-in-force', 'link in link-decisions']

test('no question reads all that a ward has of something for each row of something else', () => {
  const questions = readdirSync(join(home, 'questions')).filter((name) => name.endsWith('.sql'))
  expect(questions.length).toBeGreaterThan(100)
  const db = migrated()
  const found = questions.flatMap((name) => readAnew(planOf(db, readFileSync(join(home, 'questions', name), 'utf8'))).map((table) => `${table} in ${name.slice(0, -'.sql'.length)}`)) // prettier-ignore
  db.close()
  expect(found).toEqual(byHand)
})

test('it would be seen in a question that does', () => {
  const db = migrated()
  const across = 'select record.row from export cross join record on record.unit = :unit where export.unit = :unit'
  const within = 'select (select count(*) from reject where reject.unit = :unit) + file.file from file where file.unit = :unit' // prettier-ignore
  const correlated = within.replace('count(*)', 'max(reject.line)').replace('= :unit)', '= :unit and +reject.file = file.file)') // prettier-ignore
  expect([across, within, correlated].map((sql) => readAnew(planOf(db, sql)))).toEqual([['record'], [], ['reject']])
  db.close()
})

function migrated(): Database {
  const db = new Sqlite(':memory:')
  for (const name of readdirSync(join(home, 'migrations')).toSorted())
    db.exec(readFileSync(join(home, 'migrations', name), 'utf8'))
  return db
}

/** Plans hang on the tables and their indexes alone: nobody counts rows for SQLite (`analyze`). */
function planOf(db: Database, sql: string): Line[] {
  const names = sql.replaceAll(/--.*$/gm, '').matchAll(/(?<!:):([a-z]\w*)/g)
  const given = Object.fromEntries([...names].map(([, name]) => [name, '[]']))
  return db.prepare<object, Line>(`explain query plan ${sql}`).all(given)
}

/** Tables that stand inside a loop, or in what is asked again for each row, and are sought by nothing but the ward. */
function readAnew(plan: readonly Line[]): string[] {
  const inOnePass = new Set(plan.flatMap(({ detail }) => /^CO-ROUTINE (\S+)/.exec(detail)?.[1] ?? []))
  const isAskedAgain = (parent: number): boolean =>
    plan.some(({ id, detail }) => id === parent && detail.startsWith('CORRELATED'))
  const loops = plan.filter(({ detail }) => /^(?:SCAN|SEARCH) /.test(detail))
  return loops.flatMap(({ id, parent, detail }) => {
    const isOuter = loops.find((each) => each.parent === parent)!.id === id && !isAskedAgain(parent)
    const [, scanned] = /^SCAN (\S+)(?! VIRTUAL|\S)/.exec(detail) ?? []
    const [, sought] = /^SEARCH (\S+) .*\(unit=\?\)$/.exec(detail) ?? []
    const whole = sought ?? (scanned === undefined || inOnePass.has(scanned) ? undefined : scanned)
    return isOuter || whole === undefined ? [] : [whole]
  })
}
