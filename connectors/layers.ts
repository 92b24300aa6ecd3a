import type { Encoding } from './reading.ts'
import { alphabetOf, decodeLegacy, isLegacy, type Legacy, tcvn5712 } from './legacy.ts'
import { once } from './once.ts'
import { restorerOf } from './mixed.ts'
import { peeled } from './peel.ts'
import { isSyllable } from './syllable.ts'

/** What is done to whole lines of text that bytes have been decoded to; null where the text contradicts it. */
export type Layer = (lines: string) => string | null

export type Layers = { readonly charset: string; readonly layers: readonly Layer[] }

/** An encoding as what bytes are decoded with, and what is undone afterwards: `tcvn3 in utf-8` from right to left. */
export function layersOf(encoding: Encoding): Layers {
  const [outer = '', ...inner] = encoding.split(' in ').toReversed()
  if (inner.length === 0 && isLegacy(outer) && outer !== 'windows-1258') {
    return { charset: 'windows-1252', layers: [wholly(outer)] }
  }
  return { charset: outer === 'utf-8-bom' ? 'utf-8' : outer, layers: inner.map(layerOf) }
}

function layerOf(name: string): Layer {
  return isLegacy(name) ? restorerOf(name) : peeledAfterMark()
}

/** The byte order mark of the text within is text to whoever looks from without. */
function peeledAfterMark(): Layer {
  let isFirst = true
  return (lines) => {
    const text = peeled(lines)
    const isMarked = isFirst && text !== null && text.startsWith('\ufeff')
    isFirst = false
    return isMarked ? text.slice(1) : text
  }
}

/** Bytes are of one alphabet. */
function wholly(legacy: Legacy): Layer {
  return legacy === 'tcvn3' ? decodeTcvn3 : (lines) => decodeLegacy(lines, alphabetOf(legacy))
}

/**
 * The standard has capitals with tones where Windows has signs, and a few elsewhere. No office font had them, and
 * dashes and quotation marks stand there: they are capitals only where they make a syllable of a word.
 */
function decodeTcvn3(lines: string): string {
  const { sign, words } = rare()
  if (!sign.test(lines)) return decodeLegacy(lines, alphabetOf('tcvn3'))
  let [decoded, done] = ['', 0]
  for (const { 0: word, index } of lines.matchAll(words)) {
    const asInStandard = Array.from(word, (letter) => tcvn5712().get(letter) ?? letter).join('')
    if (!isSyllable(asInStandard)) continue
    decoded += decodeLegacy(lines.slice(done, index), alphabetOf('tcvn3')) + asInStandard
    done = index + word.length
  }
  return decoded + decodeLegacy(lines.slice(done), alphabetOf('tcvn3'))
}

/** Signs of the fonts that may be capitals of the standard, and words with one in them. */
const rare = once(() => {
  const capitals = Array.from(tcvn5712().entries())
    .filter(([western, letter]) => western !== letter && /\p{Lu}/u.test(letter))
    .filter(([western]) => decodeLegacy(western, alphabetOf('tcvn3')) === western)
    .map(([western]) => `\\u${western.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
  const letters = `A-Za-z\\u00a1-\\u00ff${capitals}`
  const word = `(?<![${letters}])(?=[${letters}]{2,16}(?![${letters}]))[${letters}]*?[${capitals}][${letters}]*`
  return { sign: new RegExp(`[${capitals}]`), words: new RegExp(word, 'g') }
})
