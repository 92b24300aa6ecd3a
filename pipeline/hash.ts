import { createHash } from 'node:crypto'
import { chunksOf } from './draft.ts'

/** The SHA-256 of some bytes, or of a text in UTF-8, in hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** The same of the bytes of a file, however large. */
export function hashOf(path: string): string {
  return measured(chunksOf(path)).sha256
}

/** The same of bytes that come in parts, and how many they are. */
export function measured(parts: Iterable<Uint8Array>): { readonly sha256: string; readonly bytes: number } {
  const hash = createHash('sha256')
  let bytes = 0
  for (const part of parts) {
    hash.update(part)
    bytes += part.length
  }
  return { sha256: hash.digest('hex'), bytes }
}
