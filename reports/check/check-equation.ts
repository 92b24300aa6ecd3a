import { labelOf } from './check-label.ts'
import { table } from '../terminal.ts'
import type { Words } from '../words.ts'

export type Term = { readonly key: string; readonly value: number }

export type ShownEquation = {
  readonly left: readonly Term[]
  readonly right: readonly Term[]
  readonly missing: readonly string[]
  readonly gap: number
  readonly holds: boolean | null
}

/** The sums that were tested, in numbers and in words. */
export function equationsText(equations: readonly ShownEquation[], words: Words, colour: boolean): string {
  if (equations.length === 0) return ''
  const rows = equations.map((equation) => [
    equation.holds === null ? '?' : equation.holds ? '✓' : '✗',
    equationText(equation),
    `${namesOf(equation.left, words)} = ${namesOf(equation.right, words)}`,
    remark(equation, words),
  ])
  return table(['', words.check.sums, '', ''], rows, { colour })
}

function remark({ holds, gap, missing }: ShownEquation, words: Words): string {
  const among = missing.map((key) => labelOf(key, words))
  if (holds === false) return words.check.off(Math.abs(gap))
  if (holds === null) return words.check.unknownClass(gap)
  return among.length === 0 ? '' : words.check.none(among)
}

/** `2051 = 2041 + (10)`: what stands in brackets was not stated. */
export function equationText({ left, right, gap, holds }: ShownEquation): string {
  const rest = holds === null ? ` + (${gap})` : ''
  return `${valuesOf(left)} ${holds === false ? '≠' : '='} ${valuesOf(right)}${rest}`
}

function valuesOf(terms: readonly Term[]): string {
  return terms.length === 0 ? '0' : terms.map(({ value }) => value).join(' + ')
}

function namesOf(terms: readonly Term[], words: Words): string {
  return terms.length === 0 ? '0' : terms.map(({ key }) => labelOf(key, words)).join(' + ')
}
