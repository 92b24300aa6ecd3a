import iconv from 'iconv-lite'
import type { Encoding } from '../../connectors/reading.ts'

/** Every encoding that is read, but for those with marks of byte order left out. */
export const encodings: readonly Encoding[] = [
  ...(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1258', 'tcvn3', 'vni', 'viscii'] as const),
  ...(['windows-1258 in utf-8', 'tcvn3 in utf-8', 'vni in utf-8', 'viscii in utf-8', 'utf-8 in utf-8'] as const),
  ...(['utf-8 in utf-8 in utf-8', 'tcvn3 in utf-8-bom', 'vni in utf-16le', 'utf-8 in utf-8-bom'] as const),
]

/** A text in an encoding, or null when the encoding has no letter for something in it. */
export function encode(text: string, encoding: Encoding): Uint8Array | null {
  const layers = encoding.split(' in ')
  const outer = layers.pop()!
  const inner = layers.reduce<string | null>((so, name) => (so === null ? null : asWestern(encodeOnce(so, name))), text)
  if (inner === null || (encoding.startsWith('tcvn3 in') && CAPITAL_WITH_TONE.test(text.normalize('NFD')))) return null
  return encodeOnce(inner, outer)
}

/** The office font of TCVN3 has none. */
const CAPITAL_WITH_TONE = /\p{Lu}\p{M}*[\u0300\u0301\u0303\u0309\u0323]/u

/** The same without a mark of its byte order. */
export function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(bytes[0] === 0xef ? 3 : 2)
}

function encodeOnce(text: string, name: string): Uint8Array | null {
  if (name === 'utf-8') return Buffer.from(text)
  if (name === 'utf-8-bom') return Buffer.from(`\ufeff${text}`)
  if (name === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le')
  if (name === 'utf-16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  if (name === 'tcvn3') return inOneByteEach(text, 'tcvn')
  if (name === 'viscii') return inOneByteEach(text, 'viscii')
  if (name === 'windows-1252') return inOneByteEach(text, 'windows1252')
  return name === 'vni' ? inOneByteEach(inVni(text), 'windows1252') : inOneByteEach(toneApart(text), 'windows1258')
}

/** What bytes look like to whoever takes them for Western European. */
function asWestern(bytes: Uint8Array | null): string | null {
  return bytes && new TextDecoder('windows-1252').decode(bytes)
}

function inOneByteEach(text: string, name: string): Uint8Array | null {
  const bytes = iconv.encode(text, name)
  return iconv.decode(bytes, name) === text ? bytes : null
}

const TONES = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323']

/** Windows-1258 has vowels with their marks, and the tone as a letter behind. */
function toneApart(text: string): string {
  return text.replace(/[^\p{ASCII}]/gu, (letter) => {
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(letter.normalize('NFD'))
    return tone ? letter.normalize('NFD').replace(tone[0], '').normalize('NFC') + tone[0] : letter
  })
}

const OWN = new Map(Object.entries({ đ: 'ñ', ơ: 'ô', ư: 'ö', í: 'í', ì: 'ì', ỉ: 'æ', ĩ: 'ó', ị: 'ò', ỵ: 'î' }))
const MARKS = new Map([
  ['', ['', 'ù', 'ø', 'û', 'õ', 'ï']],
  ['\u0302', Array.from('âáàåãä')],
  ['\u0306', Array.from('êéèúüë')],
])

/** Worked out from the parts of letters, and not from a table such as the reader has. */
function inVni(text: string): string {
  return text.replace(/[À-ỹ]/g, (letter) => {
    const lower = letter.toLowerCase()
    const spelt = OWN.get(lower) ?? withMark(lower)
    return lower === letter ? spelt : spelt.toUpperCase()
  })
}

function withMark(letter: string): string {
  const apart = letter.normalize('NFD')
  const tone = TONES.findLastIndex((one) => apart.includes(one))
  const horned = apart.includes('\u031b') ? `${apart[0]}\u031b`.normalize('NFC') : apart[0]!
  const mark = /[\u0302\u0306]/.exec(apart)?.[0] ?? ''
  return (OWN.get(horned) ?? horned) + MARKS.get(mark)![tone]!
}
