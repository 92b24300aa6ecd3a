/** VNI writes a mark as a letter of its own behind the vowel: `hoà sô` is hồ sơ. What follows is grouped by vowel mark. */
const MARKS = new Map([
  ...marks('ùøûõï', ''),
  ...marks('áàåãä', '\u0302'),
  ...marks('éèúüë', '\u0306'),
  ['â', '\u0302'],
  ['ê', '\u0306'],
])

const LETTERS = new Map(Object.entries({ ô: 'ơ', ö: 'ư', ñ: 'đ', ò: 'ị', æ: 'ỉ', ó: 'ĩ', î: 'ỵ' }))

/** Text in VNI, whose bytes were taken for Windows-1252, in small letters: enough to know a header by. */
export function fromVni(text: string): string {
  return text
    .toLowerCase()
    .replace(/([aeiouyôö])([ùøûõïáàåãäéèúüëâê])|[ôöñòæóî]/g, (letter, vowel?: string, mark?: string) =>
      vowel !== undefined && mark !== undefined ? letterOf(vowel) + MARKS.get(mark)! : letterOf(letter),
    )
    .normalize('NFC')
}

function letterOf(letter: string): string {
  return LETTERS.get(letter) ?? letter
}

/** Acute, grave, hook, tilde and dot, in this order, above or below what the vowel has already. */
function marks(letters: string, vowelMark: string): [string, string][] {
  const tones = ['\u0301', '\u0300', '\u0309', '\u0303', '\u0323']
  return Array.from(letters, (letter, i) => [letter, `${vowelMark}${tones[i]!}`])
}
