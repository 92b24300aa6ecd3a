import type { System } from '../../connectors/connector.ts'
import type { DiscrepancyRow } from '../../sql/schema.ts'
import { type FileLine, rewriteSources } from './evidence-lines.ts'
import { type Evidence, live, type Life } from './lifecycle.ts'
import type { Night } from '../night.ts'
import type { Raised } from './raised.ts'
import { byKindAndKey } from '../rules/rule.ts'
import type { Silence } from './silence.ts'
import type { Span } from '../period.ts'

/**
 * Writes what is raised, and what became of what was raised before. Where only some dossiers and days were asked, all
 * other discrepancies stand as they stood, and are seen again.
 */
export async function carryOn(
  night: Night,
  all: readonly Raised[],
  silence: Silence,
  asked: Asked | null = null,
): Promise<void> {
  const { store, unit, asOf } = night
  const remembered = await rememberedOf(night, asked)
  const known = new Map(remembered.map((row) => [row.key, row]))
  const tonight = new Map(all.map((each) => [each.key, each]))
  const keys = [...new Set([...known.keys(), ...tonight.keys()])]
  const seen = { lost: unseen(night, remembered, tonight), withdrawn: withdrawn(night) }
  let free = store.ask<{ id: number }>('next-discrepancy', { unit })[0]!.id
  const rows: DiscrepancyRow[] = []
  const turned: DiscrepancyRow[] = [] // into another state
  const retold: DiscrepancyRow[] = [] // otherwise than before
  for (const key of inOrder(keys, tonight, known)) {
    const [was, is] = [known.get(key) ?? null, tonight.get(key) ?? null]
    const life = live(was === null ? null : lifeOf(was), evidence(was, is, silence, seen), asOf)
    if (life === null) continue
    const row = rowWith(unit, was?.discrepancy ?? free++, is ?? was!, life)
    rows.push(row)
    if (was?.state !== row.state) turned.push(row)
    if (was === null || !isSaidAlike(was, row)) retold.push(row)
  }
  await rewrite(night, rows, tonight, asked === null ? null : remembered)
  writeEvents(night, turned)
  writeVersions(night, retold)
}

/** What was asked tonight. */
export type Asked = { readonly dossiers: readonly number[]; readonly mayHaveMoved: (days: Span) => boolean }

async function rememberedOf({ store, unit }: Night, asked: Asked | null): Promise<DiscrepancyRow[]> {
  if (asked === null) return store.db.selectFrom('discrepancy').selectAll().where('unit', '=', unit).execute()
  const dossiers = JSON.stringify(asked.dossiers)
  const isAsked = ({ kind, place_from: from, place_to: to }: DiscrepancyRow): boolean =>
    kind !== 'late_change' || asked.mayHaveMoved({ from: from!, to: to! })
  return store.ask<DiscrepancyRow>('discrepancies-of-dossiers', { unit, dossiers }).filter(isAsked)
}

/** Discrepancies of dossiers that nobody tells of any more: nobody can have seen them agree. */
function unseen(
  { store, unit }: Night,
  remembered: readonly DiscrepancyRow[],
  tonight: ReadonlyMap<string, Raised>,
): ReadonlySet<number> {
  const asked = remembered.filter(({ key, dossier }) => dossier !== null && !tonight.has(key))
  const dossiers = JSON.stringify([...new Set(asked.map(({ dossier }) => dossier))])
  const known = store.ask<{ dossier: number }>('dossiers-that-are-known', { unit, dossiers })
  const seen = new Set(known.map(({ dossier }) => dossier))
  return new Set(asked.filter(({ dossier }) => !seen.has(dossier!)).map(({ discrepancy }) => discrepancy))
}

/** Those that nothing says but a file that should not have been loaded. */
function withdrawn({ store, unit }: Night): ReadonlySet<number> {
  const rows = store.ask<{ discrepancy: number }>('discrepancies-of-retracted-files', { unit })
  return new Set(rows.map(({ discrepancy }) => discrepancy))
}

type Seen = { readonly lost: ReadonlySet<number>; readonly withdrawn: ReadonlySet<number> }

/**
 * Another unit's dossier agrees by leaving our lists, and what only a file said that was taken back is over; all others
 * must be seen to agree.
 */
