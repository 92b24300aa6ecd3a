import { foldKey } from '../../connectors/fold.ts'
import { phrases } from './office-words.ts'

export type Tag = keyof typeof phrases

/** A phrase by the keys of its words, and what it says. */
export type Phrase<Said> = { readonly says: Said; readonly keys: readonly string[] }

/**
 * The longest phrase that begins at a word, by the keys of the words from there on. A comma joins only in front of a
 * number: `trước hạn, đúng hạn 945 hồ sơ`, but `939 hồ sơ trước hạn, đúng hạn 6 hồ sơ`.
 */
export function phraseAt(next: readonly string[], beforeNumber: boolean): Phrase<Tag> | null {
  return longestAt(tags, next, (keys) => beforeNumber || !keys.includes(','))
}

/** The longest of some phrases that begins at a word. */
export function longestAt<Said>(
  index: ReadonlyMap<string, readonly Phrase<Said>[]>,
  next: readonly string[],
  mayBe: (keys: readonly string[]) => boolean = () => true,
): Phrase<Said> | null {
  const fitting = index.get(next[0] ?? '') ?? []
  return fitting.find(({ keys }) => keys.every((key, at) => next[at] === key) && mayBe(keys)) ?? null
}

/** Phrases by their first word, the longest first. */
export function indexed<Said extends string>(
  texts: Readonly<Record<Said, string>>,
): ReadonlyMap<string, readonly Phrase<Said>[]> {
  const all = (Object.keys(texts) as Said[]).flatMap((says) => spelled(texts[says]).map((keys) => ({ says, keys })))
  return Map.groupBy(
    all.toSorted((a, b) => b.keys.length - a.keys.length),
    ({ keys }) => keys[0]!,
  )
}

const tags = indexed(phrases)

/** The words of every phrase that a text of phrases spells, under their keys. */
export function spelled(text: string): string[][] {
  return text.split(';').flatMap(expanded).map(keysOf)
}

/** Single words under their keys. */
export function keysIn(text: string): ReadonlySet<string> {
  return new Set(spelled(text).flat())
}

/** `{từ |}kỳ trước` is `từ kỳ trước` and `kỳ trước`; braces may stand in braces. */
function expanded(text: string): string[] {
  const [whole, choices] = /\{([^{}]*)\}/.exec(text) ?? []
  if (whole === undefined || choices === undefined) return [text]
  return choices.split('|').flatMap((choice) => expanded(text.replace(whole, () => choice)))
}

function keysOf(text: string): string[] {
  return (text.match(/[\p{L}\p{M}]+|\d+|[^\p{L}\p{M}\d\s]/gu) ?? []).map(foldKey)
}
