import type { CityIdentity, CityReport, WardState } from '../../reports/city/city-report.ts'
import type { FormCounts } from '../../reports/period-report.ts'
import { counts, type CountKey } from '../figures.ts'
import { formTotal } from './city-form.ts'

/**
 * What must add up in a city. Its figures are counted out of the wards' databases; held against them are the figures
 * that the wards' own folders state, each read from its file, and the form, which is counted field by field.
 */
export function cityIdentities({ total, form, wards }: Pick<CityReport, 'total' | 'form' | 'wards'>): CityIdentity[] {
  const known = wards.flatMap(({ state }) => state ?? []).filter(({ figures }) => figures.received_total !== null)
  return [
    ...keys.map((figure) => identity('wards_add_up', figure, total.figures[figure], statedBy(known, figure))),
    ...Object.entries(columns).map(([figure, parts]) =>
      identity('fields_add_up', figure as CountKey, total.figures[figure as CountKey], ofForm(known, form, parts)),
    ),
    identity('received_is_resolved_or_pending', 'received_total', total.figures.received_total, sumOf([total.figures.resolved_total, total.figures.pending_total])), // prettier-ignore
  ]
}

const keys = Object.keys(counts) as CountKey[]

const columns = {
  received_total: ['new_online', 'new_direct', 'carried_in'],
  resolved_total: ['early', 'on_time', 'overdue'],
  pending_total: ['pending_in_time', 'pending_overdue'],
} as const satisfies Partial<Record<CountKey, readonly (keyof FormCounts)[]>>

function statedBy(wards: readonly WardState[], figure: CountKey): number | null {
  return wards.length === 0 ? null : sumOf(wards.map(({ published }) => published?.[figure] ?? null))
}

/** A closed period is stated as it was published, and its form is counted now: the two need not agree. */
function ofForm(
  wards: readonly WardState[],
  form: CityReport['form'],
  parts: readonly (keyof FormCounts)[],
): number | null {
  if (wards.length === 0 || wards.some(({ closed }) => closed)) return null
  const all = formTotal(form)
  return parts.reduce((sum, key) => sum + all[key], 0)
}

function sumOf(values: readonly (number | null)[]): number | null {
  return values.some((value) => value === null) ? null : values.reduce<number>((sum, value) => sum + value!, 0)
}

function identity(id: CityIdentity['id'], figure: CountKey, left: number | null, right: number | null): CityIdentity {
  return { id, figure, left, right, holds: left === null || right === null ? null : left === right }
}
