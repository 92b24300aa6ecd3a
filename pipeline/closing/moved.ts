import { compare } from '../compare.ts'
import type { Counted } from '../counted.ts'
import { bases, type Basis, counts, type FigureKey, type Figures, onBasis, rates } from '../figures.ts'
import type { Span } from '../period.ts'

/** What a period's figures were and are, and the dossiers that make the difference. */
export type Moved = {
  readonly figures: readonly {
    readonly basis: Basis
    readonly figure: FigureKey
    readonly before: number | null
    readonly after: number | null
  }[]
  readonly dossiers: readonly MovedDossier[]
}

/** A dossier that figures count otherwise than before; null where the period did not count it, or does not any more. */
export type MovedDossier = {
  readonly dossier: number
  readonly code: string
  readonly fields: readonly {
    readonly field: Field
    readonly before: string | number | null
    readonly after: string | number | null
  }[]
}

/** What a figure may hang on. */
const fields = [
  'receivedDay',
  'endedDay',
  'outcome',
  'dueDay',
  'channel',
  'portal',
  'book',
  'digitized',
  'reused',
  'fee_dong',
  'paid_dong',
] as const

type Field = (typeof fields)[number]

export function movedFigures(
  before: Readonly<Record<Basis, { readonly figures: Figures }>>,
  after: Readonly<Record<Basis, { readonly figures: Figures }>>,
): Moved['figures'] {
  return bases.flatMap((basis) =>
    (Object.keys(before[basis].figures) as FigureKey[])
      .map((figure) => ({ basis, figure, before: before[basis].figures[figure], after: after[basis].figures[figure] }))
      .filter((each) => each.before !== each.after),
  )
}

/** Dossiers that another figure counts now, or none, or that count with another amount; by code. */
export function movedDossiers(before: readonly Counted[], after: readonly Counted[], period: Span): MovedDossier[] {
  const [was, is] = [byNumber(before), byNumber(after)]
  const numbers = [...new Set([...was.keys(), ...is.keys()])]
  const differing = numbers.filter((number) => placeOf(was.get(number), period) !== placeOf(is.get(number), period))
  return differing.map((number) => difference(number, was.get(number), is.get(number))).toSorted(byCode)
}

function byNumber(counted: readonly Counted[]): ReadonlyMap<number, Counted> {
  return new Map(counted.map((each) => [each.dossier, each]))
}

function byCode(a: MovedDossier, b: MovedDossier): number {
  return compare(a.code, b.code)
}

/** In which figures a dossier is counted, on which bases, and with which amount: two that have one place are as good as equal. */
function placeOf(counted: Counted | undefined, period: Span): string {
  if (counted === undefined) return ''
  const shares = Object.values(rates).flatMap(({ base, share }) => [base, share])
  const asked = [...Object.values(counts), ...shares]
  const met = asked.map((conditions) => conditions.every(([, holds]) => holds(counted, period)))
  return JSON.stringify([onBasis([counted], 'centre').length, met, counted.paid_dong])
}

function difference(dossier: number, was: Counted | undefined, is: Counted | undefined): MovedDossier {
  const all = fields.map((field) => ({ field, before: was?.[field] ?? null, after: is?.[field] ?? null }))
  return { dossier, code: (is ?? was)!.code, fields: all.filter(({ before, after }) => before !== after) }
}
