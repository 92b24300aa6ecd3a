import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { foldKey, plainKey } from '../../connectors/fold.ts'
import { connectors } from '../../connectors/index.ts'
import { piecesOf } from '../../connectors/decode.ts'
import { openExport } from '../../connectors/read.ts'
import type { Encoding } from '../../connectors/reading.ts'
import { cut, usualMarks } from '../../connectors/table.ts'
import { fixtures } from '../support/ward.ts'

/** Fields of a connector that say whose a dossier is, or who worked on it. */
export const personalFields = ['person', 'identity', 'officer', 'note'] as const

/** Columns that no connector needs, and that are about a person. */
export const personalIgnored = [
  'Số điện thoại',
  'Điện thoại',
  'Địa chỉ',
  'Địa chỉ trụ sở',
  'Địa điểm kinh doanh',
  'Nơi thường trú',
  'Thửa đất',
  'Tên hộ kinh doanh',
]

export type Personal = { readonly whole: string; readonly folded: string }

/** Everything personal that the exports of a folder say: names, numbers, telephones, addresses; each once. */
export function personalIn(...paths: readonly string[]): Personal[] {
  const cells = paths.flatMap((path) => personalCells(readFileSync(path)))
  return [...new Set(cells)].map((whole) => ({ whole, folded: bare(whole) }))
}

/** The exports of a sample month, and the samples of the connectors. */
export function exportsOf(month: string): string[] {
  const folder = join(fixtures, month, 'exports')
  return readdirSync(folder).map((name) => join(folder, name))
}

export function connectorSamples(): string[] {
  return connectors.flatMap(({ system }) => {
    const folder = join(fixtures, 'connectors', system)
    const names = readdirSync(folder).filter((name) => !name.endsWith('.json'))
    return names.map((name) => join(folder, name))
  })
}

/** What of it stands in a text, as it is, in its composed or decomposed spelling, or without accents. */
export type Search = (text: string) => string[]

/** Looks once at each place of a text, however much there is to look for. */
export function searchFor(personal: readonly Personal[]): Search {
  const byBeginning = Map.groupBy(personal, ({ folded }) => folded.slice(0, BEGINNING))
  return (text) => {
    const folded = bare(text)
    const found = new Set<string>()
    for (let at = 0; at + BEGINNING <= folded.length; at++)
      for (const each of byBeginning.get(folded.slice(at, at + BEGINNING)) ?? [])
        if (folded.startsWith(each.folded, at) && standsAlone(folded, at, each.folded.length)) found.add(each.whole)
    return [...found]
  }
}

/** `kinh doanh tư` names no Đỗ Anh Tư. */
function standsAlone(text: string, at: number, length: number): boolean {
  return !/[a-z\d]/.test(text.charAt(at - 1)) && !/[a-z\d]/.test(text.charAt(at + length))
}

const BEGINNING = 6

/** Without accents, case and runs of spaces. */
export function bare(text: string): string {
  return plainKey(foldKey(text))
}

function personalCells(bytes: Uint8Array): string[] {
  const opened = openExport(() => [bytes], connectors)
  if (!('reads' in opened)) throw new Error(`no export: ${opened.reason.id}`)
  const { connector, encoding, delimiter } = opened.recognised
  const text = [...piecesOf(() => [bytes], encoding as Encoding)].join('')
  const records = cut(text, usualMarks(delimiter)).rows
  const named = [...personalFields.flatMap((field) => headersOf(connector, field)), ...personalIgnored]
  const wanted = new Set(named.map(foldKey))
  const head = records.findIndex((cells) => cells.filter((cell) => wanted.has(foldKey(cell))).length > 0)
  if (head < 0) return []
  const columns = records[head]!.flatMap((name, at) => (wanted.has(foldKey(name)) ? [at] : []))
  return records.slice(head + 1).flatMap((cells) => columns.flatMap((at) => spoken(cells[at] ?? '')))
}

function headersOf({ columns }: (typeof connectors)[number], field: string): readonly string[] {
  return (columns as Readonly<Record<string, { readonly headers: readonly string[] }>>)[field]?.headers ?? []
}

/** A cell without the signs of a spreadsheet; too short a one says nothing of anybody. */
function spoken(cell: string): string[] {
  const text = cell
    .replace(/^="?|^'|"$/g, '')
    .normalize('NFC')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return bare(text).length < BEGINNING || /^(?:không|có|lãnh đạo)/i.test(text) ? [] : [text]
}
