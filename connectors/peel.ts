import { byteOf } from './western.ts'

/**
 * Undoes a second encoding: text whose UTF-8 bytes somebody took for Western European and saved as UTF-8 again. Only
 * where all of it agrees: null when one letter is none of those that bytes look like, or bytes are no strict UTF-8.
 */
export function peeled(text: string): string | null {
  const bytes = bytesOf(text)
  if (bytes === null) return null
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** How many line ends stand before what contradicts. */
export function linesBeforeDamage(text: string): number {
  return Math.max(
    0,
    text.split('\n').findIndex((line) => peeled(line) === null),
  )
}

function bytesOf(text: string): Uint8Array | null {
  const bytes = Buffer.allocUnsafe(text.length)
  for (let i = 0; i < text.length; i++) {
    const byte = byteOf(text.charCodeAt(i))
    if (byte === undefined) return null
    bytes[i] = byte
  }
  return bytes
}
