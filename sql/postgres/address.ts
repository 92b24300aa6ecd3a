/** Whether a database is on a server: an address, not the path of a file. */
export function isServer(database: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(database)
}

/** Where the tables are: in a schema of their own, so that the server may be shared. Throws SERVER_SCHEMA. */
export function schemaOf(url: string): string {
  const schema = /[?&]schema=([^&]*)/.exec(url)?.[1] ?? 'doisoat'
  if (/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) return schema
  throw Object.assign(new Error(schema), { code: 'SERVER_SCHEMA', said: schema })
}

/** A password that stands in the address itself: whoever reads the file would have it. A variable's name may stand there. */
export function hasPassword(url: string): boolean {
  const written = /^\w+:\/\/[^/?#@:]*:([^@/]*)@/.exec(url)?.[1] ?? ''
  const asked = /[?&]password=([^&]*)/.exec(url)?.[1] ?? ''
  return [written, asked].some((each) => each !== '' && !/^\$\{\w+\}$/.test(each))
}

/** The address as the driver takes it: the rest is ours. */
export function withoutOurs(url: string): string {
  return url.replaceAll(/([?&])(?:schema|statement_timeout|lock_timeout)=[^&]*(?:&|$)/g, '$1').replace(/[?&]$/, '')
}

/** A time in the address, in milliseconds, or the usual one. */
export function timeOf(url: string, name: 'statement_timeout' | 'lock_timeout', usual: number): number {
  const given = Number(new RegExp(`[?&]${name}=(\\d+)(?:&|$)`).exec(url)?.[1])
  return Number.isNaN(given) ? usual : given
}
