import type { Database, Statement } from 'better-sqlite3'

/** What is thrown instead of an error of the database: the caller knows which sentence the operator needs. */
export type Told = (error: unknown) => unknown

/** A statement whose errors are told. */
export type Guarded = Pick<Statement, 'all' | 'run' | 'iterate' | 'reader'>

/** A database damaged in its middle shows it only to whoever reads there: every statement tells of its errors. */
export function guarded(raw: Database, told: Told): { prepare: (sql: string) => Guarded; close: () => void } {
  return {
    prepare: (sql) =>
      guardedStatement(
        attempt(() => raw.prepare(sql), told),
        told,
      ),
    close: () => raw.close(),
  }
}

function guardedStatement(statement: Statement, told: Told): Guarded {
  return {
    reader: statement.reader,
    all: (...parameters) => attempt(() => statement.all(...parameters), told),
    run: (...parameters) => {
      try {
        return statement.run(...parameters) // millions of rows a night: no closure for each
      } catch (error) {
        throw told(error)
      }
    },
    iterate: (...parameters) => eachOf(statement, parameters, told),
  }
}

function* eachOf(statement: Statement, parameters: readonly unknown[], told: Told): IterableIterator<unknown> {
  const rows = attempt(() => statement.iterate(...parameters), told)
  try {
    for (;;) {
      const { value, done } = attempt(() => rows.next(), told)
      if (done === true) return
      yield value
    }
  } finally {
    rows.return?.()
  }
}

function attempt<Result>(work: () => Result, told: Told): Result {
  try {
    return work()
  } catch (error) {
    throw told(error)
  }
}
