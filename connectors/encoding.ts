import { isUtf8 } from 'node:buffer'
import type { Bytes, Encoding, Unicode } from './reading.ts'
import { decodedHead } from './decode.ts'
import { layeredIn } from './evidence.ts'
import { legacies } from './legacy.ts'
import { MOSTLY, shareOfSyllables } from './syllable.ts'
import { tellingIn } from './telling.ts'

/** Which encodings a file with this head may be in, the most likely first. */
export function encodingsIn(bytes: Bytes, head: Uint8Array): readonly [Encoding, ...Encoding[]] {
  return encodingsOf(tellingIn(bytes, head))
}

/**
 * The same of bytes that tell it: by their byte order mark, else whether they are strict
 * UTF-8, else under which of the old encodings their letters make Vietnamese syllables. Detectors on the market take
 * TCVN3 for Windows-1258. Where little of the text has accents, the header that comes out decides between the old ones.
 */
export function encodingsOf(head: Uint8Array): readonly [Encoding, ...Encoding[]] {
  const unicode = unicodeOf(head)
  return unicode === null ? byVietnamese(head) : layeredIn(decodedHead(head, unicode), unicode)
}

function unicodeOf(head: Uint8Array): Unicode | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8-bom'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const silent = utf16WithoutMark(head)
  return silent ?? (isUtf8(withoutCutLetter(head)) ? 'utf-8' : null)
}

/** In UTF-16 half of the bytes of digits, separators and plain letters are zero: always the same half. */
function utf16WithoutMark(head: Uint8Array): Unicode | null {
  const zeros = [0, 0]
  for (let i = 0; i < head.length; i++) if (head[i] === 0) zeros[i % 2]!++
  const [even = 0, odd = 0] = zeros
  if (odd > head.length / 8 && odd > even * 4) return 'utf-16le'
  return even > head.length / 8 && even > odd * 4 ? 'utf-16be' : null
}

/** The head ends where it ends, at times within a letter of several bytes. */
function withoutCutLetter(head: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= head.length; back++) {
    const byte = head[head.length - back]!
    if (byte >= 0xc0) return head.subarray(0, head.length - back)
    if (byte < 0x80) return head
  }
  return head
}

/**
 * Damaged UTF-8 still reads best as UTF-8: it stands first, so that its damage is named and not read otherwise. What
 * has no Vietnamese syllables is Western European, if it is text at all.
 */
function byVietnamese(head: Uint8Array): readonly [Encoding, ...Encoding[]] {
  const candidates: readonly Encoding[] = ['utf-8', 'windows-1258', 'windows-1252', 'tcvn3', 'vni', 'viscii']
  const scored = candidates.map((encoding) => ({ encoding, score: shareOfSyllables(decodedHead(head, encoding)) }))
  const [best, ...rest] = scored.toSorted((a, b) => b.score - a.score)
  if (best!.score < MOSTLY) return isWestern(head) ? ['windows-1252', ...legacies] : legacies
  if (best!.encoding === 'utf-8') return ['utf-8']
  return [best!.encoding, ...rest.map(({ encoding }) => encoding).filter((encoding) => encoding !== 'utf-8')]
}

/** Five bytes mean nothing in it, and decode to controls. */
function isWestern(head: Uint8Array): boolean {
  return !/[\u0080-\u009f]/.test(decodedHead(head, 'windows-1252'))
}
