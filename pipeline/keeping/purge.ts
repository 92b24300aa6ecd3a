import type { Deciding } from '../deciding.ts'
import type { Day } from '../day.ts'
import type { Office } from '../office.ts'
import type { PurgePlan } from './purge-plan.ts'

/** How many of what go; the shape that is kept with who did it. */
export type PurgeCounts = {
  readonly files: number
  readonly rows: number
  readonly payments: number
  readonly rejects: number
  readonly dossiers: number
  readonly parts: number // dossiers of which a part stays, in a window that another dossier needs
  readonly discrepancies: number
  readonly closedDossiers: number
}

/** Takes it back again: what is counted is what would go. */
export function countPurge(office: Office, plan: PurgePlan): PurgeCounts {
  return office.store.attempt(() => ({ keep: false, result: takeAway(office, plan) }))
}

/** Takes the rows away; within a transaction. The normalising that follows takes the exports that are made of them. */
export function purge(office: Office, plan: PurgePlan, { by, at, why }: Deciding): PurgeCounts {
  const { store, unit, asOf } = office
  const counts = takeAway(office, plan)
  if (plan.files.length === 0) return counts
  const { id } = store.ask<{ id: number }>('next-purge', { unit })[0]!
  const who = { purged_by: by, purged_at: at, why }
  const before_day = plan.spans.length === 0 ? null : plan.before
  const line = { unit, purge: id, before_day, as_of: asOf, ...who, counts: JSON.stringify(counts) }
  store.insert('purge', [line])
  return counts
}

/** The first day of which nothing was ever taken away; null where nothing was. */
export function purgedBefore({ store, unit }: Pick<Office, 'store' | 'unit'>): Day | null {
  return store.ask<{ before: Day | null }>('purged-before', { unit })[0]!.before
}

/** Dossiers of which a part was taken away: what is left of them would raise what is not so. */
export function purgedInPart({ store, unit }: Pick<Office, 'store' | 'unit'>): ReadonlySet<number> {
  return new Set(store.ask<{ dossier: number }>('dossiers-purged-in-part', { unit }).map(({ dossier }) => dossier))
}

function takeAway(office: Office, { files, dossiers, own, spans, before }: PurgePlan): PurgeCounts {
  const { store, unit } = office
  const of = { unit, files: JSON.stringify(files) }
  const rows = store.tell('purge-source-rows', of)
  const payments = store.tell('purge-payment-rows', of)
  store.tell('purge-listings', of)
  const rejects = store.tell('purge-rejects', of)
  store.tell('purge-files', of)
  const touched = { unit, dossiers: JSON.stringify(dossiers) }
  const whole = store.ask<{ dossier: number }>('dossiers-told-of-no-more', touched).map(({ dossier }) => dossier)
  const isWhole = new Set(whole)
  const parts = own.filter((dossier) => !isWhole.has(dossier))
  const known = purgedInPart(office)
  store.insert('purged_dossier', parts.filter((each) => !known.has(each)).map((dossier) => ({ unit, dossier }))) // prettier-ignore
  const over = JSON.stringify([...whole, ...parts])
  const discrepancies = forget(office, { ...of, dossiers: over, spans: JSON.stringify(spans), before })
  const gone = { unit, dossiers: JSON.stringify(whole) }
  for (const question of ['purge-link-decisions', 'purge-changes', 'purge-codes']) store.tell(question, gone)
  const closedDossiers = files.length === 0 ? 0 : store.tell('purge-closed-dossiers', { unit, before })
  const counted = {
    rows,
    payments,
    rejects,
    dossiers: whole.length,
    parts: parts.length,
    discrepancies,
    closedDossiers,
  }
  return { files: files.length, ...counted }
}

type Which = { unit: number; files: string; dossiers: string; spans: string; before: Day }

function forget({ store }: Office, { unit, ...which }: Which): number {
  const found = store.ask<{ discrepancy: number; key: string }>('discrepancies-to-purge', { unit, ...which })
  store.tell('purge-acknowledgements', { unit, keys: JSON.stringify(found.map(({ key }) => key)) })
  const discrepancies = JSON.stringify(found.map(({ discrepancy }) => discrepancy))
  for (const question of [
    'purge-sources',
    'purge-events',
    'purge-versions',
    'purge-moved-discrepancies',
    'forget-discrepancies',
  ])
    store.tell(question, { unit, discrepancies })
  return found.length
}

/** Contents that were taken away, as hashes, and that no other ward of the database needs. */
export function purgedContents({ store, unit }: Pick<Office, 'store' | 'unit'>): string[] {
  const hashes = (question: string, of: object): string[] =>
    store.ask<{ sha256: string }>(question, { unit, ...of }).map(({ sha256 }) => sha256)
  const purged = hashes('contents-of-purged-files', {})
  const needed = new Set(hashes('contents-that-others-need', { contents: JSON.stringify(purged) }))
  return purged.filter((hash) => !needed.has(hash))
}
