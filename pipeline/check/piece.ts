import { foldKey } from '../../connectors/fold.ts'
import type { Token } from './token.ts'
import { aboutWords, documentWords, otherWords, spanWords, timeWords } from './office-words.ts'
import { keysIn, phraseAt, spelled, type Tag } from './vocabulary.ts'

/** Why a number is not taken for a figure. */
export type Doubt =
  | 'no_words' // nothing beside it says what it counts
  | 'no_figure' // it counts something that is none of the figures
  | 'ambiguous' // its words may mean several figures, or it is not clear whose words they are
  | 'something_else' // it counts no dossiers
  | 'rounded' // "khoảng 500", "3,19 ngàn"
  | 'not_whole' // a count with a fraction, or digits that are no number
  | 'comparison' // "tăng 12 hồ sơ so với tháng trước"
  | 'target' // what is to be reached, not what was
  | 'unknown_key' // `received_totl: 12`

/** A part of a sentence with at most one number, and the words that stand beside it. */
export type Piece = {
  readonly tokens: readonly Token[]
  readonly number: Token | null
  readonly measure: 'count' | 'percent' | 'dong'
  readonly tags: ReadonlySet<Tag>
  readonly doubt: Doubt | null
}

/** A sentence, its tokens and pieces in their order. */
export type Sentence = {
  readonly pieces: readonly Piece[]
  readonly tokens: readonly Token[]
  readonly endsParagraph: boolean
}

/** Cuts a text into sentences and pieces. Every number that may count stands in exactly one piece. */
export function sentencesOf(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  for (let at = 0; at <= tokens.length; at++) {
    const key = tokens[at]?.key ?? '¶'
    if (!['.', '¶', '!', '?'].includes(key)) continue
    const these = tokens.slice(from, at)
    from = at + 1
    if (these.length > 0) sentences.push({ pieces: piecesOf(these), tokens: these, endsParagraph: key === '¶' })
    else if (key === '¶' && sentences.length > 0) sentences.push({ ...sentences.pop()!, endsParagraph: true })
  }
  return sentences
}

/** Numbers that only name something: `Nghị quyết số 57`, `tháng 02`, `6 tháng đầu năm`. Dossiers behind it make it count. */
export function named(token: Token, at: number, all: readonly Token[]): Token {
  const key = (distance: number): string => all[at + distance]?.key ?? ''
  if (token.is !== 'number' || DOSSIERS.has(key(1))) return token
  const isTime = spans.has(key(1)) || Number(token.text) <= (times.get(key(-1)) ?? -1)
  const isDocument = documents.some((words) => words.every((word, index) => key(index - words.length) === word))
  const isSum = phraseAt([key(-2), key(-1)], true)?.says === 'sum'
  const noted = isTime ? 'period' : isDocument && !isSum ? 'document' : null
  return noted === null ? token : { ...token, is: 'noted', key: '@', noted }
}

const DOSSIERS = keysIn('hồ; hs')
const about = keysIn(aboutWords)
const spans = keysIn(spanWords)
const otherThings = keysIn(otherWords)
const documents = spelled(documentWords)
const times: ReadonlyMap<string, number> = new Map(
  Object.entries(timeWords).map(([word, most]) => [foldKey(word), most]),
)

type Item = { readonly tag: Tag | null; readonly tokens: readonly Token[]; readonly isNumber: boolean }

function piecesOf(tokens: readonly Token[]): Piece[] {
  return spansOf(itemsOf(tokens)).flatMap(cutBetweenNumbers).map(pieceOf)
}

/** Words that belong together become one item, the longest phrase first. */
function itemsOf(tokens: readonly Token[]): Item[] {
  const items: Item[] = []
  let hasNumber = false
  for (let at = 0; at < tokens.length;) {
    const phrase = phraseAt(
      tokens.slice(at, at + 9).map(({ key }) => key),
      !hasNumber,
    )
    const length = phrase?.keys.length ?? 1
    const token = tokens[at]!
    items.push({ tag: phrase?.says ?? null, tokens: tokens.slice(at, at + length), isNumber: token.is === 'number' })
    hasNumber = phrase === null && SEPARATORS.has(token.key) ? false : hasNumber || token.is === 'number'
    at += length
  }
  return items
}

const SEPARATORS: ReadonlySet<string> = new Set([',', ';', '(', ')', '[', ']', '–', '-', '—', '•', '+', '*', '|'])

/** Commas, brackets and dashes part; a colon only behind a number: `Mới tiếp nhận: 913`, `952 hồ sơ, trong đó: 939`. */
function spansOf(items: readonly Item[]): Item[][] {
  const spans: Item[][] = [[]]
  for (const item of items) {
    const current = spans.at(-1)!
    const key = item.tag === null ? item.tokens[0]!.key : ''
    if (SEPARATORS.has(key) || (key === ':' && current.some(({ isNumber }) => isNumber))) spans.push([])
    else current.push(item)
  }
  return spans.filter((span) => span.length > 0)
}

type Span = { readonly items: readonly Item[]; readonly isClear: boolean }

/** Several numbers in one span are parted at a joining word; where there is none, nobody can tell whose words are whose. */
function cutBetweenNumbers(items: readonly Item[]): Span[] {
  const numbers = items.flatMap(({ isNumber }, at) => (isNumber ? [at] : []))
  const spans: Span[] = []
  let [from, isClear] = [0, true]
  for (const [nth, at] of numbers.entries()) {
    const next = numbers[nth + 1]
    if (next === undefined) break
    const isPercent = items[next + 1]?.tag === 'percent'
    const cut = items.slice(at + 1, next).findIndex(({ tag }) => tag === 'and' || (isPercent && tag === 'rate'))
    const end = cut < 0 ? next : at + 1 + cut
    spans.push({ items: items.slice(from, end), isClear: isClear && cut >= 0 })
    from = end
    isClear = cut >= 0
  }
  return [...spans, { items: items.slice(from), isClear }]
}

function pieceOf({ items, isClear }: Span): Piece {
  const at = items.findIndex(({ isNumber }) => isNumber)
  const number = items[at]?.tokens[0] ?? null
  const behind = items[at + 1]
  const measure = behind?.tag === 'percent' || behind?.tag === 'dong' ? behind.tag : 'count'
  const base = measure === 'percent' ? items.findIndex(({ tag }, index) => index > at && tag === 'base') : -1
  const tags = new Set(
    (base < 0 ? items : items.slice(0, base)).flatMap(({ tag }) => (tag === null || SILENT.has(tag) ? [] : [tag])),
  )
  const tokens = items.flatMap((item) => item.tokens)
  return {
    tokens,
    number,
    measure,
    tags,
    doubt: number === null ? null : (doubtOf(items, at, tags) ?? (isClear ? null : 'ambiguous')),
  }
}

const SILENT: ReadonlySet<Tag> = new Set<Tag>(['none', 'and', 'rate', 'percent', 'dong', 'base'])

function doubtOf(items: readonly Item[], at: number, tags: ReadonlySet<Tag>): Doubt | null {
  const [before, after] = [items[at - 1], items[at + 1]]
  if (tags.has('comparison')) return 'comparison'
  if (tags.has('target')) return 'target'
  if (after?.tag === 'rounded' || (before?.tag === null && about.has(before.tokens[0]!.key))) return 'rounded'
  if (after?.tag === null && otherThings.has(after.tokens[0]!.key)) return 'something_else'
  return null
}
