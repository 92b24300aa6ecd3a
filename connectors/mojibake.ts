import iconv from 'iconv-lite'
import type { Connector } from './connector.ts'
import type { Reason } from './reading.ts'
import { identify } from './identify.ts'
import { fromVni } from './vni.ts'

/** What the text would be, had its bytes not been taken for Western European. */
const truths: Readonly<Record<string, (western: Buffer) => string>> = {
  tcvn3: (western) => iconv.decode(western, 'tcvn'),
  vni: (western) => fromVni(iconv.decode(western, 'win1252')),
  'utf-8': (western) => iconv.decode(western, 'utf8'),
  'windows-1258': (western) => iconv.decode(western, 'windows1258'),
}

/**
 * Text that can be decoded, and is wrong: typed with a TCVN3 or VNI font (`Céng hoµ`, `Coäng hoøa`), or encoded
 * twice. It is known by undoing that: when some connector then knows the header, the file is refused by what it is.
 */
export function mojibakeIn(western: Buffer, known: readonly Connector[]): Reason | null {
  for (const [source, decode] of Object.entries(truths)) {
    const found = identify(decode(western).normalize('NFC'), known)
    if ('headers' in found || found.match !== null) return { id: 'mojibake', source }
  }
  return null
}

/** The bytes that somebody took for Windows-1252 or Latin-1 and saved as UTF-8. */
export function westernBytes(text: string): Buffer {
  return Buffer.from(Array.from(text, (letter) => byteOf(letter)))
}

const QUESTION_MARK = 0x3f

function byteOf(letter: string): number {
  const code = letter.charCodeAt(0)
  if (letter.length === 1 && code < 0x100) return code
  const [byte = QUESTION_MARK] = iconv.encode(letter, 'win1252')
  return byte
}
