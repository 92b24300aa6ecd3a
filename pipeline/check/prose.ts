import { begin, current, type Draft, emptyDraft, isAnother, type Open, titled, turnTo } from './draft.ts'
import { type Group, groupOf, meaningsOf, rateOf } from './meaning.ts'
import { numberIn } from './number.ts'
import { type Doubt, named, type Piece, type Sentence, sentencesOf } from './piece.ts'
import type { Meaning, Quote, Reading } from './stated.ts'
import { type Token, tokensOf } from './token.ts'
import { periodIn, unitIn } from './unit.ts'
import type { Tag } from './vocabulary.ts'

/** What a text of sentences states. `text` is in NFC, its lines end with `\n`. */
export function readProse(text: string): Reading {
  const tokens = tokensOf(text).map(named)
  const noted = tokens.flatMap(({ noted: is, text: written, line, column, start, end }) =>
    is === null ? [] : [{ text: written, at: { line, column, start, end }, is }],
  )
  const draft = emptyDraft(text)
  for (const sentence of sentencesOf(tokens)) readSentence(draft, sentence)
  const statements = draft.statements
    .filter(({ counts, rates, money }) => counts.length + rates.length + money.length > 0)
    .map(({ unit, counts, rates, money, period }) => ({ unit: unit?.words ?? null, period, counts, rates, money }))
  return { statements, doubted: draft.doubted, noted }
}

/** The count before, whose share a bare percentage is, and the statement that it is part of. */
type Last = { readonly in: Open; readonly at: number } | null

function readSentence(draft: Draft, sentence: Sentence): void {
  if (sentence.pieces.every(({ number }) => number === null)) titled(draft, periodIn(sentence.tokens))
  let last: Last = null
  sentence.pieces.forEach((piece, at) => {
    const lead = leadOf(sentence, at)
    if (lead !== null) turnTo(draft, unitIn(lead), periodIn(lead))
    const group = groupOf(piece.tags)
    if (piece.number === null) {
      if (group !== null) draft.context = { group, sentence }
      return
    }
    const doubt = piece.doubt ?? readNumber(draft, sentence, at, last)
    if (doubt !== null) draft.doubted.push({ ...quoteOf(draft.text, piece), doubt })
    if (piece.measure === 'count')
      last = doubt === null ? { in: current(draft), at: current(draft).counts.length - 1 } : null
    if (group !== null) draft.context = { group, sentence }
  })
  if (sentence.endsParagraph) draft.paragraph++
}

/** The words in front of a number, back to the part that has the number before it; null for a part without a number. */
function leadOf({ pieces, tokens }: Sentence, at: number): readonly Token[] | null {
  const { number } = pieces[at]!
  if (number === null) return null
  let first = at
  while (first > 0 && pieces[first - 1]!.number === null) first--
  return tokens.slice(indexOf(tokens, pieces[first]!.tokens[0]!), indexOf(tokens, number))
}

/** Tokens stand in the order of the text. */
function indexOf(tokens: readonly Token[], token: Token): number {
  let [low, high] = [0, tokens.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.start < token.start) low = middle + 1
    else high = middle
  }
  return low
}

/** Puts a number where it belongs; gives the reason when nobody can say where that is. */
function readNumber(draft: Draft, sentence: Sentence, at: number, last: Last): Doubt | null {
  const piece = sentence.pieces[at]!
  const written = numberIn(piece.number!.text)
  if (piece.measure === 'percent') return readRate(draft, piece, contextFor(draft, sentence), last)
  if (written === null || written.whole === null) return 'not_whole'
  const parts = partsOf(sentence, at)
  const tags = new Set(parts.flatMap((part) => [...part.tags]))
  const quote = quoteOf(draft.text, piece, parts)
  if (piece.measure === 'dong') {
    if (rateOf(tags) !== 'online_payment_rate') return 'no_figure'
    current(draft).money.push({ ...quote, value: written.whole })
    return null
  }
  const meanings = meaningsOf(tags, contextFor(draft, sentence, tags))
  if (!isMeaning(meanings)) return meanings
  if (isAnother(draft, meanings, written.whole)) begin(draft, null)
  current(draft).counts.push({ ...quote, value: written.whole, meanings })
  return null
}

function readRate(draft: Draft, piece: Piece, context: Group | null, last: Last): Doubt | null {
  const written = numberIn(piece.number!.text)
  if (written === null || Number.isNaN(written.decimal)) return 'not_whole'
  const rate = { ...quoteOf(draft.text, piece), percent: written.decimal, decimals: written.decimals }
  const named = rateOf(piece.tags)
  const meanings = piece.tags.size === 0 ? [] : meaningsOf(piece.tags, context)
  if (!isMeaning(meanings)) return meanings
  if (named === null && meanings.length === 0 && last?.in !== current(draft)) return 'no_words'
  const of =
    named !== null
      ? { rate: named }
      : meanings.length > 0
        ? { keys: meanings.map(({ key }) => key) }
        : { count: last!.at }
  current(draft).rates.push({ ...rate, of })
  return null
}

/**
 * The parts whose words a count has: its own, with classes that were only named in front of it (`trả lại, rút: 90`). One
 * without words has those behind it, before any other count: `Có 90 hồ sơ (chiếm 2,16%), bị trả lại hoặc do người nộp rút`.
 */
function partsOf({ pieces }: Sentence, at: number): readonly Piece[] {
  const [piece, before] = [pieces[at]!, pieces[at - 1]]
  const isOfThis = before?.number === null && pieces[at - 2]?.tags.size !== 0
  if (isOfThis && [...before.tags].some((tag) => CLASSES.has(tag))) return [before, piece]
  if (piece.tags.size > 0) return [piece]
  const next = pieces.findIndex(({ number, measure }, index) => index > at && number !== null && measure !== 'percent')
  const behind = pieces
    .slice(at + 1, next < 0 ? undefined : next)
    .find(({ number, tags }) => number === null && tags.size > 0)
  return behind === undefined ? [piece] : [piece, behind]
}

const CLASSES: ReadonlySet<Tag> = new Set([
  'online',
  'direct',
  'post',
  'early',
  'on_time',
  'overdue',
  'refused',
  'returned',
  'withdrawn',
])

/** Channels belong to what was received unless the same sentence speaks of something else; so does a sum of its parts. */
function contextFor({ context }: Draft, sentence: Sentence, tags: Piece['tags'] = new Set()): Group | null {
  const isChannel = (['online', 'direct', 'post', 'direct_or_post'] as const).some((tag) => tags.has(tag))
  const isElsewhere = context?.sentence !== sentence
  if (isChannel && isElsewhere) return 'received'
  return tags.size === 1 && tags.has('sum') && isElsewhere ? null : (context?.group ?? null)
}

function isMeaning(found: readonly Meaning[] | Doubt): found is readonly Meaning[] {
  return typeof found !== 'string'
}

/** `parts`: those that have the words of the number, in the order of the text. */
function quoteOf(text: string, piece: Piece, parts: readonly Piece[] = [piece]): Quote {
  const { text: written, line, column, start, end } = piece.number!
  const words = text.slice(parts[0]!.tokens[0]!.start, parts.at(-1)!.tokens.at(-1)!.end).replace(/\s+/g, ' ')
  return { text: written, at: { line, column, start, end }, words }
}
