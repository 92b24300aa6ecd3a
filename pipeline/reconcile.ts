import type { System } from '../connectors/connector.ts'
import type { DiscrepancyRow, DossierTableRow } from '../sql/schema.ts'
import { type Dossier, settle } from './dossier.ts'
import { readFacts } from './facts.ts'
import { type Evidence, live, type Life } from './lifecycle.ts'
import type { Night, Stage } from './night.ts'
import { exportMissing, raiseOnFiles } from './raise-on-files.ts'
import { raiseOn, raiseOnOrphan, silentSystem } from './raise.ts'
import type { Raised } from './raised.ts'
import { kinds, type Source } from './rules/rule.ts'
import { makeSetting, type Setting } from './setting.ts'

/** Settles every dossier by precedence, asks every rule about it, and carries the discrepancies' lives on. */
export const reconcile: Stage = {
  name: 'reconcile',
  run: async (night) => {
    const { found, dossiers, silent } = await settleAll(night)
    const all = [...found, ...raiseOnFiles(night)]
    const open = await carryOn(night, all, silent)
    night.say(`reconcile: ${dossiers} dossiers, ${open} discrepancies open`)
  },
}

/** Which systems could say nothing of a dossier; asked when a discrepancy is not raised again. */
type Silence = (dossier: number | null, system: System) => boolean

const batch = 4000

async function settleAll(night: Night): Promise<{ found: Raised[]; dossiers: number; silent: Silence }> {
  const { store, unit, config, catalogue } = night
  const facts = readFacts(store, unit, catalogue)
  const setting = makeSetting(config, night, facts.exports)
  const found: Raised[] = []
  const missing = new Map<string, { system: System; window: Dossier['window']; dossiers: number }>()
  const unheard = new Map<number, System[]>()
  let count = 0
  await store.db.deleteFrom('dossier').where('unit', '=', unit).execute()
  for (let first = 1; first <= facts.last; first += batch) {
    const rows: DossierTableRow[] = []
    for (const each of facts.of(range(first, Math.min(facts.last, first + batch - 1)))) {
      const dossier = settle(each, setting)
      if (dossier === null) found.push(...raiseOnOrphan(each))
      if (dossier === null) continue
      found.push(...raiseOn(dossier, setting))
      rows.push(rowOf(unit, dossier))
      noteSilence(dossier, missing, unheard)
    }
    store.insert('dossier', rows)
    count += rows.length
  }
  for (const { system, window, dossiers } of missing.values()) found.push(exportMissing(system, window, dossiers))
  found.push(...expectedButMissing(night, setting, missing))
  return {
    found,
    dossiers: count,
    silent: (dossier, system) =>
      dossier === null ? !setting.exports.has(system) : (unheard.get(dossier) ?? []).includes(system),
  }
}

function rowOf(unit: number, { facts, own, receivedDay, endedDay, outcome }: Dossier): DossierTableRow {
  return { unit, dossier: facts.dossier, own: Number(own), received_day: receivedDay, ended_day: endedDay, outcome }
}

function noteSilence(
  dossier: Dossier,
  missing: Map<string, { system: System; window: Dossier['window']; dossiers: number }>,
  unheard: Map<number, System[]>,
): void {
  const opinions = [
    ['dvcqg', dossier.portal],
    ['trungtam', dossier.book],
    [dossier.ministrySystem, dossier.ministry],
  ] as const
  const silent = opinions.flatMap(([system, opinion]) => (system !== null && opinion.is === 'silent' ? [system] : []))
  if (silent.length > 0) unheard.set(dossier.facts.dossier, silent)
  const system = silentSystem(dossier)
  if (system === null) return
  const key = `${system} ${dossier.window.from}`
  const known = missing.get(key)
  if (known === undefined) missing.set(key, { system, window: dossier.window, dossiers: 1 })
  else known.dossiers++
}

