import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Connector } from '../../connectors/connector.ts'
import { foldKey } from '../../connectors/fold.ts'
import { connectors } from '../../connectors/index.ts'
import { openExport } from '../../connectors/read.ts'
import type { Bytes, Encoding } from '../../connectors/reading.ts'
import { usualMarks } from '../../connectors/table.ts'
import { openRemark, whyRemark } from '../../reports/connector-remarks.ts'
import { connectorSource, DECIDE } from '../../reports/connector-source.ts'
import { writeBeside } from '../files-out.ts'
import { encode } from '../kit/kit-encode.ts'
import { textOf } from '../kit/kit-sample.ts'
import { existingFile, drain } from '../kit/connector-try.ts'
import { bytesOf } from '../loading/landing.ts'
import { Trouble } from '../trouble.ts'
import { draftConnector, readersOf, unknownWordsIn } from './draft-connector.ts'
import type { Field } from './fields.ts'
import { inventedRows } from './invented.ts'
import { propose, type Proposed } from './propose.ts'
import { listsWith } from './source-lists.ts'
import { type ExportTable, onlyFileIn, tableIn } from './export-table.ts'

type Asked = { readonly id: string; readonly file: string; readonly name: string | null }

type Read = { readonly rows: number; readonly rejected: number }

/** What was made: paths from the root; what is still open stands there behind DECIDE. */
export type MadeConnector = {
  readonly id: string
  readonly written: readonly string[]
  readonly changed: readonly string[]
  readonly columns: readonly (Proposed & { readonly unknownWords: readonly string[] })[]
  readonly notThere: readonly Field[] // what figures and rules ask of most systems
  readonly toDecide: number
  readonly sample: Read
  readonly file: Read | null // the export itself, read by the new connector; null where it is not recognised yet
}

const needed: readonly Field[] = ['code', 'procedure', 'person', 'identity', 'received', 'due', 'ended', 'status']

/**
 * Makes from an export that nobody reads yet the connector's file, the samples' folder with an excerpt in which people
 * are invented, and its entries in the lists that name all systems. Throws Trouble where the id is no good one or taken,
 * where there is no table or somebody's in the file, where the program's text is not there, and rather than writing over
 * anything; nothing is written then.
 */
export function makeConnector({ id, file, name }: Asked, cwd: string, root: string): MadeConnector {
  refuseName(id)
  const constant = constantOf(id)
  const lists = listsWith({ id, constant, label: name }, root)
  const bytes = onlyFileIn(file, bytesOf(existingFile(file, cwd)))
  const table = tableIn(file, bytes)
  const columns = propose(table.headings, table.rows, table.spoken)
  const draft = draftConnector(id, name ?? id, columns, table.multiline)
  refuseKnown(file, bytes, draft)
  const sample = sampleOf(table, columns)
  const asked = columns.map((column) => ({ ...column, unknownWords: unknownWordsIn(column, table.rows) }))
  const notThere = needed.filter((field) => columns.every((column) => column.field !== field))
  const source = connectorSource({
    ...sourceOf(draft, asked),
    id,
    label: name,
    name: constant,
    notThere,
    sample: sample.shown,
  })
  const files = [
    { path: `fixtures/connectors/${id}/${sample.name}`, content: sample.bytes },
    { path: `connectors/${id}.ts`, content: Buffer.from(source) },
  ]
  for (const { path, content } of files) refuseOther(path, content, root)
  for (const { path, content } of files) write(root, path, content)
  for (const { path, text } of lists) write(root, path, Buffer.from(text))
  const inLists = name === null ? 2 : 1 // the English name, and what stands for the other where none was given
  return {
    id,
    written: files.map(({ path }) => path),
    changed: lists.map(({ path }) => path),
    columns: asked,
    notThere,
    toDecide: source.split(DECIDE).length - 1 + inLists,
    sample: readBy(draft, () => [sample.bytes])!,
    file: readBy(draft, bytes),
  }
}

const GOOD_NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/
const LONGEST_NAME = 40

function refuseName(id: string): void {
  if (!GOOD_NAME.test(id) || id.length > LONGEST_NAME) throw new Trouble('connector_name', { found: id })
  const taken = connectors.find(({ system }) => system === id)
  if (taken) throw new Trouble('connector_taken', { id, label: taken.label })
}

const OF_THE_LANGUAGE =
  /^(?:await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|false|finally|for|function|if|import|in|instanceof|let|new|null|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield|choice|count|dong|identity|moment|optional|text|connectors)$/

/** `bokhcn-sangche` is `bokhcnSangche`. */
function constantOf(id: string): string {
  const constant = id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  return OF_THE_LANGUAGE.test(constant) ? `${constant}List` : constant
}

/** Somebody reads the file, or the new connector would read somebody's files. */
function refuseKnown(file: string, bytes: Bytes, draft: Connector): void {
  const opened = openExport(bytes, connectors)
  const reader = 'reads' in opened ? opened.recognised.connector : connectors.find((other) => claims(draft, other))
  if (reader) throw new Trouble('connector_known', { file, system: reader.label })
}

function claims(one: Connector, other: Connector): boolean {
  const names = [...Object.values(other.columns).flatMap(({ headers }) => headers), ...other.ignored]
  const there = new Set(names.map(foldKey))
  const sought = Object.values(one.columns).filter(({ mayBeMissing }) => !mayBeMissing)
  return sought.every(({ headers }) => headers.some((header) => there.has(foldKey(header))))
}

/** What its text says of each column. */
function sourceOf({ multiline }: Connector, columns: MadeConnector['columns']) {
  const byField = new Map(columns.map((column) => [column.field, column]))
  return {
    multiline: multiline === true,
    columns: readersOf(columns).map((reader) => {
      const { why, rivals, isSure, unknownWords } = byField.get(reader.field)!
      const isDecided = isSure && unknownWords.length === 0
      return { ...reader, isSure: isDecided, comment: whyRemark({ why: why!, rivals, unknownWords }) }
    }),
    ignored: columns
      .filter(({ field }) => field === null)
      .map(({ heading, unneeded, rivals }) => ({ heading, decide: unneeded === null ? openRemark(rivals) : null })),
  }
}

type Made = { readonly name: string; readonly bytes: Uint8Array; readonly shown: readonly string[] }

/** As the export is written, but for what stands above and below its table; a workbook's as plain text. */
function sampleOf({ headings, rows, encoding, delimiter, lineEnd }: ExportTable, columns: readonly Proposed[]): Made {
  const excerpt = inventedRows(columns, headings.length, rows)
  const marks = usualMarks(delimiter)
  const text = textOf({ preamble: [], headers: headings, rows: excerpt, footer: [] }, { marks, lineEnd })
  const bytes = encode(text, encoding as Encoding) ?? Buffer.from(text)
  const shown = text.split(lineEnd).slice(0, 2)
  return { name: delimiter === '\t' ? 'sample.tsv' : 'sample.csv', bytes, shown }
}

function readBy(draft: Connector, bytes: Bytes): Read | null {
  const opened = openExport(bytes, [...connectors, draft])
  if (!('reads' in opened) || opened.recognised.connector !== draft) return null
  const end = drain(opened.reads, () => null)
  return 'reason' in end ? null : { rows: end.read - end.rejected, rejected: end.rejected }
}

function refuseOther(path: string, content: Uint8Array, root: string): void {
  const whole = join(root, path)
  if (existsSync(whole) && !readFileSync(whole).equals(content)) throw new Trouble('connector_there', { file: path })
}

function write(root: string, path: string, content: Uint8Array): void {
  const whole = join(root, path)
  writeBeside(dirname(whole), basename(whole), content)
}
