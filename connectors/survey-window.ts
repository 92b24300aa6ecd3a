import { type Entry, MOST_LETTERS, MOST_LINES, type Stretch } from './survey-lines.ts'
import { cut, type Marks } from './table.ts'

/** The lines of a text that are in memory, and what each of them is by itself. */
export type Window = {
  readonly first: number
  readonly lines: readonly string[]
  readonly singles: readonly Entry[]
}

/** Stretches one after the other; an open record may ask for what follows. */
export type Windows = {
  readonly next: () => Window | null
  readonly from: (window: Window, at: number) => Window
}

export function windowsOf(stretches: Iterable<Stretch>, marks: Marks): Windows {
  const rest = stretches[Symbol.iterator]()
  let waiting: Stretch | null = null
  const peek = (): Stretch | null => {
    if (waiting !== null) return waiting
    const { value, done } = rest.next()
    return (waiting = done === true ? null : value)
  }
  const take = (): Window | null => {
    const stretch = peek()
    waiting = null
    return stretch && { ...stretch, singles: singlesIn(stretch.lines, stretch.first, marks) }
  }
  /** The same lines from a place on, with as many behind them as a record may have; what was read is let go. */
  const from = (window: Window, at: number): Window => {
    let [lines, singles, first] = [window.lines, window.singles, window.first]
    if (lines.length - at >= MOST_LINES || peek() === null) return window
    ;[lines, singles, first] = [lines.slice(at), singles.slice(at), first + at]
    let letters = lines.reduce((sum, line) => sum + line.length, 0)
    while (lines.length < MOST_LINES && letters < MOST_LETTERS && peek()?.first === first + lines.length) {
      const more = take()!
      letters += more.lines.reduce((sum, line) => sum + line.length, 0)
      ;[lines, singles] = [
        [...lines, ...more.lines],
        [...singles, ...more.singles],
      ]
    }
    return { first, lines, singles }
  }
  return { next: take, from }
}

const PARTS = 16

/** All at once where no record runs over lines, which is nearly always; else in parts, down to single lines. */
function singlesIn(lines: readonly string[], first: number, marks: Marks): readonly Entry[] {
  const { rows, isOpen, isBroken } = cut(lines.join('\n'), marks)
  if (lines.length === 1) return [{ line: first, lines: 1, cells: rows[0] ?? [''], isOpen, isBroken }]
  if (rows.length === lines.length && !isOpen && !isBroken) {
    return rows.map((cells, i) => ({ line: first + i, lines: 1, cells, isOpen, isBroken }))
  }
  const size = Math.ceil(lines.length / PARTS)
  const starts = Array.from({ length: Math.ceil(lines.length / size) }, (_, i) => i * size)
  return starts.flatMap((at) => singlesIn(lines.slice(at, at + size), first + at, marks))
}
