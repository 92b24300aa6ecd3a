import { labelOf } from './check-label.ts'
import type { Words } from '../words.ts'

/** A base made of figures, with the numerators over it. */
export type ShownBase = Terms & { readonly from: number; readonly to: number }

type Terms = {
  readonly value: number
  readonly plus: readonly { readonly key: string; readonly value: number }[]
  readonly minus: readonly { readonly key: string; readonly value: number }[]
}

export type ShownRate = {
  readonly verdict: 'fits' | 'fits_if' | 'unknown_base' | 'impossible' | 'untested'
  readonly fits: readonly {
    readonly base: Terms
    readonly from: number
    readonly to: number
    readonly manner: 'half_up' | 'cut_off' | 'fewer_decimals'
  }[]
  readonly without: readonly { readonly value: number }[]
  readonly right: readonly {
    readonly percent: number
    readonly numerator: number
    readonly base: { readonly value: number }
  }[]
}

const MOST_FITS = 3

/** What a percentage can be a share of, and of what it cannot: each in words of its own. */
export function rateTexts({ verdict, fits, without, right }: ShownRate, words: Words): readonly string[] {
  const { check } = words
  if (verdict === 'untested') return [check.rateUntested]
  if (verdict === 'fits') {
    const more = fits.length > MOST_FITS ? [check.alsoFits(fits.length - MOST_FITS)] : []
    return [...fits.slice(0, MOST_FITS).map((fit) => fitText(fit, words)), ...more]
  }
  return [
    ...(without.length > 0 ? [check.cannotBe(without.map(({ value }) => String(value)))] : []),
    ...fits.map((fit) => fitText(fit, words)),
    ...right.map(({ percent, numerator, base }) => check.right(`${percent}%`, `${numerator}/${base.value}`)),
  ]
}

/** `906/949, 949 = 952 − 3 (Tổng số đã giải quyết − Rút hồ sơ)`; of a figure itself `214/2265 (Tổng số tiếp nhận)`. */
export function baseText(base: ShownBase, words: Words): string {
  return shareText(base, base.from, base.to, words)
}

function fitText({ base, from, to, manner }: ShownRate['fits'][number], words: Words): string {
  const { check } = words
  const how = manner === 'half_up' ? '' : ` (${manner === 'cut_off' ? check.cutOff : check.fewerDecimals})`
  return `${shareText(base, from, to, words)}${how}`
}

function shareText({ value, plus, minus }: Terms, from: number, to: number, words: Words): string {
  const share = from === to ? `${from}/${value}` : words.check.range(from, to, value)
  const made = written(plus, minus, (term) => String(term.value))
  const names = written(plus, minus, ({ key }) => labelOf(key, words))
  return plus.length + minus.length === 1 ? `${share} (${names})` : `${share}, ${value} = ${made} (${names})`
}

function written(plus: Terms['plus'], minus: Terms['minus'], one: (term: Terms['plus'][number]) => string): string {
  return [plus.map(one).join(' + '), ...minus.map(one)].join(' − ')
}
