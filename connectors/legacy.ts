import iconv from 'iconv-lite'
import { once } from './once.ts'
import { byteOf, textOf, unitsOf, westernLetters, westernUnits } from './western.ts'
import { vniLetters, vniPairs } from './vni.ts'

/** The Vietnamese encodings before Unicode. */
export const legacies = ['windows-1258', 'tcvn3', 'vni', 'viscii'] as const

export type Legacy = (typeof legacies)[number]

export function isLegacy(name: string): name is Legacy {
  return legacies.some((one) => one === name)
}

/**
 * An old alphabet, written as the Windows-1252 letters that its bytes look like: text in it arrives as bytes, and as
 * such letters saved as Unicode, and both are decoded alike.
 */
export type Alphabet = {
  readonly letters: Uint16Array // by UTF-16 unit: what it means
  readonly pairs: ReadonlyMap<number, number> // a decoded letter and a mark behind it, as one number
  readonly isFoldedAfter: boolean // letters come with their tones apart
}

/** Where the standard has capitals with tones, and no office font has anything. */
const LATER_CAPITALS = new Set(Buffer.from('babfc0c1c2c3c4c5cdd9dadbe0f0ff', 'hex'))

const alphabets: Readonly<Record<Legacy, () => Alphabet>> = {
  'windows-1258': once(() =>
    alphabet(
      fromBytes((bytes) => new TextDecoder('windows-1258').decode(bytes)),
      new Map(),
      true,
    ),
  ),
  tcvn3: once(() => alphabet(fromBytes((bytes) => iconv.decode(bytes, 'tcvn'), isInAbc))),
  vni: once(() => alphabet(vniLetters, vniPairs)),
  viscii: once(() => alphabet(fromBytes((bytes) => iconv.decode(bytes, 'viscii')))),
}

export function alphabetOf(legacy: Legacy): Alphabet {
  return alphabets[legacy]()
}

export function decodeLegacy(text: string, { letters, pairs, isFoldedAfter }: Alphabet): string {
  const units = unitsOf(text)
  let used = 0
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!
    const pair = pairs.size > 0 && unit > 0x7f && used > 0 ? pairs.get((units[used - 1]! << 16) | unit) : undefined
    if (pair === undefined) units[used++] = letters[unit]!
    else units[used - 1] = pair
  }
  const decoded = textOf(units.subarray(0, used))
  return isFoldedAfter ? decoded.normalize('NFC') : decoded
}

/** Whether text can be made of these letters and plain ones alone. */
export function isWrittenIn(text: string, legacy: Legacy): boolean {
  const repertoire = repertoires[legacy]()
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 0x7f && !repertoire.has(unit)) return false
  }
  return true
}

/** What the letters mean in the whole standard that TCVN3 became. */
export const tcvn5712: () => ReadonlyMap<string, string> = once(
  () => new Map(Array.from(westernLetters, (western, byte) => [western, iconv.decode(Buffer.from([byte]), 'tcvn')])),
)

/** What DOS wrote, and names in a zip are written in by the standard; tables are not. */
export function fromDos(bytes: Buffer): string {
  return iconv.decode(bytes, 'cp437')
}

function isInAbc(byte: number): boolean {
  return (byte >= 0xa1 && byte <= 0xae) || (byte >= 0xb5 && !LATER_CAPITALS.has(byte))
}

function fromBytes(
  decode: (bytes: Buffer) => string,
  isIn: (byte: number) => boolean = () => true,
): ReadonlyMap<string, string> {
  const letters = Array.from({ length: 256 }, (_, byte) => decode(Buffer.from([byte])))
  const own = letters.map((letter, byte): [string, string] => [westernLetters[byte]!, letter])
  return new Map(own.filter(([western, letter], byte) => western !== letter && letter !== '\ufffd' && isIn(byte)))
}

function alphabet(
  singles: ReadonlyMap<string, string>,
  both: ReadonlyMap<string, string> = new Map(),
  isFoldedAfter = false,
): Alphabet {
  const letters = new Uint16Array(0x10000).map((_, unit) => unit)
  for (const unit of westernUnits) letters[unit] = meant(unit, singles)
  const pairs = new Map(
    Array.from(both, ([spelt, letter]) => [(spelt.charCodeAt(0) << 16) | spelt.charCodeAt(1), letter.charCodeAt(0)]),
  )
  return { letters, pairs, isFoldedAfter }
}

function meant(unit: number, singles: ReadonlyMap<string, string>): number {
  return singles.get(westernLetters[byteOf(unit)!]!)?.charCodeAt(0) ?? unit
}

const repertoires: Readonly<Record<Legacy, () => ReadonlySet<number>>> = {
  'windows-1258': once(() => repertoireOf('windows-1258', /[\u00c0-\u00ff]/)),
  tcvn3: once(() => repertoireOf('tcvn3', /ý/)),
  vni: once(() => repertoireOf('vni', /[ÀÁÂÃÈÉÊÌÍÙÚÕàáâãèéêìíùúõØÛÏÅÄÜËøûïåäüë]/)),
  viscii: once(() => repertoireOf('viscii', /[\u00c0-\u00ff]/)),
}

/** Letters that mean another one, and those that mean themselves or are marks. */
function repertoireOf(legacy: Legacy, others: RegExp): ReadonlySet<number> {
  const { letters } = alphabetOf(legacy)
  return new Set(
    westernUnits.filter((unit) => unit > 0x7f && (letters[unit] !== unit || others.test(String.fromCharCode(unit)))),
  )
}
