import type { Told } from '../guard.ts'
import { newestStep } from '../migrate.ts'
import type { Border, Opened } from '../open.ts'
import { connect, type Connection } from './connection.ts'
import { withoutOurs } from './address.ts'
import { migrateServer, stepOnServer } from './migrate.ts'
import { settingsOf } from './settings.ts'
import { storeOn } from './store.ts'

/** Opens the tables on a server, and makes and brings them up to date where they are to be written. Throws `SERVER_…`. */
export function openServer(url: string, mode: 'write' | 'read', at: (border: Border) => void, told: Told): Opened {
  if (mode === 'write') at({ does: 'connect' })
  const address = {
    url: withoutOurs(url),
    settings: settingsOf(url, mode),
    purpose: mode === 'write' ? 'works' : 'asks',
  }
  const connection = connect(address)
  const refuse = (opened: Opened): Opened => {
    void connection.end()
    return opened
  }
  try {
    refuseOld(connection)
    const known = newestStep()
    const found = mode === 'write' ? migrateServer(connection, url, at) : stepOnServer(connection)
    if (found > known) return refuse({ is: 'newer', found, known })
    if (mode === 'read' && found < known) return refuse({ is: found === 0 ? 'none' : 'older' })
    return { is: 'open', store: storeOn(connection, mode === 'write' ? at : () => {}, told) }
  } catch (error) {
    void connection.end()
    throw error
  }
}

const OLDEST = 140_000 // version 14

function refuseOld(connection: Connection): void {
  const version = Number(connection.ask('show server_version_num').rows[0]![0])
  if (version >= OLDEST) return
  const said = String(Math.floor(version / 10_000))
  throw Object.assign(new Error(said), { code: 'SERVER_OLD', said })
}
