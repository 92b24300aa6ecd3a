const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const WORD = /\p{L}[\p{L}\p{M}]*/gu
const ZERO_WIDTH = /[\u00ad\u200b-\u200f\u2060\ufeff]/g

/**
 * The key under which headers and words of an export are compared: NFC or NFD, case, spaces (a line break and a
 * no-break space too) and the place of the tone (`hoà`, `hòa`) do not matter; accents do.
 */
export function foldKey(text: string): string {
  return tonesAtTheEnd(text.replace(ZERO_WIDTH, '').toLowerCase().normalize('NFD'))
    .replace(/\s+/g, ' ')
    .replace(/ ?[-–—‑] ?/g, '-')
    .trim()
}

/** A weaker key, without accents: only to propose a neighbour, never to match. */
export function plainKey(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replace(/\s+/g, ' ').trim()
}

/** A syllable has one tone: written behind its letters, `hoà` and `hòa` are the same. */
function tonesAtTheEnd(decomposed: string): string {
  return decomposed.replace(WORD, (word) => {
    const tones = word.match(TONES)
    return tones ? word.replace(TONES, '') + tones.join('') : word
  })
}
