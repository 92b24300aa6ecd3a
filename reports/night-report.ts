import type { SettingsChange } from './by-settings.ts'
import type { DeskCounts } from './desk/desk.ts'
import type { PeriodReport, Span } from './period-report.ts'
import type { Words } from './words.ts'

type System = keyof Words['system']
type Kind = keyof Words['kind']

/** A night at a glance, as a value. Days are `2026-02-13`; null is not known, never zero. Nothing in it names a person. */
export type NightReport = {
  readonly centre: string
  readonly asOf: string // the end of this day
  readonly before: string | null // the night before it; null: there was none
  readonly laterNight: string | null // a night after it that was run before it
  readonly period: Span & { readonly id: string } // the current month
  readonly stated: PeriodReport['stated'] // its figures, statement and identities
  readonly systems: readonly NightSystem[]
  readonly kinds: readonly NightKind[] // in the order of kinds
  readonly desk: DeskCounts // of the list beside the page
  readonly settingsChanges: readonly SettingsChange[] // other settings than before
  readonly changes: readonly NightChanges[]
  readonly dues: readonly MovedDue[] // those that were put off, or brought forward
  readonly duesLeftOut: number // more of them than a page shows
  readonly files: readonly NightFile[] // what was not taken first
  readonly outranked: readonly { readonly path: string; readonly by: string }[]
}

/**
 * `new`: a file came tonight; `heard`: none had to, what came before tells all; `late`: what it said earlier stands;
 * `silent`: it has dossiers here, or is expected, and never sent a file; `none`: nothing was expected of it.
 */
export type NightSystem = {
  readonly system: System
  readonly is: 'new' | 'heard' | 'late' | 'silent' | 'none'
  readonly reaches: string | null // the last day of its exports' windows
}

/** Discrepancies of a kind: how many are open, and what tonight did. */
export type NightKind = {
  readonly kind: Kind
  readonly open: number // those that a person acknowledged left out
  readonly acknowledged: number
  readonly fresh: number
  readonly again: number // resolved once, and seen again tonight
  readonly worse: number // of these two, on a dossier that was on the list already
  readonly resolved: number
}

/** What the files of tonight say of dossiers otherwise than the files before them. */
export type NightChanges = {
  readonly system: System
  readonly appeared: number
  readonly changed: number
  readonly gone: number
}

export type MovedDue = {
  readonly code: string
  readonly system: System
  readonly before: string | null
  readonly after: string | null
}

export type NightFile = {
  readonly path: string
  readonly system: System | null
  readonly state: 'loaded' | 'refused' | 'unclaimed' | 'not_ready'
  readonly rows: number | null
  readonly rejected: number | null
  readonly reason: ({ readonly id: string } & Readonly<Record<string, string | number | readonly string[]>>) | null
}
