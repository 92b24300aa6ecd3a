import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { remove } from './disk.ts'
import { writeBeside } from './files-out.ts'
import { masked } from './mask.ts'
import { systemCode, Trouble } from './trouble.ts'

/** What a stage made: the rows of each of its tables. */
export type Made = readonly (readonly [table: string, rows: readonly object[]])[]

/** How a table is otherwise than it is expected; values are masked. */
export type TableDifference = {
  readonly table: string
  readonly changed: readonly { readonly row: string; readonly columns: readonly ColumnDifference[] }[]
  readonly missing: readonly string[] // expected, and not made
  readonly unexpected: readonly string[]
}

export type ColumnDifference = { readonly column: string; readonly expected: string; readonly found: string }

type Row = Readonly<Record<string, unknown>>

/** Of the machine and its ledger, not of the files: how often something ran says nothing of what was made. */
const left = new Set(['unit', 'run', 'reading'])

/**
 * Writes what was made, one file a table and one line a row, in an order that does not hang on the run. A table that is
 * no longer made loses its file. The files have what the fixtures have: names and numbers too.
 */
export function writeExpected(folder: string, made: Made): void {
  for (const name of existsSync(folder) ? tablesIn(folder) : [])
    if (!made.some(([table]) => table === name)) remove(join(folder, `${name}.jsonl`))
  for (const [table, rows] of made) writeBeside(folder, `${table}.jsonl`, linesOf(rows).map((line) => `${line}\n`).join('')) // prettier-ignore
}

/** What is otherwise than the files of a folder have it; throws Trouble `expected_missing` where there are none. */
export function differencesFrom(folder: string, made: Made): TableDifference[] {
  const known = existsSync(folder) ? tablesIn(folder) : []
  if (known.length === 0) throw new Trouble('expected_missing', { folder })
  const names = [...new Set([...made.map(([table]) => table), ...known])]
  return names.flatMap((table) => {
    const now = linesOf(made.find(([each]) => each === table)?.[1] ?? [])
    const then = known.includes(table) ? linesIn(join(folder, `${table}.jsonl`)) : []
    const difference = compareLines(table, then, now)
    return difference.changed.length + difference.missing.length + difference.unexpected.length === 0
      ? []
      : [difference]
  })
}

function tablesIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))
  return names.map((name) => name.slice(0, -'.jsonl'.length)).toSorted()
}

function linesIn(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n').filter((line) => line !== '') // prettier-ignore
  } catch (error) {
    throw new Trouble('not_readable', { path, cause: systemCode(error) }, 2, { cause: error })
  }
}

function linesOf(rows: readonly object[]): string[] {
  const kept = (row: object) => Object.fromEntries(Object.entries(row).filter(([column]) => !left.has(column)))
  return rows.map((row) => JSON.stringify(kept(row))).toSorted()
}

function compareLines(table: string, then: readonly string[], now: readonly string[]): TableDifference {
  const unexpected = without(now, then).map(rowIn)
  const changed: { row: string; columns: ColumnDifference[] }[] = []
  const missing = without(then, now)
    .map(rowIn)
    .filter((was) => {
      const is = nearestOf(was, unexpected)
      if (is === undefined) return true
      unexpected.splice(unexpected.indexOf(is), 1)
      changed.push({ row: nameOf(was), columns: columnsOf(was, is) })
      return false
    })
  return { table, changed, missing: missing.map(shown), unexpected: unexpected.map(shown) }
}

/** A line may stand there more than once. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const count = new Map<string, number>()
  for (const line of others) count.set(line, (count.get(line) ?? 0) + 1)
  return lines.filter((line) => {
    const known = count.get(line) ?? 0
    count.set(line, known - 1)
    return known <= 0
  })
}

const MOST_COMPARED = 500 // a table of which more is otherwise is not read row by row

/** The row that says most of the same, where that is more than half of it. */
function nearestOf(was: Row, rows: readonly Row[]): Row | undefined {
  if (rows.length > MOST_COMPARED) return undefined
  const columns = Object.keys(was)
  const alike = (row: Row): number => columns.filter((column) => Object.is(row[column], was[column])).length
  const nearest = rows.toSorted((a, b) => alike(b) - alike(a))[0]
  return nearest !== undefined && alike(nearest) > columns.length / 2 ? nearest : undefined
}

function columnsOf(was: Row, is: Row): ColumnDifference[] {
  const columns = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  const otherwise = columns.filter((column) => !Object.is(was[column], is[column]))
  return otherwise.map((column) => ({
    column,
    expected: valueOf(column, was[column]),
    found: valueOf(column, is[column]),
  }))
}

/** By its first columns: those of its key. */
function nameOf(row: Row): string {
  return Object.entries(row).slice(0, 3).map(([column, value]) => `${column} ${valueOf(column, value)}`).join(', ') // prettier-ignore
}

function shown(row: Row): string {
  const said = Object.entries(row).filter(([, value]) => value !== null)
  return said.map(([column, value]) => `${column} ${valueOf(column, value)}`).join(', ')
}

const ofPersons = new Set(['person', 'identity', 'raw', 'value'])

function valueOf(column: string, value: unknown): string {
  const plain = value === undefined || value === null ? '–' : value
  const text = typeof plain === 'string' ? plain : JSON.stringify(plain)
  return ofPersons.has(column) && text !== '–' ? '***' : masked(text)
}

function rowIn(line: string): Row {
  return JSON.parse(line) as Row
}
