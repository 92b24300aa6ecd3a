const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const WORD = /\p{L}[\p{L}\p{M}]*/gu
const ZERO_WIDTH = /[\u00ad\u200b-\u200f\u2060\ufeff]/g

/**
 * The key under which headers and words of an export are compared: NFC or NFD, case, spaces (a line break and a
 * no-break space too) and the place of the tone (`hoà`, `hòa`) do not matter; accents do.
 */
export function foldKey(text: string): string {
  return tonesAtTheEnd(lower(text.replace(ZERO_WIDTH, '')).normalize('NFD'))
    .replace(/\s+/g, ' ')
    .replace(/ ?[-–—‑] ?/g, '-')
    .trim()
}

/** A weaker key, without accents: to propose a neighbour, or to break a tie; it proves nothing by itself. */
export function plainKey(text: string): string {
  return lower(text).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replace(/\s+/g, ' ').trim()
}

/** `Ð` (U+00D0, an Icelandic letter) is often typed for `Đ`: they look the same. */
function lower(text: string): string {
  return text.replaceAll('\u00D0', 'Đ').toLowerCase()
}

/** A syllable has one tone: written behind its letters, `hoà` and `hòa` are the same. */
function tonesAtTheEnd(decomposed: string): string {
  return decomposed.replace(WORD, (word) => {
    const tones = word.match(TONES)
    return tones ? word.replace(TONES, '') + tones.join('') : word
  })
}
