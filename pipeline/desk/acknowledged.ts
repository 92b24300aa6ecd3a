import type { Day } from '../day.ts'
import type { Office } from '../office.ts'

/** What a person decided: until when a discrepancy is known and left, by whom, and why. */
export type Acknowledged = {
  readonly until: Day // over with this day
  readonly by: string
  readonly why: string
  readonly at: string
}

/**
 * The acknowledgements that hold on a day, by key. They stand beside the state that nights write, which they never
 * touch: one holds until its day is over, until it is taken back, or until a later night resolves the discrepancy.
 */
export function acknowledgedOn({ store, unit }: Pick<Office, 'store' | 'unit'>, asOf: Day): Map<string, Acknowledged> {
  const lines = store.ask<Line>('acknowledgements-in-force', { unit, as_of: asOf })
  return new Map(
    lines.map(({ key, until_day, decided_by, why, decided_at }) => [
      key,
      { until: until_day, by: decided_by, why, at: decided_at },
    ]),
  )
}

type Line = {
  readonly key: string
  readonly until_day: Day
  readonly why: string
  readonly decided_by: string
  readonly decided_at: string
}
