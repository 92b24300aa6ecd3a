import { scoreOf } from './dialect-score.ts'
import { linesCut, type Entry } from './survey-lines.ts'
import type { Marks } from './table.ts'

/** How a text is divided into cells, by the evidence of all its lines. */
export type Found = Marks & { readonly score: number }

const priors: Readonly<{ [delimiter: string]: number }> = {
  ',': 1,
  ';': 1,
  '\t': 1,
  '|': 1,
  ', ': 1,
  '||': 1,
  '::': 1,
  '^': 0.95,
  '~': 0.95,
  ':': 0.6,
  ' ': 0.55,
}

/** Where nothing divides the lines evenly, each is one cell: this sign is in no text. */
const UNDIVIDED: Found = { delimiter: '\u001f', quote: '"', escape: 'doubled', score: 0 }
const CLEARLY = 1.02

/** Each way of cutting is tried; where two are as good as each other, the more usual one stands first and stays. */
export function dialectOf(lines: readonly string[], said: string | null): Found {
  const sample = spread(lines)
  const text = sample.join('\n')
  const delimiters = said === null ? Object.keys(priors) : [said]
  let best: Found = said === null ? UNDIVIDED : { ...UNDIVIDED, delimiter: said }
  for (const delimiter of delimiters) {
    if (!text.includes(delimiter)) continue
    for (const marks of marksFor(text, delimiter)) {
      const records = linesCut(sample, marks)
      const score = scoreOf(records, marks) * (priors[delimiter] ?? 0.9)
      if (score > best.score * CLEARLY) best = { ...marks, score }
    }
  }
  return withEscape(sample, text, best)
}

/** A backslash escapes where it leaves next to no mark that closes too early; else it is a letter before a mark. */
function withEscape(sample: readonly string[], text: string, best: Found): Found {
  if (best.quote === null || !text.includes(`\\${best.quote}`)) return best
  const doubling = { ...best, escape: 'doubled' } as const
  const escaping = { ...best, escape: 'backslash' } as const
  const [doubled, escaped] = [doubling, escaping].map((marks) => linesCut(sample, marks).filter(isTorn).length)
  return escaped! < doubled! * 0.1 ? escaping : doubling
}

function isTorn({ isOpen, isBroken, lines }: Entry): boolean {
  return isOpen || isBroken || lines > 1
}

const MOST_LINES = 1500
const BLOCKS = 15
const LONG = 200_000 // letters: a cell of megabytes says nothing of how lines are divided

/** Of a long text, blocks of lines from its beginning to its end. */
function spread(lines: readonly string[]): readonly string[] {
  const some = lines.filter((line) => line.length < LONG)
  if (some.length > 0 && some.length < lines.length) return spread(some)
  if (lines.length <= MOST_LINES) return lines
  const size = MOST_LINES / BLOCKS
  const step = (lines.length - size) / (BLOCKS - 1)
  return Array.from({ length: BLOCKS }, (_, i) => Math.floor(i * step)).flatMap((at) => lines.slice(at, at + size))
}

function marksFor(text: string, delimiter: string): readonly Marks[] {
  const marks: Marks[] = [{ delimiter, quote: '"', escape: 'doubled' }]
  if (text.includes('\\"')) marks.push({ delimiter, quote: '"', escape: 'backslash' })
  if (text.includes('"')) marks.push({ delimiter, quote: null, escape: 'doubled' })
  if (opensCells(text, "'", delimiter)) marks.push({ delimiter, quote: "'", escape: 'doubled' })
  return marks
}

/** An apostrophe is a quotation mark only where cells begin and end with it. */
function opensCells(text: string, mark: string, delimiter: string): boolean {
  const before = text.split(delimiter + mark).length + text.split(`\n${mark}`).length - 2
  const after = text.split(mark + delimiter).length + text.split(`${mark}\n`).length - 2
  return before > 1 && after > 1
}

/** `sep=;` above the table, which a spreadsheet obeys. */
export function delimiterSaid(first: string | undefined): string | null {
  return /^"?sep=(.{1,2}?)"?[,;\t ]*$/i.exec(first ?? '')?.[1] ?? null
}
