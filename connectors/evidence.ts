import type { Encoding, Unicode } from './reading.ts'
import { type Legacy, legacies } from './legacy.ts'
import { peeled } from './peel.ts'
import { isSyllable, MOSTLY, shareOfSyllables } from './syllable.ts'
import { oddWordsOf, wordReader } from './verdict.ts'

/**
 * What Unicode text may hide, the most likely first: a second encoding, or letters of an old alphabet in all of it or
 * in some. Nothing is hidden unless much speaks for it; but where some words do, a header may still prove it.
 */
export function layeredIn(text: string, outer: Unicode): readonly [Encoding, ...Encoding[]] {
  if (!BEYOND_ASCII.test(text)) return [outer]
  const whole = text.slice(0, text.lastIndexOf('\n') + 1) || text
  const second = secondEncodingIn(whole, outer)
  if (second !== null) return [second]
  const words = oddWords(whole)
  const found = legacies.map((legacy) => ({ legacy, ...evidenceOf(legacy, words) })).filter(({ kinds }) => kinds > 0)
  const ranked = found.toSorted((a, b) => b.meant - a.meant || b.kinds - a.kinds)
  const names = ranked.map(({ legacy }): Encoding => `${legacy} in ${outer}`)
  const [best, ...others] = names
  const isProven = best !== undefined && ranked[0]!.kinds >= FEWEST_KINDS && ranked[0]!.meant >= 2 * ranked[0]!.other
  return isProven ? [best, outer, ...others] : [outer, ...names]
}

const BEYOND_ASCII = /[^\0-\x7f]/
const FEWEST_KINDS = 2

function secondEncodingIn(text: string, outer: Unicode): Encoding | null {
  const once = peeled(text)
  if (once === null) return null
  const twice = BEYOND_ASCII.test(once) ? peeled(once) : null
  if (twice !== null && isMeant(twice)) return `utf-8 in utf-8 in ${outer}`
  return isMeant(once) ? `utf-8 in ${outer}` : null
}

/** That all of it can be undone is proof enough, unless all of it is a letter or two. */
function isMeant(text: string): boolean {
  return shareOfSyllables(text) >= MOSTLY || new Set(text.match(/[^\0-\x7f]/gu)).size >= FEWEST_LETTERS
}

const FEWEST_LETTERS = 3

type Words = ReadonlyMap<string, number>

/** How often each word occurs that has letters beyond ASCII. */
function oddWords(text: string): Words {
  const words = new Map<string, number>()
  for (const word of text.match(oddWordsOf('viscii')) ?? []) words.set(word, (words.get(word) ?? 0) + 1)
  return words
}

type Evidence = { readonly kinds: number; readonly meant: number; readonly other: number }

/** How many words are syllables only if this alphabet was meant, and how many are in it and are none either way. */
function evidenceOf(legacy: Legacy, words: Words): Evidence {
  const read = wordReader(legacy)
  let [kinds, meant, other] = [0, 0, 0]
  for (const [odd, times] of words) {
    for (const { verdict, spelt } of (odd.match(oddWordsOf(legacy)) ?? []).map(read)) {
      if (verdict === 2) [kinds, meant] = [kinds + 1, meant + times]
      else if (verdict === 0 && !isSyllable(spelt)) other += times
    }
  }
  return { kinds, meant, other }
}
