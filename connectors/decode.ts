import type { Bytes, Encoding } from './reading.ts'
import { isLegacy } from './legacy.ts'
import { type Layer, layersOf } from './layers.ts'
import { linesBeforeDamage } from './peel.ts'
import type { Pieces } from './table.ts'

const BLOCK_BYTES = 32 * 1024
const HEAD_BYTES = 256 * 1024
const LONGEST_LINE = 16 * 1024 * 1024 // letters

/** Letters that may not be NFC, or a sign of damage. Nearly all pieces have none: one look spares every cell. */
const SUSPECT = /[\u0080-\u009f\u02ff-\u1dff\u1f00-\u2001\u2028-\u202f\u205f-\u20aa\u20ac-\ufefe\uff00-\uffff]/

/**
 * The text of a file in NFC, in pieces of whole lines that end with `\n`, whatever ended them in the file; only the
 * last may end otherwise. Ends with a reason where bytes mean nothing: such a piece is never handed out. Half a letter
 * at the very end is left out, and said: the file was cut.
 */
export function* piecesOf(bytes: Bytes, encoding: Encoding): Pieces {
  const { charset, layers } = layersOf(encoding)
  const decoder = new TextDecoder(charset)
  let line = 1
  for (const cut of wholeLines(decoded(bytes, decoder))) {
    if (cut.length > LONGEST_LINE) return { reason: { id: 'endless_line', line } }
    const text = layers.length === 0 ? cut : through(layers, cut)
    if (text === null) return { reason: { id: 'mojibake', source: 'utf-8', line: line + linesBeforeDamage(cut) } }
    const isSuspect = SUSPECT.test(text)
    const damage = isSuspect ? text.search(damageOf(encoding)) : -1
    if (damage >= 0) return { reason: { id: 'wrong_encoding', encoding, line: line + breaksIn(text.slice(0, damage)) } }
    line += breaksIn(cut)
    yield isSuspect ? text.normalize('NFC') : text
  }
  return { isCut: decoder.decode() !== '' }
}

/** The first bytes of a text as they may be meant, wherever they end: what means nothing becomes U+FFFD. */
export function decodedHead(head: Uint8Array, encoding: Encoding): string {
  const { charset, layers } = layersOf(encoding)
  const text = new TextDecoder(charset).decode(head, { stream: true })
  return (through(layers, text) ?? text).normalize('NFC')
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

function through(layers: readonly Layer[], text: string): string | null {
  return layers.reduce<string | null>((lines, layer) => (lines === null ? null : layer(lines)), text)
}

export function isEightBit(encoding: Encoding): boolean {
  return encoding === 'windows-1252' || isLegacy(encoding)
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

function* decoded(bytes: Bytes, decoder: InstanceType<typeof TextDecoder>): Generator<string> {
  for (const block of blocksOf(bytes())) yield decoder.decode(block, { stream: true })
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
export function* blocksOf(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
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
