import { scoreOf } from './dialect-score.ts'
import { linesCut, type Entry } from './survey-lines.ts'
import { delimiters as usualDelimiters, type Marks, usualMarks } from './table.ts'

/** How a text is divided into cells, by the evidence of all its lines. */
export type Found = Marks & { readonly score: number }

const priors: Readonly<{ [delimiter: string]: number }> = {
  ',': 1,
  ';': 1,
  '\t': 1,
  '|': 1,
  ', ': 1,
  '; ': 1,
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

/**
 * Each way of cutting is tried; where two are as good as each other, the more usual one stands first and stays. Where
 * a delimiter is said, by the text or by whoever asks, only it and longer ones that begin with it are.
 */
export function dialectOf(lines: readonly string[], said: string | null): Found {
  const sample = spread(lines)
  const text = sample.join('\n')
  const delimiters = said === null ? Object.keys(priors) : [said, ...longerThan(said)]
  let best: Found = said === null ? UNDIVIDED : { ...UNDIVIDED, delimiter: said }
  for (const delimiter of delimiters) {
    if (!text.includes(delimiter)) continue
    for (const { marks, records } of waysToCut(sample, text, delimiter)) {
      const score = scoreOf(records, marks) * (priors[delimiter] ?? 0.9)
      if (score > best.score * CLEARLY) best = { ...marks, score }
    }
  }
  return withEscape(sample, text, best)
}

/**
 * The ways in which a text may be cut, for whoever knows its header when it is met: by the usual signs where nothing
 * speaks against them, which is nearly always; else by evidence first. A quotation mark stays one: rows that tear on
 * it are said, and not read as if it were a letter.
 */
export function* likelyMarks(head: string): Generator<Marks> {
  const lines = head.split('\n')
  const said = delimiterSaid(lines[0])
  if (said !== null) yield quoting(dialectOf(lines.slice(1), said))
  for (const delimiter of usualDelimiters) {
    if (isInDoubt(lines, head, delimiter)) yield quoting(dialectOf(lines, delimiter))
    yield usualMarks(delimiter)
  }
}

/** What the evidence says of a text whose header nobody knew, however it was cut. */
export function evidentMarks(head: string): Marks {
  return quoting(dialectOf(head.split('\n'), null))
}

function quoting({ delimiter, quote, escape }: Found): Marks {
  return { delimiter, quote: quote ?? '"', escape }
}

/** `, ` for a comma, `||` for a pipe. */
function longerThan(delimiter: string): readonly string[] {
  return Object.keys(priors).filter((other) => other.length > delimiter.length && other.includes(delimiter))
}

const HEAD_LINES = 60

/** Whether there is a sign of other marks than the usual ones: another quotation mark, an escape, a longer delimiter. */
function isInDoubt(lines: readonly string[], head: string, delimiter: string): boolean {
  if (!head.includes(delimiter)) return false
  if (head.includes('\\"') || opensCells(head, "'", delimiter)) return true
  const longer = longerThan(delimiter)
  const isLonger = (line: string) => longer.some((other) => !line.replaceAll(other, '').includes(delimiter))
  return lines.slice(0, HEAD_LINES).some((line) => line.includes(delimiter) && isLonger(line))
}

/** A backslash escapes where it leaves next to no mark that closes too early; else it is a letter before a mark. */
function withEscape(sample: readonly string[], text: string, best: Found): Found {
  if (best.quote === null || !text.includes(`\\${best.quote}`)) return best
  const doubling = { ...best, escape: 'doubled' } as const
  const escaping = { ...best, escape: 'backslash' } as const
  const [doubled, escaped] = [doubling, escaping].map((marks) => linesCut(sample, marks))
  const joined = Math.min(joinedIn(doubled!), joinedIn(escaped!)) // cells that run over lines, whatever escapes
  const torn = (records: readonly Entry[]) => records.filter(isTorn).length + joinedIn(records) - joined
  return torn(escaped!) < torn(doubled!) * 0.1 ? escaping : doubling
}

function isTorn({ isOpen, isBroken }: Entry): boolean {
  return isOpen || isBroken
}

function joinedIn(records: readonly Entry[]): number {
  return records.filter(({ lines }) => lines > 1).length
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

type Way = { readonly marks: Marks; readonly records: readonly Entry[] }

/** A quotation mark is a letter only where rows tear on it, or run over lines. */
function* waysToCut(sample: readonly string[], text: string, delimiter: string): Generator<Way> {
  const way = (marks: Omit<Marks, 'delimiter'>): Way => {
    return { marks: { delimiter, ...marks }, records: linesCut(sample, { delimiter, ...marks }) }
  }
  const usual = way({ quote: '"', escape: 'doubled' })
  yield usual
  if (text.includes('\\"')) yield way({ quote: '"', escape: 'backslash' })
  if (usual.records.some((record) => isTorn(record) || record.lines > 1)) yield way({ quote: null, escape: 'doubled' })
  if (opensCells(text, "'", delimiter)) yield way({ quote: "'", escape: 'doubled' })
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
