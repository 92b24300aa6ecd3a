import type { Codeless, Confirmed, Known, Seen, Told } from '../../pipeline/linking/codeless.ts'
import { place } from '../../pipeline/linking/codeless.ts'
import { type Marks, marksOf } from '../../pipeline/linking/marks.ts'

/** What a row says, as a person would write it. */
export type Said = {
  readonly procedure: string | null
  readonly received: string | null
  readonly identity: string | null
  readonly identityIsValid: boolean | null
  readonly person: string | null
}

export const usualSaid: Said = {
  procedure: '1.001193',
  received: '2026-02-04T08:30:00',
  identity: '031195694674',
  identityIsValid: true,
  person: 'Trần Thị Hoà',
}

export function said(given: Partial<Said> = {}): Marks {
  return marksOf({ ...usualSaid, ...given })
}

const window = { from: '2026-01-17', to: '2026-02-13' } as const

export function codeless(given: Partial<Said> = {}, more: Partial<Codeless> = {}): Codeless {
  const row = more.row ?? 10
  const usual = { export: 1, row, about: `row ${row}`, system: 'botuphap-hotich', to: window.to } as const
  return { ...said(given), ...usual, number: null, own_code: null, like: [], ...more }
}

export function told(dossier: number, given: Partial<Said> = {}, more: Partial<Told> = {}): Told {
  return { ...said(given), dossier, system: 'dvcqg', from: window.from, ...more }
}

export function seen(dossier: number, number: string, given: Partial<Said> = {}, more: Partial<Seen> = {}): Seen {
  return { ...told(dossier, given), system: 'botuphap-hotich', number, inForce: true, ...more }
}

export function confirmed(dossier: number, given: Partial<Said> = {}, more: Partial<Confirmed> = {}): Confirmed {
  return { ...said(given), decision: 1, system: 'botuphap-hotich', number: null, dossier, ...more }
}

/** What rows are held against; `listed` as pairs of an export and a dossier. */
export function known(some: Partial<Omit<Known, 'listed'>> & { listed?: readonly [number, number][] } = {}): Known {
  const listed = new Set((some.listed ?? []).map(([number, dossier]) => place(number, dossier)))
  return { told: [], seen: [], confirmed: [], ...some, listed }
}
