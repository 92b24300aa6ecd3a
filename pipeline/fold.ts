/** A text for comparing: NFC, lower case, spaces folded, one place for the tone (`hoà` and `hòa` are the same). */
export function fold(text: string): string {
  const plain = text.normalize('NFC').replaceAll('Ð', 'Đ').toLowerCase().replaceAll(/\s+/g, ' ').trim()
  return plain.replaceAll(oldTones, (pair) => newTones[pair] ?? pair)
}

/** A weaker key, without any accent, for names that a system wrote without them. */
export function foldBare(text: string): string {
  return fold(text).normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd')
}

// The tone on the second letter (oà, uỷ) is the newer spelling of the same syllable.
const newTones: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['oà oá oả oã oạ'.split(' '), 'òa óa ỏa õa ọa'.split(' ')],
    ['oè oé oẻ oẽ oẹ'.split(' '), 'òe óe ỏe õe ọe'.split(' ')],
    ['uỳ uý uỷ uỹ uỵ'.split(' '), 'ùy úy ủy ũy ụy'.split(' ')],
  ].flatMap(([late, early]) => late!.map((pair, index) => [pair, early![index]!])),
)
const oldTones = /o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]/g
