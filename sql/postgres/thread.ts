// The thread that owns one connection to a server. The program asks and waits (sql/postgres/connection.ts): here alone is
// the driver, and here alone, as in main.ts of the program, are the environment and the name of the machine.
import { hostname } from 'node:os'
import { type MessagePort, workerData } from 'node:worker_threads'
import type { Client, QueryArrayResult } from 'pg'
import { copyRows } from './copy-rows.ts'
import type { Address, Answer, Asked } from './connection.ts'
import { type Refusal, refusalOf } from './refusal.ts'

const { signal, there } = workerData as { readonly signal: Int32Array; readonly there: MessagePort }
let client: Client | null = null

there.on('message', (asked: Asked) => {
  void answerTo(asked)
    .catch((error: unknown): Refusal => refusalOf(error, client === null))
    .then((answer) => {
      there.postMessage(answer, [])
      Atomics.store(signal, 0, 1)
      Atomics.notify(signal, 0)
    })
})

async function answerTo(asked: Asked): Promise<Answer> {
  if (asked.does === 'connect') return connect(asked.address)
  if (asked.does === 'end') return end()
  if (asked.does === 'copy') return { fields: [], rows: [], count: await copyRows(client!, asked.into, asked.rows) }
  const { text, values, name } = asked
  const given = { text, values: [...values], rowMode: 'array' as const, ...(name === null ? {} : { name }) }
  const done: QueryArrayResult<unknown[]> = await client!.query<unknown[]>(given)
  const last = Array.isArray(done) ? (done as QueryArrayResult<unknown[]>[]).at(-1)! : done
  return { fields: last.fields.map((field) => field.name), rows: last.rows, count: last.rowCount ?? 0 }
}

async function connect({ url, settings, purpose }: Address): Promise<Answer> {
  const { Client: ClientOf } = await import('pg')
  const made = new ClientOf({
    connectionString: withVariables(url),
    application_name: `doisoat ${purpose.replace('@', `@${hostname().slice(0, 20)}`)}`.slice(0, 63),
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000, // a server that is gone without a word is noticed
    types: { getTypeParser: parserOf },
  })
  made.on('error', () => {}) // what the connection breaks off is told of by whoever asks next
  await made.connect()
  client = made
  await made.query(settings)
  return { fields: [], rows: [], count: 0 }
}

async function end(): Promise<Answer> {
  const last = client
  client = null
  await last?.end()
  return { fields: [], rows: [], count: 0 }
}

/** A password comes from the environment: `\${NAME}` in the address, or PGPASSWORD, which the driver asks for itself. */
function withVariables(url: string): string {
  return url.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => {
    const value = process.env[name]
    if (value === undefined) throw Object.assign(new Error(name), { code: 'SERVER_VARIABLE' })
    return encodeURIComponent(value)
  })
}

const numbers = new Set([20, 21, 23, 700, 701, 1700]) // whole numbers, floating ones, sums of whole ones
const BOOLEAN = 16

/** What SQLite would have answered: numbers, 0 and 1, and texts. */
function parserOf(type: number) {
  if (numbers.has(type)) return Number
  return type === BOOLEAN ? (value: string) => (value === 't' ? 1 : 0) : (value: string) => value
}
