import type { Bytes, Encoding, Reason } from './reading.ts'
import { piecesOf } from './decode.ts'
import { encodingsIn } from './encoding.ts'
import { countingEnds, type LineEnds } from './line-ends.ts'
import { type Sample, makeSampler, type Sizes } from './survey-sample.ts'
import type { Stretch } from './survey-lines.ts'
import { type Broken, isBroken, type Whole } from './table.ts'

/** A text that was read through once: what is to be known before its rows are read, and the way to read it again. */
export type Text = {
  readonly encoding: Encoding
  readonly sample: Sample
  readonly quotes: ReadonlySet<string> // the quotation marks that are in it
  readonly ends: LineEnds
  readonly physical: number // lines
  readonly stretches: () => Stretches
}

/** All lines of a text, some at a time. */
export type Stretches = Generator<Stretch, Broken | Whole, void>

export function textOf(bytes: Bytes, head: Uint8Array, sizes: Sizes): Text | { readonly reason: Reason } {
  let first: Broken | null = null
  for (const encoding of encodingsIn(bytes, head)) {
    const text = readThrough(bytes, encoding, sizes)
    if (!isBroken(text)) return text
    first ??= text
  }
  return first!
}

function readThrough(bytes: Bytes, encoding: Encoding, sizes: Sizes): Text | Broken {
  const sampler = makeSampler(sizes)
  const quotes = new Set<string>()
  const counting = countingEnds(bytes())
  const stretches = stretchesOf(() => counting.bytes, encoding, sizes)
  let [next, physical] = [stretches.next(), 0]
  for (; next.done !== true; next = stretches.next()) {
    physical += next.value.lines.length
    sampler.take(next.value)
    noteQuotes(next.value, quotes)
  }
  const end = next.value
  if (isBroken(end)) return end
  const sample = sampler.kept()
  const again = (): Stretches => (sample.isWhole ? kept(sample, end) : stretchesOf(bytes, encoding, sizes))
  return { encoding, sample, quotes, ends: counting.ends(), physical, stretches: again }
}

function noteQuotes({ lines }: Stretch, met: Set<string>): void {
  for (const quote of ['"', "'"]) {
    if (!met.has(quote) && lines.some((line) => line.includes(quote))) met.add(quote)
  }
}

function* kept({ stretches }: Sample, end: Whole): Stretches {
  yield* stretches
  return end
}

/** A carriage return ends a line, also among other line ends: in a cell it would be one of several lines. */
function* stretchesOf(bytes: Bytes, encoding: Encoding, sizes: Sizes): Stretches {
  const pieces = piecesOf(bytes, encoding)
  let first = 1
  try {
    let next = pieces.next()
    for (; next.done !== true; next = pieces.next()) {
      const lines = linesIn(next.value)
      for (let at = 0; at < lines.length; at += sizes.lines) {
        yield { first: first + at, lines: lines.slice(at, at + sizes.lines) }
      }
      first += lines.length
    }
    return next.value
  } finally {
    pieces.return({ isCut: false }) // a reader who stops early leaves no file open
  }
}

function linesIn(piece: string): readonly string[] {
  const lines = (piece.includes('\r') ? piece.replaceAll(/\r\n?/g, '\n') : piece).split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines
}
