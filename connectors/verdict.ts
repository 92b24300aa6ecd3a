import { alphabetOf, decodeLegacy, isWrittenIn, type Legacy } from './legacy.ts'
import { isCommon, isSyllable } from './syllable.ts'
import { byteOf } from './western.ts'

/** Above zero for the old alphabet, below for Unicode; two is a proof, one a likelihood, zero says nothing. */
export type Verdict = -2 | -1 | 0 | 1 | 2

/** A word with letters beyond ASCII, in text that may have been typed in an old alphabet. */
export type Word = { readonly verdict: Verdict; readonly spelt: string; readonly decoded: string }

const KNOWN_WORDS = 20_000

/** Reads words, and remembers those it has met: most are met again. */
export function wordReader(legacy: Legacy): (spelt: string) => Word {
  const met = new Map<string, Word>()
  return (spelt) => {
    const known = met.get(spelt)
    if (known) return known
    if (met.size >= KNOWN_WORDS) met.clear()
    const word = wordIn(spelt, legacy)
    if (spelt.length <= LONGEST) met.set(spelt, word)
    return word
  }
}

const LONGEST = 32

function wordIn(spelt: string, legacy: Legacy): Word {
  if (!isWrittenIn(spelt, legacy)) return { verdict: -2, spelt, decoded: spelt }
  const decoded = decodeLegacy(spelt, alphabetOf(legacy))
  if (spelt.length > 1) return { verdict: verdictOn(spelt, decoded), spelt, decoded }
  return { verdict: 0, spelt, decoded: isSign(spelt) ? spelt : decoded } // a dash between blanks is a dash
}

function verdictOn(spelt: string, decoded: string): Verdict {
  if (decoded === spelt) return 0
  const [asItIs, asMeant] = [CASES.test(spelt) && isSyllable(spelt), isSyllable(decoded)]
  if (asItIs && !asMeant) return -2
  if (asMeant && !asItIs) return hasLetter(spelt) ? 2 : 1
  if (!asMeant || isCommon(spelt) === isCommon(decoded)) return 0
  return isCommon(decoded) ? 1 : -1
}

const CASES = /^(?:\p{Lu}?\p{Ll}*|\p{Lu}+)$/u

/** Dashes, quotation marks and hard spaces are in every text: that they would make a syllable proves nothing. */
function hasLetter(spelt: string): boolean {
  return Array.from(spelt).some((letter) => letter > '\u007f' && !isSign(letter))
}

function isSign(letter: string): boolean {
  return byteOf(letter.charCodeAt(0))! <= 0xa0
}

/** No syllable begins with so many plain letters; without a bound, long plain text would be looked at again and again. */
const BEFORE = '[A-Za-z]{0,8}'
const LETTERS = '\\u00a1-\\u024f\\u0300-\\u036f\\u1e00-\\u1eff'
const SIGNS = '\\u0002\\u0005\\u0006\\u0014\\u0019\\u001e\\u0080-\\u00a0\\u02c6\\u02dc\\u2013-\\u203a\\u20ac\\u2122'

const WORDS = wordsWith(LETTERS)
const WORDS_WITH_SIGNS = wordsWith(LETTERS + SIGNS)

/** In VISCII, signs and controls are what capitals look like. */
export function oddWordsOf(legacy: Legacy): RegExp {
  return legacy === 'viscii' ? WORDS_WITH_SIGNS : WORDS
}

function wordsWith(odd: string): RegExp {
  return new RegExp(`${BEFORE}[${odd}][A-Za-z${odd}]*`, 'g')
}
