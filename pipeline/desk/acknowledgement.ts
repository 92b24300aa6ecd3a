import type { Deciding } from '../deciding.ts'
import type { Decision } from './decision.ts'
import type { Office } from '../office.ts'

/** Adds decisions, within a transaction; what was decided before stays as it is, and the last line of a key holds. */
export function writeAcknowledgements(office: Office, deciding: Deciding, decisions: readonly Decision[]): void {
  write(
    office,
    deciding,
    decisions.map(({ key, until, why }) => ({ key, decision: 'acknowledged', until_day: until, why })),
  )
}

export function writeReopening(office: Office, deciding: Deciding, key: string): void {
  write(office, deciding, [{ key, decision: 'reopened', until_day: null, why: deciding.why }])
}

type Line = {
  readonly key: string
  readonly decision: 'acknowledged' | 'reopened'
  readonly until_day: string | null
  readonly why: string | null
}

function write({ store, unit, asOf }: Office, { by, at }: Deciding, lines: readonly Line[]): void {
  const { id, run } = store.ask<{ id: number; run: number }>('next-acknowledgement', { unit })[0]!
  const common = { unit, decided_by: by, decided_at: at, as_of: asOf, run }
  store.insert(
    'acknowledgement',
    lines.map((line, index) => ({ ...common, acknowledgement: id + index, ...line })),
  )
}
