import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'

const home = join(import.meta.dirname, '../../sql')

/** Of every table its columns, its keys and its other indexes, in words that both engines share. */
export type Tables = Readonly<Record<string, { columns: string[]; key: string[]; indexes: string[] }>>

export function questionNames(): string[] {
  return readdirSync(join(home, 'questions'))
    .filter((name) => name.endsWith('.sql'))
    .map((name) => name.slice(0, -'.sql'.length))
    .toSorted()
}

/** A database of this program's tables, with nothing in them. */
export function migrated(): Database {
  const db = new Sqlite(':memory:')
  for (const name of readdirSync(join(home, 'migrations')).toSorted())
    db.exec(readFileSync(join(home, 'migrations', name), 'utf8'))
  return db
}

/** The tables that the migrations make in a file. */
export function schemaOfFile(): Tables {
  const db = migrated()
  const rows = <Row>(sql: string, ...given: unknown[]): Row[] => db.prepare<unknown[], Row>(sql).all(...given)
  const names = rows<{ name: string }>(`select name from sqlite_schema where type = 'table' order by name`)
  return Object.fromEntries(
    names.map(({ name }) => {
      const found = rows<Column>('select name, type, "notnull", pk from pragma_table_info(?)', name)
      const columns = found.map((each) => `${each.name} ${each.type.toLowerCase()}${each.notnull + each.pk > 0 ? ' not null' : ''}`) // prettier-ignore
      const key = found.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk)
      const lists = rows<{ name: string; unique: number; partial: number; origin: string }>('select name, "unique", partial, origin from pragma_index_list(?)', name) // prettier-ignore
      const indexes = lists
        .filter(({ origin }) => origin !== 'pk')
        .map((index) => {
          const parts = rows<{ name: string }>('select name from pragma_index_info(?)', index.name)
          return indexText(index.unique === 1, index.partial === 1, parts.map((part) => part.name)) // prettier-ignore
        })
      return [name, { columns: columns.toSorted(), key: key.map((each) => each.name), indexes: indexes.toSorted() }]
    }),
  )
}

type Column = { readonly name: string; readonly type: string; readonly notnull: number; readonly pk: number }

const types: Readonly<Record<string, string>> = { bigint: 'integer', text: 'text', 'double precision': 'real' }

/** The tables of the schema that a connection is in. */
export function schemaOfServer(rows: <Row>(sql: string) => Row[]): Tables {
  const columns = rows<{ table: string; name: string; type: string; collation: string | null; required: number }>(
    `select table_name as "table", column_name as name, data_type as type, collation_name as collation, is_nullable = 'NO' as required
     from information_schema.columns where table_schema = current_schema() and table_name <> 'migrated'`,
  )
  const indexes = rows<{ table: string; primary: number; unique: number; partial: number; parts: string }>(
    `select c.relname as "table", i.indisprimary as "primary", i.indisunique as "unique", i.indpred is not null as partial,
       (select string_agg(a.attname, ',' order by k.place) from unnest(i.indkey) with ordinality as k (number, place)
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number) as parts
     from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace = current_schema()::regnamespace`,
  )
  return Object.fromEntries(
    [...Map.groupBy(columns, ({ table }) => table)].map(([table, these]) => {
      const mine = indexes.filter((each) => each.table === table)
      const said = these.map((each) => {
        if (each.type === 'text' && each.collation !== 'C') return `${each.name} is not compared byte by byte`
        return `${each.name} ${types[each.type] ?? each.type}${each.required === 1 ? ' not null' : ''}`
      })
      const others = mine.filter(({ primary }) => primary === 0)
      return [
        table,
        {
          columns: said.toSorted(),
          key: mine.find(({ primary }) => primary === 1)?.parts.split(',') ?? [],
          indexes: others.map((each) => indexText(each.unique === 1, each.partial === 1, each.parts.split(','))).toSorted(), // prettier-ignore
        },
      ]
    }),
  )
}

function indexText(isUnique: boolean, isPartial: boolean, parts: readonly string[]): string {
  return `${isUnique ? 'unique ' : ''}${isPartial ? 'partial ' : ''}${parts.join()}`
}
