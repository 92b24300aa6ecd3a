import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { System } from '../connectors/connector.ts'
import { connectors } from '../connectors/index.ts'
import { openExport } from '../connectors/read.ts'
import type { Read, Reason, Turned } from '../connectors/reading.ts'
import { type Surveying, surveyTable } from '../connectors/survey.ts'
import type { Survey } from '../connectors/survey-account.ts'
import { bytesOf } from './landing.ts'
import { Trouble } from './trouble.ts'

/** How a file is read, without loading it. */
export type Tried = {
  readonly file: string
  readonly is: 'export' | 'refused' | 'unclaimed'
  readonly system: System | null
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly window: { readonly from: string; readonly to: string } | null
  readonly drift: readonly string[]
  readonly lines: Readonly<Record<'physical' | 'preamble' | 'header' | 'blank' | 'data' | 'footer', number>> | null
  readonly rows: { readonly read: number; readonly rejected: number } | null
  readonly statedTotal: number | null
  readonly reason: Reason | null
  readonly rejects: readonly {
    readonly line: number
    readonly column: string | null
    readonly reason: string
    readonly value: string | null
  }[]
  readonly rejectsLeftOut?: number // of this list, where it grew too long
  readonly table: Survey | null // what it is as any table, without a connector
}

const MOST_LISTED = 1000

/** Throws Trouble `file_missing` when there is no such file. */
export function tryFile(path: string, cwd: string): Tried {
  const file = existing(path, cwd)
  const tried = readBy(path, file)
  const surveying = surveyTable(bytesOf(file))
  const table = 'reason' in surveying ? surveying : drain(surveying.rows, () => null)
  if ('reason' in table) return tried
  if (tried.is !== 'unclaimed') return { ...tried, table }
  const { encoding, delimiter, lines, rows } = table
  return { ...tried, encoding, delimiter, lines, rows: { read: rows.read, rejected: rows.rejected }, table }
}

/** The table that stands in a file, or why none does. Throws Trouble `file_missing` when there is no such file. */
export function surveyFile(path: string, cwd: string): Surveying | { readonly reason: Reason } {
  return surveyTable(bytesOf(existing(path, cwd)))
}

function existing(path: string, cwd: string): string {
  const file = resolve(cwd, path)
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) throw new Trouble('file_missing', { file: path })
  return file
}

function readBy(path: string, file: string): Tried {
  const opened = openExport(bytesOf(file), connectors)
  if (!('reads' in opened)) return turned(path, opened)
  const { connector, encoding, delimiter, window, drift } = opened.recognised
  const rejects: Extract<Read, { is: 'reject' }>[] = []
  const end = drain(opened.reads, (read) => read.is === 'reject' && rejects.length < MOST_LISTED && rejects.push(read))
  if ('is' in end) return turned(path, end)
  const { physical, preamble, header, blank, data, footer, read, rejected, statedTotal } = end
  return {
    file: path,
    is: 'export',
    system: connector.system,
    encoding,
    delimiter,
    window,
    drift,
    lines: { physical, preamble, header, blank, data, footer },
    rows: { read, rejected },
    statedTotal,
    reason: end.torn ? { id: 'torn', line: physical } : null,
    rejects: rejects.map(({ line, column, reason, value }) => ({ line, column, reason, value })),
    ...(rejected > rejects.length ? { rejectsLeftOut: rejected - rejects.length } : {}),
    table: null,
  }
}

/** Takes everything out of a reading; gives what stands at its end. */
export function drain<One, End>(reads: Generator<One, End, void>, each: (one: One) => unknown): End {
  for (;;) {
    const next = reads.next()
    if (next.done === true) return next.value
    each(next.value)
  }
}

function turned(file: string, { is, system, encoding, delimiter, reason }: Turned): Tried {
  return {
    file,
    is,
    system,
    encoding,
    delimiter,
    window: null,
    drift: [],
    lines: null,
    rows: null,
    statedTotal: null,
    reason,
    rejects: [],
    table: null,
  }
}
