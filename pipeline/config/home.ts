import { dirname, join } from 'node:path'
import { isServer } from '../../sql/postgres/address.ts'
import type { Config } from './config.ts'

type Placed = Pick<Config, 'database' | 'file'>

/** Whether the database is on a server: then it is no file, and its copies are the business of who keeps the server. */
export function isOnServer({ database }: Pick<Config, 'database'>): boolean {
  return isServer(database)
}

/** Where a ward keeps what belongs to its database: beside it, or beside the configuration in `var` where it is on a server. */
export function homeOf({ database, file }: Placed): string {
  return isServer(database) ? join(dirname(file), 'var') : dirname(database)
}
