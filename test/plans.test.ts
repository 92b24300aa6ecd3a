import type { Database } from 'better-sqlite3'
import { expect, test } from 'vitest'
import { question } from '../sql/ask.ts'
import { translated } from '../sql/postgres/translate.ts'
import { migrated, questionNames } from './postgres/schema.ts'

/** A line of a plan: what SQLite reads, and under which other line. */
type Line = { readonly id: number; readonly parent: number; readonly detail: string }

/** Read anew for each row, and few: what people decided one by one, and the wards of a database. */
const few = ['retraction in files-seen', 'link in link-decisions', 'ended in units-of-a-database']

test('no question reads all that a ward has of something for each row of something else', () => {
  const names = questionNames()
  expect(names.length).toBeGreaterThan(100)
  const db = migrated()
  const found = names.flatMap((name) => readAnew(planOf(db, question(name))).map((table) => `${table} in ${name}`))
  db.close()
  expect(found).toEqual(few)
})

test.each([
  [
    'across',
    'select record.row from export cross join record on record.unit = :unit where export.unit = :unit',
    ['record'],
  ],
  [
    'on the other side',
    'select record.row from export left join record on record.unit = :unit where export.unit = :unit',
    ['record'],
  ],
  [
    'above a row',
    'select later.row from export cross join record as later on later.unit = :unit and later.dossier > export.export where export.unit = :unit',
    ['later'],
  ],
  [
    'again for each row',
    'select (select max(reject.line) from reject where reject.unit = :unit and +reject.file = file.file) from file where file.unit = :unit',
    ['reject'],
  ],
  [
    'deep in what is asked again',
    'select exists (select 1 from (select distinct file, unit from reject where unit = :unit and +file = export.export) as told where told.file = 1) from export where export.unit = :unit',
    ['told'],
  ],
  [
    'once',
    'select (select count(*) from reject where reject.unit = :unit) + file.file from file where file.unit = :unit',
    [],
  ],
])('it would be seen: %s', (_, sql, wanted) => {
  const db = migrated()
  expect(readAnew(planOf(db, sql))).toEqual(wanted)
  db.close()
})

/** Plans hang on the tables and their indexes alone: nobody counts rows for SQLite (`analyze`). */
function planOf(db: Database, sql: string): Line[] {
  const given = Object.fromEntries(translated(sql).names.map((name) => [name, '[]']))
  return db.prepare<object, Line>(`explain query plan ${sql}`).all(given)
}

/**
 * Tables that are read inside a loop, or in what is asked again for each row, and are sought by nothing but the ward, or by
 * no more than an end of what is read.
 */
function readAnew(plan: readonly Line[]): string[] {
  const byId = new Map(plan.map((line) => [line.id, line]))
  const isAskedAgain = (id: number): boolean => {
    const line = byId.get(id)
    return line !== undefined && (line.detail.startsWith('CORRELATED') || isAskedAgain(line.parent))
  }
  const loops = plan.filter(({ detail }) => /^(?:SCAN|SEARCH) /.test(detail))
  return loops.flatMap(({ id, parent, detail }) => {
    const isOuter = loops.find((each) => each.parent === parent)!.id === id && !isAskedAgain(parent)
    const [, scanned] = /^SCAN (\S+)(?! VIRTUAL|\S)/.exec(detail) ?? []
    const [, sought] = /^SEARCH (\S+) .*\(unit=\?(?: AND \w+[<>]\?)?\)/.exec(detail) ?? []
    const whole = sought ?? scanned
    return isOuter || whole === undefined ? [] : [whole]
  })
}
