import { createHash } from 'node:crypto'
import { chunksOf } from './draft.ts'

/** The SHA-256 of some bytes, or of a text in UTF-8, in hexadecimal digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** The same of the bytes of a file, however large. */
export function hashOf(path: string): string {
  const hash = createHash('sha256')
  for (const part of chunksOf(path)) hash.update(part)
  return hash.digest('hex')
}
