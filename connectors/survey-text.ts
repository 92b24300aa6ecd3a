import type { Broken, Whole } from './table.ts'
import type { Bytes, Encoding, Reason } from './reading.ts'
import { headOf, piecesOf } from './decode.ts'
import { encodingsOf } from './encoding.ts'

/** How many lines end in which way. */
export type LineEnds = { readonly crlf: number; readonly lf: number; readonly cr: number }

export type Text = {
  readonly encoding: Encoding
  readonly lines: readonly string[]
  readonly ends: LineEnds
  readonly isCut: boolean // the bytes end within a letter
}

const MOST_LETTERS = 32 * 1024 * 1024

/** A whole text in memory, which is why it may not be of any size. */
export function textOf(bytes: Bytes): Text | { readonly reason: Reason } {
  const head = headOf(bytes)
  let first: Reason | null = null
  for (const encoding of encodingsOf(head)) {
    const read = piecesIn(bytes, encoding)
    if ('text' in read) return { encoding, ...read.end, ends: lineEndsOf(bytes), lines: linesOf(read.text) }
    first ??= read.reason
  }
  return { reason: first! }
}

type Read = { readonly text: string; readonly end: Whole } | Broken

function piecesIn(bytes: Bytes, encoding: Encoding): Read {
  const parts: string[] = []
  let letters = 0
  const pieces = piecesOf(bytes, encoding)
  for (let next = pieces.next(); ; next = pieces.next()) {
    if (next.done) return 'reason' in next.value ? next.value : { text: parts.join(''), end: next.value }
    parts.push(next.value)
    letters += next.value.length
    if (letters <= MOST_LETTERS) continue
    pieces.return({ isCut: false })
    return { reason: { id: 'too_large', limit: '32 MB' } }
  }
}

/** A carriage return ends a line, also among other line ends: in a cell it would be one of several lines. */
function linesOf(text: string): readonly string[] {
  const lines = (text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text).split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines
}

const [CR, LF] = [0x0d, 0x0a]

/** Counted in the bytes, since whoever decodes them makes all line ends alike; the zeros of UTF-16 are passed over. */
function lineEndsOf(bytes: Bytes): LineEnds {
  const ends = { crlf: 0, lf: 0, cr: 0 }
  let last = 0
  for (const chunk of bytes()) {
    for (const byte of chunk) {
      if (byte === 0) continue
      if (byte === LF && last === CR) ends.crlf++
      else if (byte === LF) ends.lf++
      if (last === CR && byte !== LF) ends.cr++
      last = byte
    }
  }
  if (last === CR) ends.cr++
  return ends
}
