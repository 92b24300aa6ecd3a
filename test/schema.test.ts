import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { beforeAll, expect, test } from 'vitest'
import { bookRow, portalRow } from './support/dossiers.ts'
import { exportOf, preamble } from './support/make-export.ts'
import { discrepanciesIn } from './support/truth.ts'
import { copyOf, openWard } from './support/ward.ts'

const ward = openWard()
const schema = ['schema.ts', 'schema-files.ts', 'schema-links.ts', 'schema-settings.ts', 'schema-decided.ts']
let tables: readonly Table[] = []

type Table = {
  readonly name: string
  readonly sql: string
  readonly columns: readonly string[]
  readonly key: readonly string[]
}

beforeAll(async () => {
  await ward.nightly('2026-02-13')
  tables = tablesOf(ward.database)
})

test('the types name every table and column of the migrated database with its type, and no other', () => {
  expect(
    typesIn(schema.map((name) => readFileSync(join(import.meta.dirname, '../sql', name), 'utf8')).join('')),
  ).toEqual(Object.fromEntries(tables.map(({ name, columns }) => [name, columns.toSorted()])))
})

test('every key begins with the unit, and no column is outside STRICT', () => {
  expect(tables.length).toBeGreaterThan(15)
  expect(tables.filter(({ key }) => key[0] !== 'unit').map(({ name }) => name)).toEqual([])
  expect(tables.filter(({ sql }) => !/\)\s*strict\b/i.test(sql)).map(({ name }) => name)).toEqual([])
})

test('no trigger or view does something that the stages do not say', () => {
  const db = new Sqlite(ward.database, { readonly: true })
  const others = db.prepare(`select name from sqlite_schema where type in ('trigger', 'view')`).all()
  db.close()
  expect(others).toEqual([])
})

