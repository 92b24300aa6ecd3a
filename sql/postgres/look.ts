import { schemaOf, withoutOurs } from './address.ts'
import { connect, type Connection } from './connection.ts'
import { stepOnServer } from './migrate.ts'
import { rowsOf } from './rows.ts'
import { settingsOf } from './settings.ts'

/** What a server says of itself and of the tables on it. */
export type Looked = {
  readonly version: string // `15.18`
  readonly bytes: number
  readonly step: number // migrations that the tables have behind them; 0: there are none
  readonly agencies: readonly string[]
  readonly mayWrite: boolean
  readonly archives: boolean // its journal is kept elsewhere, as a server says that can be put back to a moment
  readonly archived: string | null // when it last was: a day and a time, UTC
  readonly failing: boolean // the last attempt failed
}

/** Throws `SERVER_…` where it cannot be reached or lets nobody in. */
export function lookAtServer(url: string): Looked {
  const connection = connect({ url: withoutOurs(url), settings: settingsOf(url, 'read'), purpose: 'looks' })
  try {
    const step = stepOnServer(connection)
    const of = `select agency_code from unit order by 1`
    const agencies = step === 0 ? [] : connection.ask(of).rows.map(([agency]) => String(agency))
    return { ...saidBy(connection, schemaOf(url)), step, agencies }
  } finally {
    void connection.end()
  }
}

type Said = Omit<Looked, 'step' | 'agencies' | 'mayWrite' | 'archives' | 'failing'> & {
  readonly mayWrite: number
  readonly archives: number
  readonly failing: number
}

function saidBy(connection: Connection, schema: string) {
  const answer = connection.ask(
    `select split_part(current_setting('server_version'), ' ', 1) as version,
      pg_database_size(current_database()) as bytes,
      coalesce((select has_schema_privilege(oid, 'create') from pg_namespace where nspname = $1),
        has_database_privilege(current_database(), 'create')) as "mayWrite",
      current_setting('archive_mode') <> 'off' as archives,
      to_char(last_archived_time at time zone 'utc', 'YYYY-MM-DD HH24:MI') as archived,
      coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false) as failing
    from pg_stat_archiver`,
    [schema],
  )
  const said = rowsOf<Said>(answer)[0]!
  return { ...said, mayWrite: said.mayWrite === 1, archives: said.archives === 1, failing: said.failing === 1 }
}
