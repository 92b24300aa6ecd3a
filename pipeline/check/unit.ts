import { isDay } from '../day.ts'
import { dayIn } from './number.ts'
import type { StatedPeriod } from './stated.ts'
import type { Token } from './token.ts'
import { unitWords } from './office-words.ts'
import { indexed, keysIn, longestAt, phraseAt } from './vocabulary.ts'

/** Who states something, in the text's words; `kind` and `name` tell one from another. */
export type Unit = { readonly words: string; readonly kind: string; readonly name: string }

/** The unit that these words name last, as in `Tại phường Hưng Đạo, Trung tâm`; null when they name none. */
export function unitIn(tokens: readonly Token[]): Unit | null {
  let found: Unit | null = null
  for (let at = 0; at < tokens.length; at++) {
    const phrase = longestAt(
      units,
      tokens.slice(at, at + 8).map(({ key }) => key),
    )
    if (phrase === null) continue
    const from = at + phrase.keys.length
    const end = phrase.says === 'field' ? endOfField(tokens, from) : endOfName(tokens, from)
    const name = tokens.slice(from, end).filter(({ text }) => isCapital(text) || phrase.says === 'field')
    if ((phrase.says === 'ward' || phrase.says === 'field') && name.length === 0) continue
    const unit = {
      words: wordsOf(tokens.slice(at, end)),
      kind: phrase.says,
      name: name.map(({ key }) => key).join(' '),
    }
    found = found !== null && AND.has(tokens[at - 1]?.key ?? '') ? together(found, unit) : unit
    at = end - 1
  }
  return found
}

/** `cấp huyện và cấp xã` are one unit. */
function together(a: Unit, b: Unit): Unit {
  return { words: `${a.words} và ${b.words}`, kind: `${a.kind} ${b.kind}`, name: `${a.name} ${b.name}`.trim() }
}

/** `Trung tâm` is the `Trung tâm Phục vụ hành chính công phường Hưng Đạo` of before, unless both have a name of their own. */
export function sameUnit(a: Unit, b: Unit): boolean {
  return a.kind === b.kind && (a.name === b.name || a.name === '' || b.name === '')
}

/** The days that these words name, `từ ngày … đến ngày …`, else the month or quarter; null when they name none. */
export function periodIn(tokens: readonly Token[]): StatedPeriod | null {
  const days = tokens.flatMap((token, at) =>
    token.noted === 'day' && dayIn(token.text) !== null ? [{ at, day: dayIn(token.text)! }] : [],
  )
  for (const [index, { at, day: from }] of days.entries()) {
    const next = days[index + 1]
    const apart = next === undefined ? [] : tokens.slice(at + 1, next.at).map(({ key }) => key)
    if (next !== undefined && from <= next.day && apart.length <= 4 && apart.some((key) => UNTIL.has(key)))
      return { from, to: next.day }
  }
  return monthIn(tokens.map(({ text }) => text).join(' '))
}

function monthIn(text: string): StatedPeriod | null {
  const [, month, year] = /tháng\s+(\d{1,2})(?:\s*[/-]\s*|\s+năm\s+)(\d{4})/iu.exec(text) ?? []
  const isOne = !/(?:đến|từ)\s+(?:hết\s+)?tháng/iu.test(text) && (text.match(/tháng\s+\d/giu) ?? []).length === 1
  if (isOne && month !== undefined && isDay(`${year}-${month.padStart(2, '0')}-01`))
    return { id: `${year}-${month.padStart(2, '0')}` }
  const words = /(?:\d+ tháng đầu năm|(?:tháng|quý)\s+(?:\d{1,2}|[IVX]+))(?:\s*\/\s*\d{4}|\s+năm\s+\d{4})?/iu.exec(text)
  return words === null ? null : { words: words[0] }
}

/** Whether a period is another one than that before; of two sorts (days, a month) nobody can say. */
export function otherPeriod(a: StatedPeriod, b: StatedPeriod): boolean {
  return Object.keys(a).join() === Object.keys(b).join() && JSON.stringify(a) !== JSON.stringify(b)
}

const UNTIL: ReadonlySet<string> = new Set([...keysIn('đến; tới'), '-', '–', '—'])
const AND = keysIn('và')
const BETWEEN = keysIn('của; tỉnh; phường; xã; thành; phố; huyện; đặc; khu; cấp; và')
const units = indexed(unitWords)

/** A name goes on while its words have capitals, or say of what level it is. */
function endOfName(tokens: readonly Token[], from: number): number {
  let end = from
  for (let at = from; at < tokens.length && at < from + 12; at++) {
    if (tokens[at]!.is !== 'word') break
    if (isCapital(tokens[at]!.text)) end = at + 1
    else if (!BETWEEN.has(tokens[at]!.key)) break
  }
  return end
}

/** A field is named in small letters, up to the words of a figure. */
function endOfField(tokens: readonly Token[], from: number): number {
  let end = from
  while (end < from + 8 && tokens[end]?.is === 'word' && isNoFigure(tokens.slice(end, end + 4))) end++
  return end
}

function isNoFigure(tokens: readonly Token[]): boolean {
  return (
    phraseAt(
      tokens.map(({ key }) => key),
      false,
    ) === null
  )
}

function isCapital(text: string): boolean {
  return /^\p{Lu}/u.test(text)
}

function wordsOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(' ,', ',')
}
