import { systemCode, Trouble } from '../trouble.ts'

/** What a server, or the way to it, refused, as the operator's trouble; null where the error is none of a server's. */
export function serverTrouble(error: unknown, database: string): Trouble | null {
  const code = systemCode(error)
  const cause = error instanceof Error && 'said' in error ? String(error.said) : ''
  const options = { cause: error }
  switch (code) {
    case 'SERVER_VARIABLE':
      return new Trouble('server_variable', { name: cause }, 2, options)
    case 'SERVER_SCHEMA':
      return new Trouble('server_schema', { found: cause }, 2, options)
    case 'SERVER_DRIVER':
      return new Trouble('server_driver', { name: cause }, 3, options)
    case 'SERVER_OLD':
      return new Trouble('server_old', { database, found: cause }, 3, options)
    case 'SERVER_UNREACHABLE':
    case 'SERVER_GONE':
      return new Trouble(code === 'SERVER_GONE' ? 'server_gone' : 'server_unreachable', { database, cause }, 3, options)
    case 'SERVER_REFUSED':
    case 'SERVER_FORBIDDEN':
      return new Trouble(code === 'SERVER_REFUSED' ? 'server_refused' : 'server_forbidden', { database, cause }, 3, options) // prettier-ignore
    case 'SERVER_READ_ONLY':
      return new Trouble('database_read_only', { database }, 3, options)
    case 'SERVER_FULL':
      return new Trouble('disk_full', { path: database }, 3, options)
    case 'SERVER_BUSY':
      return new Trouble('database_busy', { database }, 3, options)
    case 'SERVER_SLOW':
      return new Trouble('server_slow', { database }, 3, options)
    default:
      return null
  }
}