/** The systems that the configuration expects, for the last window that anyone handed over. */
function expectedButMissing({ config }: Night, { exports }: Setting, missing: ReadonlyMap<string, unknown>): Raised[] {
  const last = [...exports.values()]
    .flat()
    .reduce<Dossier['window'] | null>((a, b) => (a === null || b.to > a.to ? b : a), null)
  if (last === null) return []
  const handedOver = (system: string): boolean =>
    (exports.get(system as System) ?? []).some(({ from, to }) => from <= last.to && last.to <= to)
  const silent = (config.expectedSystems ?? []).filter(
    (system) => !handedOver(system) && !missing.has(`${system} ${last.from}`),
  )
  return silent.map((system) => exportMissing(system as System, last, 0))
}

/** Writes what is raised, and what became of what was raised before. Gives how many are not resolved. */
async function carryOn(night: Night, all: readonly Raised[], silent: Silence): Promise<number> {
  const { store, unit, asOf } = night
  const known = new Map(
    (await store.db.selectFrom('discrepancy').selectAll().where('unit', '=', unit).execute()).map((row) => [
      row.key,
      row,
    ]),
  )
  const tonight = new Map(all.map((each) => [each.key, each]))
  const keys = [...new Set([...known.keys(), ...tonight.keys()])]
  let free = store.ask<{ id: number }>('next-discrepancy', { unit })[0]!.id
  const rows: DiscrepancyRow[] = []
  const changed: DiscrepancyRow[] = []
  for (const key of inOrder(keys, tonight, known)) {
    const [was, is] = [known.get(key) ?? null, tonight.get(key) ?? null]
    const life = live(was === null ? null : lifeOf(was), evidence(was, is, silent), asOf)
    if (life === null) continue
    const row = rowWith(unit, was?.discrepancy ?? free++, is ?? was!, life)
    rows.push(row)
    if (was?.state !== row.state) changed.push(row)
  }
  await rewrite(night, rows, tonight)
  writeEvents(night, changed)
  return rows.filter(({ state }) => state !== 'resolved').length
}

function evidence(was: DiscrepancyRow | null, is: Raised | null, silent: Silence): Evidence {
  if (is !== null) return 'raised'
  const systems = JSON.parse(was!.systems) as System[]
  return systems.some((system) => silent(was!.dossier, system)) ? 'silent' : 'agrees'
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
  const place = (key: string): string => {
    const { kind } = tonight.get(key) ?? known.get(key)!
    return `${String(kinds.findIndex((each) => each === kind)).padStart(2, '0')} ${key}`
  }
  return keys.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
}

async function rewrite(
  { store, unit }: Night,
  rows: readonly DiscrepancyRow[],
  tonight: ReadonlyMap<string, Raised>,
): Promise<void> {
  const raisedNow = rows.filter(({ key }) => tonight.has(key))
  await store.db.deleteFrom('discrepancy').where('unit', '=', unit).execute()
  store.insert('discrepancy', rows)
  for (const { discrepancy } of raisedNow)
    await store.db
      .deleteFrom('discrepancy_source')
      .where('unit', '=', unit)
      .where('discrepancy', '=', discrepancy)
      .execute()
  for (const { discrepancy, key } of raisedNow) {
    const lines = tonight.get(key)!.sources.flatMap((source) => linesOf(store, unit, source))
    const distinct = new Map(lines.map((line) => [`${line.file}:${line.line}`, line]))
    store.insert(
      'discrepancy_source',
      [...distinct.values()].map(({ file, line }) => ({ unit, discrepancy, file, line })),
    )
  }
}

function linesOf(store: Night['store'], unit: number, source: Source): { file: number; line: number }[] {
  if ('file' in source) return [source]
  return store.ask<{ file: number; line: number }>('lines-of-a-row', { unit, export: source.export, row: source.row })
}

function writeEvents({ store, unit, asOf: as_of, run }: Night, changed: readonly DiscrepancyRow[]): void {
  const counts = store.ask<{ discrepancy: number; events: number }>('next-event-of-discrepancies', { unit })
  const before = new Map(counts.map(({ discrepancy, events }) => [discrepancy, events]))
  store.insert(
    'discrepancy_event',
    changed.map(({ discrepancy, state }) => ({
      unit,
      discrepancy,
      event: (before.get(discrepancy) ?? 0) + 1,
      as_of,
      run,
      state,
    })),
  )
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
