import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { System } from '../../connectors/connector.ts'
import { connectors } from '../../connectors/index.ts'
import { openExport } from '../../connectors/read.ts'
import type { Bytes, Read, Reason, Turned } from '../../connectors/reading.ts'
import { surveyTable } from '../../connectors/survey.ts'
import type { Survey, Surveying } from '../../connectors/survey-account.ts'
import { isBroken } from '../../connectors/table.ts'
import { entriesOf, type Zipped } from '../../connectors/zip-entries.ts'
import { bytesOf } from '../loading/landing.ts'
import { masked, maskedReason } from '../mask.ts'
import { systemCode, Trouble } from '../trouble.ts'

/** How a file is read, without loading it. */
export type Tried = {
  readonly file: string
  readonly is: 'export' | 'refused' | 'unclaimed'
  readonly system: System | null
  readonly encoding: string | null
  readonly sheet: string | null // of a workbook
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

/** What is in a zip, each file as it would be read by itself. */
export type TriedZip = { readonly file: string; readonly is: 'zip'; readonly files: readonly Tried[] }

/** Throws Trouble `file_missing` when there is no such file. */
export function tryFile(path: string, cwd: string): Tried | TriedZip {
  const bytes = bytesOf(existingFile(path, cwd))
  const files = filesIn(bytes)
  if (files === null) return tryBytes(path, bytes)
  return { file: path, is: 'zip', files: files.map((each) => tryBytes(`${path}/${each.path}`, each.bytes)) }
}

/** The table that stands in a file, or why none does. Throws Trouble `file_missing` when there is no such file. */
export function surveyFile(path: string, cwd: string): Surveying | { readonly reason: Reason } {
  const bytes = bytesOf(existingFile(path, cwd))
  const [only, ...others] = filesIn(bytes) ?? [{ path, bytes }]
  if (others.length === 0) return surveyTable(only!.bytes, connectors)
  return { reason: { id: 'several_files', files: [only!, ...others].map((each) => each.path) } }
}

/** Null where a file is to be read as it is, be it that it is a zip which cannot be unpacked. */
function filesIn(bytes: Bytes): readonly Zipped[] | null {
  const files = entriesOf(bytes)
  return files === null || isBroken(files) ? null : files
}

function tryBytes(path: string, bytes: Bytes): Tried {
  const tried = readBy(path, bytes)
  const surveying = surveyTable(bytes, connectors)
  const table = 'reason' in surveying ? surveying : drain(surveying.rows, () => null)
  if ('reason' in table) {
    const isLarge = tried.is === 'unclaimed' && table.reason.id === 'too_large'
    return isLarge ? { ...tried, reason: table.reason } : tried
  }
  const isPage = tried.reason?.id === 'html' // that no system claims, but with a table in it
  const { encoding, sheet, delimiter, lines, rows } = table
  if (tried.is !== 'unclaimed' && !isPage) return { ...tried, sheet, table }
  const reason = isPage ? { id: 'unknown_header', there: table.columns ?? [] } : tried.reason
  const read = { read: rows.read, rejected: rows.rejected }
  return { ...tried, is: 'unclaimed', encoding, sheet, delimiter, lines, rows: read, reason, table }
}

/** The whole path of a file that is there. Throws Trouble `file_missing`. */
export function existingFile(path: string, cwd: string): string {
  const file = resolve(cwd, path)
  if (!isFile(file)) throw new Trouble('file_missing', { file: path })
  return file
}

/** What cannot be a path at all is none either. */
function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true
  } catch (error) {
    if (systemCode(error).startsWith('E')) return false
    throw error
  }
}

function readBy(path: string, bytes: Bytes): Tried {
  const opened = openExport(bytes, connectors)
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
    sheet: null,
    delimiter,
    window,
    drift,
    lines: { physical, preamble, header, blank, data, footer },
    rows: { read, rejected },
    statedTotal,
    reason: end.torn ? { id: 'torn', line: physical } : null,
    rejects: rejects.map(({ line, column, reason, value }) => {
      return { line, column, reason, value: value === null ? null : masked(value) }
    }),
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
    sheet: null,
    delimiter,
    window: null,
    drift: [],
    lines: null,
    rows: null,
    statedTotal: null,
    reason: maskedReason(reason),
    rejects: [],
    table: null,
  }
}
