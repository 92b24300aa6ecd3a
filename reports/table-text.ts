import { printable } from './format.ts'
import type { Words } from './words.ts'

export type TableFound = {
  readonly encoding: string | null
  readonly sheet: string | null
  readonly otherSheets: readonly string[]
  readonly delimiter: string | null
  readonly quote: string | null
  readonly lineEnd: string | null
  readonly columns: readonly string[] | null
  readonly width: number
  readonly lines: Readonly<Record<string, number>>
  readonly rows: Readonly<Record<'read' | 'ragged' | 'mended' | 'rejected', number>>
  readonly nextTable: number | null
}

/** A table that no connector reads, on a terminal: what was found in it. */
export function tableText(table: TableFound, { terminal }: Words): string {
  const lineNames: Readonly<Record<string, string>> = terminal.lineNames
  const lines = Object.entries(table.lines).map(([name, count]) => `${lineNames[name] ?? name} ${count}`)
  const facts: readonly (readonly [string, string | number | null])[] = [
    [terminal.encoding, table.encoding],
    [terminal.sheet, table.sheet === null ? null : oneLine(table.sheet)],
    [terminal.otherSheets, table.otherSheets.map(oneLine).join(' · ') || null],
    [terminal.delimiter, table.delimiter === null ? null : visible(table.delimiter)],
    [terminal.quoteMark, table.quote],
    [terminal.lineEnd, table.lineEnd?.toUpperCase() ?? null],
    [terminal.columns, table.columns?.map(oneLine).join(' · ') ?? table.width],
    [terminal.lines, lines.join(', ')],
    [terminal.rows, table.rows.read],
    [terminal.ragged, table.rows.ragged || null],
    [terminal.mended, table.rows.mended || null],
    [terminal.rejected, table.rows.rejected || null],
    [terminal.nextTable, table.nextTable],
  ]
  const width = Math.max(...facts.map(([label]) => label.length))
  const said = facts.filter(([, value]) => value !== null)
  return said.map(([label, value]) => `${label.padEnd(width)}  ${value}\n`).join('')
}

function visible(delimiter: string): string {
  return delimiter === '\t' ? 'TAB' : delimiter.includes(' ') ? `"${delimiter}"` : delimiter
}

function oneLine(name: string): string {
  return printable(name).replace(/\s+/g, ' ').trim()
}
