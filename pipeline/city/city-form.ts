import type { FormCounts, FormGroup } from '../../reports/period-report.ts'
import { byName } from '../compare.ts'

/** The rows of form II.06a of several wards, field by field: ministries and fields in the order of their names. */
export function addedForm(forms: readonly (readonly FormGroup[])[]): FormGroup[] {
  const byMinistry = new Map<string, Map<string, FormCounts>>()
  for (const { ministry, fields } of forms.flat()) {
    const known = byMinistry.get(ministry) ?? new Map<string, FormCounts>()
    byMinistry.set(ministry, known)
    for (const { name, counts } of fields) known.set(name, addedCounts(known.get(name), counts))
  }
  const inOrder = (fields: ReadonlyMap<string, FormCounts>) =>
    [...fields].map(([name, counts]) => ({ name, counts })).toSorted((a, b) => byName(a.name, b.name))
  return [...byMinistry]
    .map(([ministry, fields]) => ({ ministry, fields: inOrder(fields) }))
    .toSorted((a, b) => byName(a.ministry, b.ministry))
}

/** All fields in one row. */
export function formTotal(groups: readonly FormGroup[]): FormCounts {
  return groups.flatMap(({ fields }) => fields).reduce<FormCounts>((sum, { counts }) => addedCounts(sum, counts), none)
}

const none: FormCounts = {
  new_online: 0,
  new_direct: 0,
  carried_in: 0,
  early: 0,
  on_time: 0,
  overdue: 0,
  pending_in_time: 0,
  pending_overdue: 0,
  refused: 0,
  withdrawn: 0,
}

function addedCounts(one: FormCounts = none, other: FormCounts): FormCounts {
  const keys = Object.keys(none) as (keyof FormCounts)[]
  return Object.fromEntries(keys.map((key) => [key, one[key] + other[key]])) as FormCounts
}
