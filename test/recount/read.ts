import iconv from 'iconv-lite'
import {
  channelWords,
  clocks,
  type Field,
  type Layout,
  layoutOf,
  moments,
  outcomeWords,
  statusWords,
} from './layouts.ts'
import type { File } from './world.ts'

/** A row as its file has it: days as `2026-02-13`, words by what they mean, money in dong; a cell that says nothing is ''. */
export type Row = {
  readonly system: string
  readonly path: string
  readonly code: string // in its one spelling; '' where there is none
  readonly isReadable: boolean
  readonly cells: Readonly<Partial<Record<Field, string>>>
}

export type Listing = {
  readonly system: string
  readonly path: string
  readonly night: number
  readonly window: { readonly from: string; readonly to: string } | null
  readonly rows: readonly Row[] // equal ones once
  readonly read: number
  readonly repeated: number
  readonly rejected: number
  readonly stated: number | null
  readonly unknown: readonly string[]
}

/** Reads an export by nothing but its layout: letter by letter, row by row. */
export function readPlainly({ path, system, bytes }: File, night: number): Listing {
  const layout = layoutOf(system)
  const table = rowsIn(textOf(layout, bytes), layout)
  const names = new Map(layout.columns.flatMap(([field, ...all]) => all.map((name) => [name, field] as const)))
  const top = table.findIndex((cells) => cells.filter((cell) => names.has(cell)).length >= layout.columns.length - 1)
  const header = table[top]!
  const below = table.slice(top + 1).filter((cells) => cells.some((cell) => cell !== ''))
  const isRow = (cells: readonly string[]): boolean =>
    !/^(tổng|cộng|người lập)/iu.test(cells.find((cell) => cell !== '')!)
  const data = below.filter(isRow)
  const total = below.find((cells) => /^(tổng|cộng)/iu.test(cells[0]!))
  const distinct = [...new Map(data.map((cells) => [withoutNumber(cells, header), cells])).values()]
  const all = data.map((cells) => rowOf(layout, path, cells, header, names))
  const bad = all.filter(({ isReadable }) => !isReadable)
  const rows = distinct.map((cells) => rowOf(layout, path, cells, header, names))
  const good = rows.filter(({ isReadable }) => isReadable)
  return {
    system,
    path,
    night,
    window: windowIn(table.slice(0, top)),
    rows: [...good, ...bad],
    read: data.length,
    repeated: all.length - bad.length - good.length,
    rejected: bad.length,
    stated: total === undefined ? null : Number(/\d+/.exec(total.join(' ').replaceAll('.', ''))![0]),
    unknown: header.filter((name) => !names.has(name)),
  }
}

function textOf({ encoding }: Layout, bytes: Uint8Array): string {
  if (encoding === 'tcvn3') return iconv.decode(Buffer.from(bytes), 'tcvn')
  const label = encoding.startsWith('utf-8') ? 'utf-8' : encoding === 'utf-16le' ? 'utf-16le' : 'windows-1258'
  return new TextDecoder(label).decode(bytes).normalize('NFC')
}

function rowsIn(text: string, { delimiter, quotes }: Layout): string[][] {
  const rows: string[][] = []
  let [row, cell, isQuoted]: [string[], string, boolean] = [[], '', false]
  for (let i = 0; i < text.length; i++) {
    const letter = text[i]!
    if (isQuoted && letter === '"' && text[i + 1] === '"') {
      cell += text[i++]
    } else if (letter === '"' && quotes !== 'none') {
      isQuoted = !isQuoted
    } else if (!isQuoted && (letter === delimiter || letter === '\n')) {
      row.push(cell.replace(/\r$/, '').trim())
      cell = ''
      if (letter === '\n') {
        rows.push(row)
        row = []
      }
    } else cell += letter
  }
  return rows
}

function withoutNumber(cells: readonly string[], header: readonly string[]): string {
  return JSON.stringify(cells.filter((_, i) => header[i] !== 'STT'))
}

function windowIn(before: readonly (readonly string[])[]): Listing['window'] {
  const found = /Từ ngày (\S+) đến ngày (\S+)/.exec(before.map((cells) => cells.join(' ')).join('\n'))
  if (found === null) return null
  const day = (text: string): string =>
    text
      .replaceAll(/[^\d/]/g, '')
      .split('/')
      .toReversed()
      .join('-')
  return { from: day(found[1]!), to: day(found[2]!) }
}

function rowOf(
  layout: Layout,
  path: string,
  raw: readonly string[],
  header: readonly string[],
  names: ReadonlyMap<string, Field>,
): Row {
  const cells: Partial<Record<Field, string>> = {}
  let isReadable = true
  for (const [i, name] of header.entries()) {
    const field = names.get(name)
    if (field === undefined) continue
    const value = valueOf(layout, field, raw[i] ?? '')
    if (value === null) isReadable = false
    cells[field] = value ?? ''
  }
  const code = codeIn(cells.code ?? '')
  const needsCode = /^(dvcqg|trungtam)/.test(layout.system)
  if (cells.status === '' && layout.columns.some(([field]) => field === 'status')) isReadable = false
  return { system: layout.system, path, code, isReadable: isReadable && (code !== '' || !needsCode), cells }
}

/** What a cell means; null where it means nothing that it could. */
function valueOf(layout: Layout, field: Field, cell: string): string | null {
  if (cell === '') return ''
  if (moments.includes(field)) return momentIn(layout, cell)
  if (field === 'status') return meaningOf(statusWords[layout.words], cell)
  if (field === 'channel') return meaningOf(channelWords[layout.channels], cell)
  if (field === 'outcome') return meaningOf(outcomeWords, cell)
  if (field === 'fee' || field === 'amount') return /^[\d.,]+( đ)?$/.test(cell) ? cell.replaceAll(/\D/g, '') : null
  if (field === 'identity') return cell.replace(/^="(.*)"$/, '$1').replace(/^(\d{11})$/, '0$1')
  return cell
}

function meaningOf(words: Readonly<Record<string, string>>, cell: string): string | null {
  return Object.entries(words).find(([, word]) => word === cell)?.[0] ?? null
}

function momentIn(layout: Layout, cell: string): string | null {
  const { pattern, read } = clocks[layout.clock]
  const match = pattern.exec(cell)
  if (match === null) return null
  const [y, m, d, h = '0', min = '0', s = '0'] = read([...match])
  const at = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d), Number(h), Number(min), Number(s))).toISOString()
  return Number(at.slice(8, 10)) === Number(d) ? at.slice(0, 19) : null // the 31st of February is in March
}

function codeIn(text: string): string {
  const code = text.replaceAll(/\s/g, '').replaceAll('–', '-').toUpperCase()
  const mirrored = /^000\.00\.(\d+)\.(H\d\d)-(.*)$/.exec(code)
  const known = mirrored === null ? code : `${mirrored[2]}.${mirrored[1]}-${mirrored[3]}`
  return /^[A-Z]\d\d(\.\d+)*-\d{6,8}-\d{3,7}$/.test(known) ? known : ''
}
