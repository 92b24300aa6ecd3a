import { isUtf8 } from 'node:buffer'
import type { Encoding } from './reading.ts'
import { decoderOf } from './decode.ts'

/**
 * Which encodings a file may be in, the most likely first, by evidence: its byte order mark, else whether it is strict UTF-8, else under which
 * of the old encodings its letters make Vietnamese syllables. Detectors on the market take TCVN3 for Windows-1258.
 * Where little of the text has accents, the header that comes out decides between the old ones.
 */
export function encodingsOf(head: Uint8Array): readonly [Encoding, ...Encoding[]] {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return ['utf-8-bom']
  if (head[0] === 0xff && head[1] === 0xfe) return ['utf-16le']
  if (head[0] === 0xfe && head[1] === 0xff) return ['utf-16be']
  const silent = utf16WithoutMark(head)
  if (silent) return [silent]
  return isUtf8(withoutCutLetter(head)) ? ['utf-8'] : byVietnamese(head)
}

/** In UTF-16 half of the bytes of digits, separators and plain letters are zero: always the same half. */
function utf16WithoutMark(head: Uint8Array): Encoding | null {
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
 * Damaged UTF-8 still reads best as UTF-8: it stands first, so that its damage is named and not read otherwise.
 * What no candidate reads well (VNI) is decoded as it may be, for whoever says what it is by its header.
 */
function byVietnamese(head: Uint8Array): readonly [Encoding, ...Encoding[]] {
  const candidates: readonly Encoding[] = ['utf-8', 'windows-1258', 'tcvn3']
  const scored = candidates.map((encoding) => ({
    encoding,
    score: share(decoderOf(encoding).write(head.subarray(0, ENOUGH_BYTES)).normalize('NFC')),
  }))
  const [best, ...rest] = scored.toSorted((a, b) => b.score - a.score)
  if (best!.score < 0.5) return ['windows-1258', 'tcvn3']
  if (best!.encoding === 'utf-8') return ['utf-8']
  return [best!.encoding, ...rest.map(({ encoding }) => encoding).filter((encoding) => encoding !== 'utf-8')]
}

const ENOUGH_BYTES = 64 * 1024
const WORDS = /[\p{L}\p{M}\u0080-\u00bf\ufffd]+/gu
const PLAIN = /^[a-z]+$/i

/** The share of Vietnamese syllables among the words that are not plain ASCII. */
function share(text: string): number {
  const words = (text.match(WORDS) ?? []).filter((word) => !PLAIN.test(word))
  return words.length === 0 ? 0 : words.filter(isSyllable).length / words.length
}

const SYLLABLE = /^(?:ngh?|nh|ch|tr|th|ph|kh|gh?|gi|qu|[bcdđhklmnprstvx])?[aeiouyăâêôơư]{1,3}(?:ng|nh|ch|[cmnpt])?$/
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/** A first sound, up to three vowels, a last sound, and one tone at most; or the sign of the dong. */
function isSyllable(word: string): boolean {
  if (word === 'đ') return true
  const decomposed = word.toLowerCase().normalize('NFD')
  if ((decomposed.match(TONES)?.length ?? 0) > 1) return false
  return SYLLABLE.test(decomposed.replace(TONES, '').normalize('NFC'))
}
