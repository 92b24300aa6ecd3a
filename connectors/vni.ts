const TONES = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323']

/**
 * VNI writes a mark as a letter of its own behind the vowel: `hoà sô` is hồ sơ. Written as the letters of
 * Windows-1252 that its bytes look like; what a vowel and the mark behind it make is keyed by both.
 */
export const vniPairs: ReadonlyMap<string, string> = new Map([
  ...pairs('aeouyơư', 'ùøûõï', ''),
  ...pairs('aeo', 'áàåãä', '\u0302'),
  ...pairs('a', 'éèúüë', '\u0306'),
  ...pairs('aeo', 'â', '\u0302'),
  ...pairs('a', 'ê', '\u0306'),
  ...pairs('i', 'ùø', ''), // some keyboards write these two as they write all others
])

/** A letter of its own. The five that stand on an i and a y look like none that they are. */
export const vniLetters: ReadonlyMap<string, string> = new Map(
  Object.entries({ ô: 'ơ', ö: 'ư', ñ: 'đ', ò: 'ị', æ: 'ỉ', ó: 'ĩ', î: 'ỵ' }).flatMap(([letter, meant]) => [
    [letter, meant] as const,
    [letter.toUpperCase(), meant.toUpperCase()] as const,
  ]),
)

/**
 * Acute, grave, hook, tilde and dot in this order, on what the vowel mark makes of the vowel; or the vowel mark alone.
 * The case of a letter is that of its vowel: people write `Uûy ban`.
 */
function pairs(vowels: string, marks: string, vowelMark: string): [string, string][] {
  const isTone = marks.length > 1
  return Array.from(vowels).flatMap((vowel) =>
    Array.from(marks).flatMap((mark, i) => {
      const letter = `${vowel}${vowelMark}${isTone ? TONES[i]! : ''}`.normalize('NFC')
      const [upper, big] = [letter.toUpperCase(), vowel.toUpperCase()]
      const marksInBothCases = [mark, mark.toUpperCase()]
      return marksInBothCases.flatMap((one): [string, string][] => [
        [vowel + one, letter],
        [big + one, upper],
      ])
    }),
  )
}
