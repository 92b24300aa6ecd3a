/** What a cell looks like, by itself. */
export type Kind = 'empty' | 'number' | 'date' | 'time' | 'link' | 'code' | 'word' | 'text'

const NUMBER = /^[-+(]?\s?(?:[$€£¥₫]\s?)?\d[\d.,\u00a0]*(?:[eE][-+]?\d+)?\)?\s?(?:%|đ|₫|€|\$|VND|đồng)?$/i
const DATE = /^(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2})(?:[ T]\d{1,2}:\d{2}.*)?$/
const TIME = /^\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s?(?:am|pm|sa|ch))?$/i
const LINK = /^(?:(?:https?|ftp):\/\/|www\.)\S+$|^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i
const CODE = /^(?=\S*\d)[\p{L}\d][\p{L}\d._/-]*$/u
const WORD = /^\p{L}[\p{L}\p{M}_.-]*$/u

type Patterns = readonly (readonly [Kind, RegExp])[]

/** Only what has a digit can be a time, a date, a number or a code, and no word has one. */
const DIGIT = /\d/
const unnumbered: Patterns = [
  ['link', LINK],
  ['word', WORD],
]
const numbered: Patterns = [['time', TIME], ['date', DATE], ['number', NUMBER], ['link', LINK], ['code', CODE]] // prettier-ignore

const LONGEST = 200
const KNOWN_CELLS = 20_000
const KNOWN_LETTERS = 40
const known = new Map<string, Kind>()

/** Every way of cutting a text, and every look at its columns, asks of the same cells again. */
export function kindOf(cell: string): Kind {
  if (cell.length > KNOWN_LETTERS) return kindLookedAt(cell)
  const met = known.get(cell)
  if (met !== undefined) return met
  if (known.size >= KNOWN_CELLS) known.clear()
  const kind = kindLookedAt(cell)
  known.set(cell, kind)
  return kind
}

function kindLookedAt(cell: string): Kind {
  const text = cell.trim()
  if (text === '') return 'empty'
  if (text.length > LONGEST) return 'text'
  return (DIGIT.test(text) ? numbered : unnumbered).find(([, pattern]) => pattern.test(text))?.[0] ?? 'text'
}

/** Kinds that say more than that there are letters. */
export function isTyped(kind: Kind): boolean {
  return kind === 'number' || kind === 'date' || kind === 'time' || kind === 'link' || kind === 'code'
}

/** `28/01/2018` is `99/99/9999`, `MG-8769` is `AA-9999`; of words nothing is left but that they are words. */
export function shapeOf(cell: string): string {
  const kind = kindOf(cell)
  if (!isTyped(kind) || kind === 'link') return kind
  return cell.trim().replace(/\d/g, '9').replace(/\p{L}/gu, 'A')
}

/** What the cells of a column mostly are. */
export type Column = {
  readonly filled: number
  readonly empty: number
  readonly kinds: ReadonlyMap<Kind, number>
  readonly shapes: ReadonlyMap<string, number>
  readonly main: Kind
}

const ENOUGH_ROWS = 2000

export function columnsOf(rows: readonly (readonly string[])[], width: number): readonly Column[] {
  const looked = rows.length > ENOUGH_ROWS ? rows.slice(0, ENOUGH_ROWS) : rows
  return Array.from({ length: width }, (_, i) => columnOf(looked.map((cells) => cells[i] ?? '')))
}

function columnOf(cells: readonly string[]): Column {
  const filled = cells.filter((cell) => cell.trim() !== '')
  const kinds = tally(filled.map(kindOf))
  const [main] = [...kinds].toSorted((a, b) => b[1] - a[1])[0] ?? ['empty' as const]
  return {
    filled: filled.length,
    empty: cells.length - filled.length,
    kinds,
    shapes: tally(filled.map(shapeOf)),
    main,
  }
}

function tally<Key>(keys: readonly Key[]): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** How badly a cell stands in a column: 0 where it looks as the others do, 2 at worst. */
export function misfit(cell: string, { filled, empty, kinds, shapes, main }: Column): number {
  const kind = kindOf(cell)
  if (kind === 'empty') return 1 - empty / Math.max(1, filled + empty)
  if (filled === 0) return 1.5
  const strange = 1 - (kinds.get(kind) ?? 0) / filled
  if (!isTyped(main)) return isTyped(kind) ? strange * 1.5 : 0
  return strange * 1.5 + (1 - (shapes.get(shapeOf(cell)) ?? 0) / filled) * 0.5
}
