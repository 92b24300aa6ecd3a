import { readFileSync } from 'node:fs'
import { type Parameters, question } from '../ask.ts'
import { makeAttempt } from '../attempt.ts'
import type { Told } from '../guard.ts'
import type { Border, Store } from '../open.ts'
import type { Answer, Connection } from './connection.ts'
import { makeEach } from './each.ts'
import { whenAsked } from '../kysely.ts'
import { makeInsert } from './insert.ts'
import { poolOf } from './pool.ts'
import { rowsOf } from './rows.ts'
import { scrub, shadow } from './server-tables.ts'
import { type Translated, translated, valueOf } from './translate.ts'

/** A store on a connection whose tables are there. */
export function storeOn(plain: Connection, at: (border: Border) => void, told: Told): Store {
  const direct = toldOf(plain, told)
  const within = { transaction: false }
  const counted = countRows(direct)
  const { insert, flush, drop } = makeInsert(direct, () => within.transaction, counted.wrote)
  const before = (): void => {
    flush()
    counted.countAnew()
  }
  const connection: Connection = { ...direct, ask: (...given) => (flush(), direct.ask(...given)) }
  const takeBack = (sql: string): void => {
    drop()
    direct.ask(sql)
  }
  const db = whenAsked(({ PostgresDialect }) => new PostgresDialect({ pool: poolOf(connection, before) }))
  const each = makeEach(connection, () => within.transaction)
  const asked = (name: string, parameters: Parameters): Answer => {
    const { text, names } = translatedOf(name)
    before()
    return connection.ask(text, valuesOf(names, parameters), true)
  }
  return {
    get db() {
      return db()
    },
    ask: <Row>(name: string, parameters: Parameters) => rowsOf<Row>(asked(name, parameters)),
    each: <Row>(name: string, parameters: Parameters) => {
      const { text, names } = translatedOf(name)
      before()
      return each<Row>(text, valuesOf(names, parameters))
    },
    tell: (name, parameters) => {
      const { count } = asked(name, parameters)
      const into = /insert into (\w+)/.exec(translatedOf(name).text)?.[1]
      if (into !== undefined) counted.wrote(into, count)
      return count
    },
    insert,
    isFar: true,
    transaction: (work) => transact(connection, takeBack, at, within, work),
    ...makeAttempt(() => beginAttempt(connection, takeBack, within.transaction)),
    scrub: () => scrub(connection, at),
    shadow: (tables) => shadow(connection, tables),
    close: () => connection.end(),
  }
}

/** A savepoint in a transaction, else a transaction; gives how it ends. */
function beginAttempt(connection: Connection, takeBack: (sql: string) => void, isWithin: boolean) {
  connection.ask(isWithin ? 'savepoint attempt' : 'begin')
  const [kept, not] = isWithin ? ['release attempt', 'rollback to attempt; release attempt'] : ['commit', 'rollback']
  return (keep: boolean): void => (keep ? void connection.ask(kept) : takeBack(not))
}

const known = new Map<string, Translated>()

/** The question as PostgreSQL takes it; where no rule gets there, it has a file of its own. */
export function translatedOf(name: string): Translated {
  const before = known.get(name)
  if (before !== undefined) return before
  const found = translated(own.has(name) ? ownQuestion(name) : question(name))
  known.set(name, found)
  return found
}

/** Questions that PostgreSQL has words of its own for. */
export const own: ReadonlySet<string> = new Set(['alone-with-a-ward', 'state-months-again'])

function ownQuestion(name: string): string {
  return readFileSync(new URL(`../questions/postgres/${name}.sql`, import.meta.url), 'utf8')
}

function valuesOf(names: readonly string[], parameters: Parameters) {
  return names.map((name) => valueOf(name, parameters[name]!))
}

async function transact<Result>(
  connection: Connection,
  takeBack: (sql: string) => void,
  at: (border: Border) => void,
  within: { transaction: boolean },
  work: () => Promise<Result>,
): Promise<Result> {
  at({ does: 'begin' })
  connection.ask('begin')
  within.transaction = true
  try {
    const result = await work()
    at({ does: 'commit' })
    connection.ask('commit')
    return result
  } catch (error) {
    rollBack(takeBack)
    throw error
  } finally {
    within.transaction = false
  }
}

/** Where the server is gone it has taken the transaction back itself; what is told is why it was to be. */
function rollBack(takeBack: (sql: string) => void): void {
  try {
    takeBack('rollback')
  } catch {}
}

function toldOf(plain: Connection, told: Told): Connection {
  const attempt = <Result>(work: () => Result): Result => {
    try {
      return work()
    } catch (error) {
      throw told(error)
    }
  }
  return {
    ...plain,
    ask: (text, values, again) => attempt(() => plain.ask(text, values, again)),
    copy: (into, rows) => attempt(() => plain.copy(into, rows)),
  }
}

const MANY = 2000

/**
 * The server plans by what it counted of a table, and counts by itself only what was made to last: after many rows that
 * were written here, and again after as many, it is told to count anew, before the next question. At every fifth of them it
 * was a third of a first night.
 */
function countRows(connection: Connection) {
  const fresh = new Map<string, number>()
  const counted = new Map<string, number>()
  const isMany = (table: string, count: number): boolean => count >= MANY && count >= (counted.get(table) ?? 0)
  return {
    wrote: (table: string, count: number): void => void fresh.set(table, (fresh.get(table) ?? 0) + count),
    countAnew: (): void => {
      for (const [table, count] of fresh) {
        if (!isMany(table, count)) continue
        connection.ask(`analyze (skip_locked) "${table}"`) // another ward's night may be counting it
        counted.set(table, (counted.get(table) ?? 0) + count)
        fresh.set(table, 0)
      }
    },
  }
}
