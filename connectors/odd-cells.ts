import { delimiters } from './table.ts'

/** Where a cell with letters beyond ASCII stands in a text: close enough to how it will be cut into cells. */
export type Place = { readonly start: number; readonly end: number; readonly column: number }

const [QUOTE, BREAK, CONTROLS, COMMA, ASCII] = [0x22, 0x0a, 0x20, 0x2c, 0x7f]

export function oddCells(text: string, delimiter: number): readonly Place[] {
  const places: Place[] = []
  let [start, column, isOdd, isQuoted] = [0, 0, false, false]
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : BREAK
    if (unit > COMMA && unit <= ASCII && unit !== delimiter) continue // nearly all letters
    if (unit === BREAK || (unit === delimiter && !isQuoted)) {
      if (isOdd) places.push({ start, end: i, column })
      column = unit === BREAK ? 0 : column + 1
      if (unit === BREAK)
        isQuoted = false // a stray quotation mark does no harm beyond its line
      ;[start, isOdd] = [i + 1, false]
    } else if (unit === QUOTE) isQuoted = !isQuoted
    else if (unit > ASCII || (unit < CONTROLS && unit !== delimiter)) isOdd = true
  }
  return places
}

/** The delimiter that as many lines as possible have equally often. */
export function delimiterIn(text: string): number {
  const lines = text.slice(0, ENOUGH).split('\n')
  const scored = delimiters.map((delimiter) => ({ delimiter, score: linesAlike(lines, delimiter) }))
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter.charCodeAt(0)
}

const ENOUGH = 20_000

function linesAlike(lines: readonly string[], delimiter: string): number {
  const counts = new Map<number, number>()
  for (const line of lines) {
    const cells = line.split(delimiter).length
    if (cells > 1) counts.set(cells, (counts.get(cells) ?? 0) + 1)
  }
  return Math.max(0, ...counts.values())
}
