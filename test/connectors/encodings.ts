import iconv from 'iconv-lite'
import type { Encoding } from '../../connectors/reading.ts'

/** A text in an encoding, or null when the encoding has no letter for something in it. */
export function encode(text: string, encoding: Encoding): Uint8Array | null {
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding === 'utf-8-bom') return Buffer.from(`\ufeff${text}`)
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le')
  if (encoding === 'utf-16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  return encoding === 'tcvn3' ? inOneByteEach(text, 'tcvn') : inOneByteEach(toneApart(text), 'windows1258')
}

function inOneByteEach(text: string, name: string): Uint8Array | null {
  const bytes = iconv.encode(text, name)
  return iconv.decode(bytes, name) === text ? bytes : null
}

/** Windows-1258 has vowels with their marks, and the tone as a letter behind. */
function toneApart(text: string): string {
  return text.replace(/[^\p{ASCII}]/gu, (letter) => {
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(letter.normalize('NFD'))
    return tone ? letter.normalize('NFD').replace(tone[0], '').normalize('NFC') + tone[0] : letter
  })
}
