import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { System } from '../connectors/connector.ts'
import { connectors } from '../connectors/index.ts'
import { openExport } from '../connectors/read.ts'
import type { Account, Read, Reason, Turned } from '../connectors/reading.ts'
import { type Survey, surveyTable } from '../connectors/survey.ts'
import { bytesOf } from './landing.ts'
import { tableFacts, type TableFacts } from './table-facts.ts'
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
  readonly table: TableFacts | null // what it is as any table, without a connector
}

/** Throws Trouble `file_missing` when there is no such file. */
export function tryFile(path: string, cwd: string): Tried {
  const file = existingFile(path, cwd)
  const tried = readBy(path, file)
  const survey = surveyTable(bytesOf(file))
  if ('reason' in survey) return tried
  const table = tableFacts(survey)
  if (tried.is !== 'unclaimed') return { ...tried, table }
  const { encoding, delimiter, lines, rows } = table
  return { ...tried, encoding, delimiter, lines, rows: { read: rows.read, rejected: rows.rejected }, table }
}

/** The table that stands in a file, or why none does. Throws Trouble `file_missing` when there is no such file. */
export function surveyFile(path: string, cwd: string): Survey | { readonly reason: Reason } {
  return surveyTable(bytesOf(existingFile(path, cwd)))
}

/** The whole path of a file that is there. Throws Trouble `file_missing`. */
export function existingFile(path: string, cwd: string): string {
  const file = resolve(cwd, path)
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) throw new Trouble('file_missing', { file: path })
  return file
}

function readBy(path: string, file: string): Tried {
  const opened = openExport(bytesOf(file), connectors)
  if (!('reads' in opened)) return turned(path, opened)
  const { connector, encoding, delimiter, window, drift } = opened.recognised
  const rejects: Extract<Read, { is: 'reject' }>[] = []
  const end = drain(opened.reads, (read) => read.is === 'reject' && rejects.push(read))
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
    table: null,
  }
}

/** Takes everything out of a reading; gives what stands at its end. */
export function drain(reads: Generator<Read, Account | Turned, void>, each: (read: Read) => unknown): Account | Turned {
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
