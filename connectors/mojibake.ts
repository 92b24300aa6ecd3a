import type { Connector } from './connector.ts'
import type { Reason } from './reading.ts'
import { identify } from './identify.ts'
import { byteOf } from './western.ts'

const DEPTH = 2

/**
 * Text that was encoded twice, and where that cannot be undone, because not all of it agrees. It is known by undoing it
 * all the same: when some connector then knows the header, the file is refused by what it is.
 */
export function mojibakeIn(western: Buffer, known: readonly Connector[]): Reason | null {
  let bytes = western
  for (let times = 0; times < DEPTH; times++) {
    const text = bytes.toString('utf8')
    const found = identify(text.normalize('NFC'), known)
    if ('headers' in found || found.match !== null) return { id: 'mojibake', source: 'utf-8' }
    bytes = westernBytes(text)
  }
  return null
}

const QUESTION_MARK = 0x3f

/** The bytes that somebody took for Windows-1252 or Latin-1 and saved as UTF-8. */
export function westernBytes(text: string): Buffer {
  return Buffer.from(Array.from(text, (letter) => byteOf(letter.codePointAt(0)!) ?? QUESTION_MARK))
}