test('an index other than a key begins with the unit', () => {
  const db = new Sqlite(ward.database, { readonly: true })
  const indexes = db
    .prepare<[], { sql: string }>(`select sql from sqlite_schema where type = 'index' and sql is not null`)
    .all()
  db.close()
  expect(indexes.map(({ sql }) => sql).filter((sql) => !/\(unit\b/.test(sql))).toEqual([])
})

test('a database of an earlier program is asked nothing until a night has brought it up to date', async () => {
  const older = openWard()
  mkdirSync(dirname(older.database))
  const db = new Sqlite(older.database)
  db.exec(readFileSync(join(import.meta.dirname, '../sql/migrations/0001-the-house.sql'), 'utf8'))
  db.pragma('user_version = 1')
  db.close()
  const { code, err } = await older.doisoat('figures')
  expect([code, err]).toEqual([3, expect.stringContaining('nightly')])
  expect((await older.nightly('2026-02-13')).code).toBe(0)
  expect((await older.doisoat('figures')).code).toBe(0)
})

test('what nights before an upgrade said is listed as far as it was kept, and nothing as seen after the day asked for', async () => {
  const nights = openWard()
  const before = [preamble('2026-01-17', '2026-02-13')]
  nights.put('portal.csv', exportOf('portal', [portalRow()], { before }))
  for (const night of ['2026-02-10', '2026-02-11', '2026-02-12']) {
    nights.put('book.csv', exportOf('book', night === '2026-02-11' ? [bookRow()] : [], { before }))
    await nights.nightly(night)
  }
  const known = await discrepanciesIn(nights, '--as-of', '2026-02-12')
  const db = new Sqlite(nights.database)
  db.exec(`drop table reconciled; drop table summarized; drop table moved; drop index export_file_of_file; drop index link_decision_of_key; drop index sighting_of_file; drop index dossier_unheard;
    drop index discrepancy_of_dossier; drop index record_that_was_matched;
    alter table dossier drop column window_from; alter table dossier drop column unheard; drop table made_with; drop table settings_change; drop table moved_discrepancy; drop table moved_figure; drop table purge; drop table purged_dossier; drop table discrepancy_version; drop table retraction; drop index record_of_export; drop index payment_of_export;
    alter table change drop column system; alter table change drop column window_from; alter table run drop column kept; pragma user_version = 4`)
  db.close()
  await nights.nightly('2026-02-12')
  expect(await discrepanciesIn(nights, '--as-of', '2026-02-12')).toEqual(known)
  const then = await discrepanciesIn(nights, '--as-of', '2026-02-11')
  expect(then.find(({ kind }) => kind === 'missing_at_centre')!.state).toBe('resolved')
  expect(then.map(({ lastSeen }) => lastSeen).filter((day) => day > '2026-02-11')).toEqual([])
})

test('a database of a newer program is left alone, exit 3', async () => {
  const newer = copyOf(ward)
  const db = new Sqlite(newer.database)
  db.pragma('user_version = 99')
  db.close()
  const { code, err } = await newer.nightly('2026-02-14')
  expect([code, err]).toEqual([3, expect.stringContaining('99')])
  const after = new Sqlite(newer.database, { readonly: true })
  expect(after.pragma('user_version', { simple: true })).toBe(99)
  expect(after.prepare('select count(*) as runs from run').get()).toEqual({ runs: 1 })
  after.close()
})

test('every reference leads to a row that is there', async () => {
  const full = openWard()
  full.putMonth('2026-02')
  await full.nightly('2026-02-13')
  const db = new Sqlite(full.database, { readonly: true })
  const dangling = references.map(([from, column, to, key]) => {
    const sql = `select count(*) as count from "${from}" as a where a."${column}" is not null
      and not exists (select 1 from "${to}" as b where b.unit = a.unit and b."${key}" = a."${column}")`
    return [from, column, db.prepare<[], { count: number }>(sql).get()!.count]
  })
  db.close()
  expect(dangling.filter(([, , count]) => count !== 0)).toEqual([])
})

const references = [
  ['sighting', 'file', 'file', 'file'],
  ['sighting', 'run', 'run', 'run'],
  ['listing', 'file', 'file', 'file'],
  ['listing', 'row_first', 'source_row', 'row'],
  ['reject', 'file', 'file', 'file'],
  ['reject', 'code', 'code', 'dossier'],
  ['source_row', 'code', 'code', 'dossier'],
  ['source_row', 'procedure', 'word', 'word'],
  ['payment_row', 'code', 'code', 'dossier'],
  ['export_file', 'export', 'export', 'export'],
  ['export_file', 'file', 'file', 'file'],
  ['record', 'dossier', 'code', 'dossier'],
  ['record', 'export', 'export', 'export'],
  ['record', 'row', 'source_row', 'row'],
  ['link', 'row', 'source_row', 'row'],
  ['link', 'export', 'export', 'export'],
  ['link', 'decision', 'link_decision', 'decision'],
  ['unmatched', 'row', 'source_row', 'row'],
  ['unmatched', 'export', 'export', 'export'],
  ['overruled', 'decision', 'link_decision', 'decision'],
  ['overruled', 'dossier', 'code', 'dossier'],
  ['link_decision', 'dossier', 'code', 'dossier'],
  ['payment', 'dossier', 'code', 'dossier'],
  ['payment', 'row', 'payment_row', 'row'],
  ['dossier', 'dossier', 'code', 'dossier'],
  ['discrepancy', 'dossier', 'code', 'dossier'],
  ['discrepancy_source', 'discrepancy', 'discrepancy', 'discrepancy'],
  ['discrepancy_source', 'file', 'file', 'file'],
  ['discrepancy_event', 'discrepancy', 'discrepancy', 'discrepancy'],
  ['discrepancy_event', 'run', 'run', 'run'],
  ['discrepancy_version', 'discrepancy', 'discrepancy', 'discrepancy'],
  ['moved_discrepancy', 'discrepancy', 'discrepancy', 'discrepancy'],
] as const

function tablesOf(database: string): Table[] {
  const db = new Sqlite(database, { readonly: true })
  const named = db
    .prepare<[], { name: string; sql: string }>(`select name, sql from sqlite_schema where type = 'table'`)
    .all()
  const columns = db.prepare<[string], { name: string; type: string; notnull: number; pk: number }>(
    'select name, type, "notnull", pk from pragma_table_info(?)',
  )
  const all = named.map(({ name, sql }) => {
    const found = columns.all(name)
    const key = found.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk)
    return { name, sql, columns: found.map(typed), key: key.map((column) => column.name) }
  })
  db.close()
  return all
}

function typed({ name, type, notnull, pk }: { name: string; type: string; notnull: number; pk: number }): string {
  return `${name}: ${type === 'INTEGER' || type === 'REAL' ? 'number' : 'string'}${notnull === 1 || pk > 0 ? '' : ' | null'}`
}

/** Reads the text of the types: `Schema`, and the rows that it names. */
function typesIn(text: string): Record<string, string[]> {
  const named = new Map(
    [...text.matchAll(/^export type (\w+) = \{([^}]*)\}/gm)].map(([, name, body]) => [name!, body!]),
  )
  const schema = /^export type Schema = \{\n([^]*?)^\}/m.exec(text)![1]!
  const rows = schema.matchAll(/readonly (\w+): (?:(\w+)$|\{([^}]*)\})/gm)
  return Object.fromEntries(
    [...rows].map(([, name, type, inline]) => [name, fieldsIn(inline ?? named.get(type!) ?? '')]),
  )
}

function fieldsIn(body: string): string[] {
  const fields = [...body.matchAll(/(\w+): ([^;\n]+)/g)]
  return fields.map(([, name, type]) => `${name}: ${plain(type!.trim())}`).toSorted()
}

/** A union of words is a text. */
function plain(type: string): string {
  const parts = type.split(' | ')
  const base = parts.every((part) => part === 'number' || part === 'null') ? 'number' : 'string'
  return parts.includes('null') ? `${base} | null` : base
}
