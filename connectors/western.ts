/** What 256 bytes are to whoever takes them for Windows-1252. */
export const westernLetters: string = new TextDecoder('windows-1252').decode(
  Uint8Array.from({ length: 256 }, (_, byte) => byte),
)

/** Those who take them for Latin-1 leave controls where Windows-1252 has quotation marks and dashes. */
const BYTES = new Map([
  ...Array.from({ length: 256 }, (_, byte): [number, number] => [byte, byte]),
  ...Array.from(westernLetters, (letter, byte): [number, number] => [letter.charCodeAt(0), byte]),
])

/** Every letter that a byte may have been taken for. */
export const westernUnits: readonly number[] = Array.from(BYTES.keys())

/** The byte that somebody took for this letter, or nothing where no byte looks so. */
export function byteOf(unit: number): number | undefined {
  return unit < 0x80 ? unit : BYTES.get(unit)
}

/** Text as UTF-16 units, in memory of its own. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length)
  Buffer.from(units.buffer).write(text, 'utf16le')
  return units
}

export function textOf(units: Uint16Array): string {
  return Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le')
}
