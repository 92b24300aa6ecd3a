import { openStore } from '../open.ts'
import type { Schema } from '../schema.ts'
import { withoutOurs } from './address.ts'
import { connect, type Connection } from './connection.ts'
import { makeEach } from './each.ts'
import { stepOnServer } from './migrate.ts'
import { rowsOf } from './rows.ts'
import { settingsOf } from './settings.ts'

/** What a server knows of a ward, in a new file of SQLite: as it stands at one moment. Nothing where it knows nothing. */
export function copyFromServer(url: string, agency: string, to: string): void {
  const connection = connect({ url: withoutOurs(url), settings: settingsOf(url, 'read'), purpose: 'asks' })
  try {
    if (stepOnServer(connection) === 0) return
    connection.ask('begin isolation level repeatable read')
    copyTables(connection, agency, to)
    connection.ask('commit')
  } finally {
    void connection.end().catch(() => {})
  }
}

function copyTables(connection: Connection, agency: string, to: string): void {
  const opened = openStore(to)
  if (opened.is !== 'open') throw new Error(opened.is)
  const { store } = opened
  const each = makeEach(connection, () => true)
  const named = connection.ask(
    `select table_name as name from information_schema.tables
      where table_schema = current_schema() and table_name <> 'migrated' order by table_name`,
  )
  for (const { name } of rowsOf<{ name: keyof Schema }>(named)) {
    const rows = each<Schema[typeof name]>(
      `select * from "${name}" where unit = (select unit from unit where agency_code = $1)`,
      [agency],
    )
    for (const part of inParts(rows)) store.insert(name, part)
  }
  void store.close()
}

function* inParts<Row>(rows: Iterable<Row>): Iterable<Row[]> {
  let part: Row[] = []
  for (const row of rows) {
    part.push(row)
    if (part.length < 1000) continue
    yield part
    part = []
  }
  if (part.length > 0) yield part
}
