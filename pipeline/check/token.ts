import { foldKey } from '../../connectors/fold.ts'
import { type Noted, notFigure } from './number.ts'

/** Where a part of a text stands: line and column from 1, and its letters from `start` up to `end`. */
export type Place = { readonly line: number; readonly column: number; readonly start: number; readonly end: number }

/**
 * The smallest part of a stated text: a word under its key; a number that may be a figure; one that is none (a day, a
 * document's, a heading's: `noted`); a mark, among them `.` at the end of a sentence and `¶` at that of a paragraph.
 */
export type Token = Place & {
  readonly text: string
  readonly is: 'word' | 'number' | 'noted' | 'mark'
  readonly key: string
  readonly noted: Noted | null
}

/** The tokens of a text in NFC whose lines end with `\n`. Every digit is in exactly one number, noted or not. */
export function tokensOf(text: string): Token[] {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  const tokens: Token[] = []
  let line = 0
  for (const match of text.matchAll(CHUNK)) {
    while ((starts[line + 1] ?? Infinity) <= match.index) line++
    for (const [from, part] of partsOf(match[0])) {
      const start = match.index + from
      const place = { line: line + 1, column: start - starts[line]! + 1, start, end: start + part.length }
      tokens.push({ ...classified(part), ...place })
    }
  }
  return withEnds(tokens, text).map(secondLook)
}

/**
 * A run of letters and digits. Points and commas belong to it between digits; slashes, dashes and colons where a digit
 * or a capital stands before them: `09/UBND-VP`, `17/01/2026`, `H24.131-260204-0001`, `5.966.000`. Three digits behind a
 * blank belong to the number before it (`12 500`), unless that is a month's or another one's that never counts.
 */
const CHUNK =
  /(?<![\p{L}\p{M}\d.,/-]|(?:tháng|quý|ngày|năm|kỳ|số|điều|khoản|mục|độ|tuần)\s)[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?![\d\p{L}]|[.,/:–-]\d)|[\p{L}\p{M}\d]+(?:(?:(?<=\d)[.,](?=\d)|(?<=[\d\p{Lu}])[/:–_-])[\p{L}\p{M}\d]+)*|\S/giu

const GLUED = /^(\d+(?:[.,]\d+)*)(?!h$|g$)([\p{Ll}\p{M}]+|[\p{Lu}\p{M}]{2,}|Đ)$/u

/** `952hồ` and `5.966.000đ` are a number and a word that nobody put a blank between. */
function partsOf(chunk: string): (readonly [from: number, part: string])[] {
  const [, number, word] = GLUED.exec(chunk) ?? []
  if (number !== undefined && word !== undefined)
    return [
      [0, number],
      [number.length, word],
    ]
  if (/\d/.test(chunk)) return [[0, chunk]]
  return [...chunk.matchAll(/[\p{L}\p{M}]+|[^\p{L}\p{M}]/gu)].map((part) => [part.index, part[0]])
}

function classified(text: string): Omit<Token, keyof Place> {
  const noted = notFigure(text)
  if (noted !== null) return { text, is: 'noted', key: '@', noted }
  if (/\d/.test(text)) return { text, is: 'number', key: '#', noted }
  return { text, is: /^\p{L}/u.test(text) ? 'word' : 'mark', key: foldKey(text) || text, noted }
}

/** A line's end ends a sentence, unless the text only goes on there; an empty line ends a paragraph. */
function withEnds(tokens: readonly Token[], text: string): Token[] {
  return tokens.flatMap((token, at) => {
    const breaks = at === 0 ? 0 : text.slice(tokens[at - 1]!.end, token.start).split('\n').length - 1
    if (breaks === 0 || (breaks === 1 && !BEGINNING.test(text.slice(token.start, token.start + 20)))) return [token]
    const end: Token = { ...token, text: '', end: token.start, is: 'mark', key: breaks > 1 ? '¶' : '.', noted: null }
    return [end, token]
  })
}

const BEGINNING = /^(?:\p{Lu}|[-+*•–·]\s|\d+(?:\.\d+)*[.)]\s|[a-zđ]\)\s)/u

/** `2. Về kết quả …`, `1.1) …` number a line; `5/10 hồ sơ` is a share and no day. */
function secondLook(token: Token, at: number, all: readonly Token[]): Token {
  const [before, after] = [all[at - 1], all[at + 1]]
  if (token.noted === 'day' && token.text.includes('/') && ['hồ', 'hs'].map(foldKey).includes(after?.key ?? ''))
    return { ...token, is: 'number', key: '#', noted: null }
  const begins = before === undefined || before.text === ''
  const closed = (after?.key === '.' || after?.key === ')') && after.start === token.end && after.text !== ''
  return token.is === 'number' && begins && closed ? { ...token, is: 'noted', key: '@', noted: 'heading' } : token
}