function evidence(
  was: DiscrepancyRow | null,
  is: Raised | null,
  silence: Silence,
  { lost, withdrawn: taken }: Seen,
): Evidence {
  if (is !== null) {
    const isClaimed = is.kind !== 'export_missing' && is.systems.some((system) => silence.isSilent(is.dossier, system))
    return isClaimed ? 'claimed' : 'raised'
  }
  const { kind, discrepancy, systems, dossier } = was!
  if (kind === 'foreign_unit' || taken.has(discrepancy)) return 'agrees'
  if (lost.has(discrepancy)) return 'silent'
  const saysNothing = (system: System) => silence.isSilent(dossier, system) || silence.isGone(dossier, system)
  return (JSON.parse(systems) as System[]).some(saysNothing) ? 'silent' : 'agrees'
}

function lifeOf({ state, verified, since, last_seen }: DiscrepancyRow): Life {
  return { state, verified: verified === 1, since, lastSeen: last_seen }
}

function rowWith(
  unit: number,
  discrepancy: number,
  from: Raised | DiscrepancyRow,
  { state, verified, since, lastSeen }: Life,
): DiscrepancyRow {
  const { key, kind, dossier, code, system } = from
  const content =
    'place' in from
      ? {
          systems: JSON.stringify(from.systems),
          detail: JSON.stringify(from.detail),
          place_from: from.place?.from ?? null,
          place_to: from.place?.to ?? null,
        }
      : { systems: from.systems, detail: from.detail, place_from: from.place_from, place_to: from.place_to }
  return {
    unit,
    discrepancy,
    key,
    kind,
    dossier,
    code,
    system,
    ...content,
    state,
    verified: Number(verified),
    since,
    last_seen: lastSeen,
  }
}

/** Numbers are given in the order of kinds and codes, so that the order of files does not show. */
function inOrder(
  keys: readonly string[],
  tonight: ReadonlyMap<string, Raised>,
  known: ReadonlyMap<string, DiscrepancyRow>,
): string[] {
  const named = keys.map((key) => tonight.get(key) ?? known.get(key)!)
  return named.toSorted(byKindAndKey).map(({ key }) => key)
}

async function rewrite(
  { store, unit, asOf: as_of }: Night,
  rows: readonly DiscrepancyRow[],
  tonight: ReadonlyMap<string, Raised>,
  anew: readonly DiscrepancyRow[] | null, // null: all
): Promise<void> {
  if (anew === null) await store.db.deleteFrom('discrepancy').where('unit', '=', unit).execute()
  else {
    store.tell('see-discrepancies-again', { unit, as_of })
    store.tell('forget-discrepancies', { unit, discrepancies: JSON.stringify(anew.map((each) => each.discrepancy)) })
  }
  store.insert('discrepancy', rows)
  rewriteSources({ store, unit }, rows, tonight)
}

function isSaidAlike(was: DiscrepancyRow, is: DiscrepancyRow): boolean {
  return (['state', 'verified', 'detail', 'place_from', 'place_to'] as const).every((part) => was[part] === is[part])
}

/** What a list of this night says, also when it is asked for later. */
function writeVersions({ store, unit, asOf: as_of }: Night, retold: readonly DiscrepancyRow[]): void {
  const discrepancies = JSON.stringify(retold.map(({ discrepancy }) => discrepancy))
  store.tell('forget-what-a-night-said', { unit, as_of, discrepancies })
  const versions = retold.map((row) => {
    const { discrepancy, verified, last_seen, detail, place_from, place_to } = row
    const sources = verified === 1 && row.state !== 'resolved' ? null : evidenceOf(store, unit, discrepancy)
    return { unit, discrepancy, as_of, verified, last_seen, detail, place_from, place_to, sources }
  })
  store.insert('discrepancy_version', versions)
}

/** The lines of the last night that raised it: a later one may raise it again, on others. */
function evidenceOf(store: Night['store'], unit: number, discrepancy: number): string {
  const lines = store.ask<FileLine>('lines-of-a-discrepancy', { unit, discrepancy })
  return JSON.stringify(lines.map(({ file, line }) => [file, line]))
}

function writeEvents({ store, unit, asOf: as_of, run }: Night, turned: readonly DiscrepancyRow[]): void {
  const counts = store.ask<{ discrepancy: number; events: number }>('next-event-of-discrepancies', { unit })
  const before = new Map(counts.map(({ discrepancy, events }) => [discrepancy, events]))
  store.insert(
    'discrepancy_event',
    turned.map(({ discrepancy, state }) => ({
      unit,
      discrepancy,
      event: (before.get(discrepancy) ?? 0) + 1,
      as_of,
      run,
      state,
    })),
  )
}
