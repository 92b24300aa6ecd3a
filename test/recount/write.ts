import { encode } from '../../pipeline/kit/kit-encode.ts'
import type { Chance } from './chance.ts'
import {
  channelWords,
  clocks,
  type Field,
  type Layout,
  moments,
  outcomeWords,
  type Status,
  statusWords,
} from './layouts.ts'
import type { Span, Told } from './lives.ts'

export type Manner = {
  readonly window: Span | null // said in a preamble, or not
  readonly hasTotal: boolean
  readonly totalOff: number
  readonly extra: string | null // a column that nobody asked for
}

/** The export of a system as its office would have saved it, with what may change from one export to the next. */
export function written(layout: Layout, told: readonly Told[], manner: Manner, chance: Chance): Uint8Array {
  const order = chance.is(0.15) ? chance.shuffled(layout.columns) : layout.columns
  const names = order.map(([, ...all]) => (chance.is(0.1) ? chance.oneOf(all) : all[0]!))
  const header = manner.extra === null ? names : [...names, manner.extra]
  const rows = told.map((each, i) => {
    const cells = order.map(([field]) => cellOf(layout, each, field, i))
    return line(layout, manner.extra === null ? cells : [...cells, 'x'])
  })
  const before = layout.title.length > 0 && chance.is(0.8) ? [...layout.title] : groupRow(layout)
  if (manner.window !== null) before.push(`Từ ngày ${shown(manner.window.from)} đến ngày ${shown(manner.window.to)}`)
  if (chance.is(0.2)) before.push('')
  const after = manner.hasTotal && layout.total !== null ? [layout.total.replace('*', String(told.length + manner.totalOff))] : [] // prettier-ignore
  if (after.length > 0 && layout.signature !== null) after.push(layout.signature)
  const body = chance.is(0.1) ? rows.flatMap((row) => (chance.is(0.1) ? [row, ''] : [row])) : rows
  const end = chance.is(0.1) ? (layout.end === '\n' ? '\r\n' : '\n') : layout.end
  // the row of groups stands right above the names of the columns
  const head = layout.clock === 'words' ? [...before.filter((each) => !each.startsWith('STT')), ...groupRow(layout)] : before // prettier-ignore
  return inBytes(layout, [...head, line(layout, header), ...body, ...after].map((each) => each + end).join(''), chance)
}

function groupRow(layout: Layout): string[] {
  return layout.clock === 'words' ? [...layout.title] : []
}

function shown(day: string): string {
  return day.split('-').toReversed().join('/')
}

function cellOf(layout: Layout, told: Told, field: Field, row: number): string {
  if (field === 'number') return String(row + 1)
  const value = told[field] ?? ''
  if (told.broken === field) return brokenCell(layout, field)
  if (value === '') return ''
  if (moments.includes(field)) return momentCell(layout, value)
  if (field === 'status') return wordOf(layout, value as Status)
  if (field === 'channel') return channelWords[layout.channels][value as 'online']
  if (field === 'outcome') return outcomeWords[value as 'failed']
  if (field === 'fee' || field === 'amount') return moneyCell(layout, value)
  if (field === 'identity') return identityCell(layout, value)
  if (field === 'phone') return phoneCell(layout, value)
  return layout.system === 'bonoivu-ncc' && field === 'address' ? value.replace(', ', ',\n') : value
}

function phoneCell(layout: Layout, value: string): string {
  if (layout.system === 'bocongan-cutru') return `'${value}`
  return layout.clock === 'serial' ? value.slice(1) : value
}

function momentCell(layout: Layout, moment: string): string {
  const [, y, m, d, h = '00', min = '00', s = '00'] = /^(\d+)-(\d+)-(\d+)(?:T(\d+):(\d+):(\d+))?$/.exec(moment)!
  return clocks[layout.clock].write(y!, m!, d!, h, min, s)
}

/** Not all systems have all words: a dossier that waits for money is worked on, one that was stopped was refused. */
function wordOf({ words }: Layout, status: Status): string {
  const nearest: Partial<Record<Status, Status>> = {
    financial: 'processing',
    stopped: 'refused',
    completed: 'returned',
    not_accepted: 'submitted',
  }
  return statusWords[words][status] ?? statusWords[words][nearest[status]!]!
}

function brokenCell(layout: Layout, field: Field): string {
  if (field === 'status') return 'Đang bay'
  if (field === 'amount') return 'mười nghìn'
  return layout.clock === 'serial' ? '31/02/2026' : momentCell(layout, '2026-02-31T10:00:00')
}

function moneyCell(layout: Layout, value: string): string {
  const dotted = value.replace(/(\d)(?=(\d{3})+$)/g, '$1.')
  if (layout.system === 'dvcqg-thanhtoan' || layout.system === 'bocongan-cutru') return `${dotted} đ`
  // one system, one way: two rows that say the same are then equal
  return layout.delimiter === ','
    ? dotted
    : layout.delimiter === ';'
      ? value
      : value.replace(/(\d)(?=(\d{3})+$)/g, '$1,')
}

function identityCell(layout: Layout, value: string): string {
  if (layout.system === 'bocongan-cutru') return `="${value}"`
  return layout.clock === 'serial' ? value.replace(/^0+/, '') : value
}

function line({ delimiter, quotes }: Layout, cells: readonly string[]): string {
  if (quotes === 'none') return cells.map((cell) => cell.replaceAll(delimiter, ' ')).join(delimiter)
  const isOdd = (cell: string): boolean => cell.includes(delimiter) || /["\n]/.test(cell)
  return cells
    .map((cell) => (quotes === 'all' || isOdd(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(delimiter)
}

function inBytes({ encoding }: Layout, text: string, chance: Chance): Uint8Array {
  if (encoding === 'utf-8-nfd') return Buffer.from(text.normalize('NFD'))
  if (encoding === 'utf-8-bom') return Buffer.from(chance.is(0.1) ? text : `\ufeff${text}`)
  if (encoding === 'utf-8') return Buffer.from(chance.is(0.1) ? `\ufeff${text}` : text)
  const bytes = encode(text, encoding) ?? encode(lettersOfTcvn3(text), encoding)
  if (bytes === null) throw new Error(`${encoding} has no letter for something in it`)
  return bytes
}

/** The office font of TCVN3 has no capitals with tones. */
function lettersOfTcvn3(text: string): string {
  return text.replaceAll(/\p{Lu}/gu, (letter) => {
    const bare = letter.normalize('NFD').replaceAll(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    return bare.normalize('NFC')
  })
}
