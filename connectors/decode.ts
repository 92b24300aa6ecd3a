import iconv from 'iconv-lite'
import type { Bytes, Encoding } from './reading.ts'
import type { Pieces } from './table.ts'

const BLOCK_BYTES = 64 * 1024
const HEAD_BYTES = 256 * 1024
const LONGEST_LINE = 32 * 1024 * 1024

/** Letters that may not be NFC, or a sign of damage. Nearly all pieces have none: one look spares every cell. */
const SUSPECT = /[\u0080-\u009f\u02ff-\u1dff\u1f00-\u2001\u2028-\u202f\u205f-\u20aa\u20ac-\ufefe\uff00-\uffff]/

/**
 * The text of a file in NFC, in pieces of whole lines that end with `\n`, whatever ended them in the file; only the
 * last may end otherwise. Ends with a reason where bytes mean nothing: such a piece is never handed out. Half a letter
 * at the very end is left out, and said: the file was cut.
 */
export function* piecesOf(bytes: Bytes, encoding: Encoding): Pieces {
  const decoder = decoderOf(encoding)
  let lines = 1
  for (const cut of wholeLines(decoded(bytes, decoder))) {
    if (cut.length > LONGEST_LINE) return { reason: { id: 'endless_line', line: lines } }
    const isSuspect = SUSPECT.test(cut)
    const damage = isSuspect ? cut.search(damageOf(encoding)) : -1
    if (damage >= 0) return { reason: { id: 'wrong_encoding', encoding, line: lines + breaksIn(cut.slice(0, damage)) } }
    lines += breaksIn(cut)
    yield isSuspect ? cut.normalize('NFC') : cut
  }
  return { isCut: decoder.end() !== '' }
}

/** The first bytes of a file, enough to know what it is. */
export function headOf(bytes: Bytes): Buffer {
  const parts: Uint8Array[] = []
  let size = 0
  for (const block of blocksOf(bytes())) {
    parts.push(block.slice())
    size += block.length
    if (size >= HEAD_BYTES) break
  }
  return Buffer.concat(parts)
}

type Decoder = { readonly write: (block: Uint8Array) => string; readonly end: () => string }

/** What cannot be decoded becomes U+FFFD here, and is refused by whoever asks. */
export function decoderOf(encoding: Encoding): Decoder {
  if (encoding === 'tcvn3') {
    const tcvn = iconv.getDecoder('tcvn')
    return { write: (block) => tcvn.write(Buffer.from(block)), end: () => '' }
  }
  const decoder = new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding)
  return { write: (block) => decoder.decode(block, { stream: true }), end: () => decoder.decode() }
}

export function isEightBit(encoding: Encoding): boolean {
  return encoding === 'windows-1258' || encoding === 'tcvn3'
}

/** The eight-bit encodings have a letter for nearly every byte: there, C1 controls are the sign of damage. */
function damageOf(encoding: Encoding): RegExp {
  return isEightBit(encoding) ? /[\ufffd\u0080-\u009f]/ : /\ufffd/
}

function breaksIn(text: string): number {
  let breaks = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) breaks++
  return breaks
}

function* decoded(bytes: Bytes, decoder: Decoder): Generator<string> {
  for (const block of blocksOf(bytes())) yield decoder.write(block)
}

/**
 * Cut at line ends, because whoever parses pieces of a table must not be handed half a row. A carriage return ends
 * a line of its own only where that is what most lines end with (old Macs).
 */
function* wholeLines(texts: Iterable<string>): Generator<string> {
  let [waiting, length]: [string[], number] = [[], 0]
  let end: string | null = null
  for (const text of texts) {
    end ??= lineEndOf(text)
    const cut = end === null ? 0 : text.lastIndexOf(end) + 1
    if (cut > 0) {
      yield withLineFeeds(waiting.join('') + text.slice(0, cut), end)
      ;[waiting, length] = [[], 0]
    }
    waiting.push(text.slice(cut))
    length += text.length - cut
    if (length > LONGEST_LINE) break
  }
  if (length > 0) yield withLineFeeds(waiting.join(''), end)
}

function lineEndOf(text: string): string | null {
  const feeds = breaksIn(text)
  const returns = text.match(/\r(?!\n)/g)
  if (returns !== null && returns.length > feeds) return '\r'
  return feeds > 0 ? '\n' : null
}

function withLineFeeds(text: string, end: string | null): string {
  if (end === '\r') return text.replaceAll('\r', '\n')
  return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text
}

/** Blocks of one size, so that nothing depends on how the bytes came; each overwrites the one before. */
function* blocksOf(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  const block = new Uint8Array(BLOCK_BYTES)
  let used = 0
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length;) {
      const part = chunk.subarray(at, at + BLOCK_BYTES - used)
      block.set(part, used)
      used += part.length
      at += part.length
      if (used < BLOCK_BYTES) continue
      yield block
      used = 0
    }
  }
  if (used > 0) yield block.subarray(0, used)
}
