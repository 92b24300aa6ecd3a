import { isOnServer } from '../config/home.ts'
import type { Config } from '../config/config.ts'
import { Trouble } from '../trouble.ts'

/** Copies of a server's database are made and put back by who keeps the server. Throws Trouble `server_backs_up`. */
export function refuseOnServer(config: Config): void {
  if (isOnServer(config)) throw new Trouble('server_backs_up', { database: config.database })
}
