import type { ExportRow } from '../sql/schema.ts'
import { compare } from './compare.ts'
import type { Day } from './day.ts'
import { type Export, exportsInForce, type MetFile, windowsOf } from './exports.ts'
import type { Night, Stage } from './night.ts'
import { keepOnceListed } from './nights/once-listed.ts'
import type { Office } from './office.ts'
import { relink } from './linking/relink.ts'

/** Says which exports are in force, and whose dossier each of their rows tells of: one record a system and dossier. */
export const normalize: Stage = {
  name: 'normalize',
  run: (night) => normalizeBy(night, END_OF_TIME),
}

/** Days of nights sort as text. Months come in any order: what a later one brought is known in an earlier one's night. */
export const END_OF_TIME = '9999-12-31'

/** The same, with the files alone that had come by the end of a night. */
export async function normalizeBy(night: Night, knownBy: Day): Promise<void> {
  const { store, unit, config } = night
  const met = store.ask<MetFile>('files-and-their-sightings', { unit, known_by: knownBy })
  const wanted = exportsInForce(met, config.periods)
  const { exports, rewritten, changed } = await renew(night, wanted)
  const { linked, unlinked } = await relink(night, windowsOf(met, config.periods))
  await keepOnceListed(night, exports, rewritten)
  night.say('normalize', { exports: wanted.length, changed, linked, unlinked })
}

/** An export keeps its number for good: a system and the first day of a window. */
export function numberExports(wanted: readonly Export[], known: readonly ExportRow[]): Numbered[] {
  let free = Math.max(0, ...known.map((each) => each.export)) + 1
  const numbers = new Map(known.map((each) => [`${each.system} ${each.window_from}`, each.export]))
  return wanted.map((each) => ({ ...each, number: numbers.get(`${each.system} ${each.from}`) ?? free++ }))
}

type Renewed = {
  readonly exports: readonly Numbered[]
  readonly rewritten: ReadonlySet<number>
  readonly changed: number
}

async function renew(night: Night, wanted: readonly Export[]): Promise<Renewed> {
  const { store, unit } = night
  const { known, before, now, gone, changed } = await heldAgainst(night, wanted)
  for (const each of changed) writeChanges(night, each, before.has(each.number) ? each : exportBefore(each, known))
  for (const number of [...gone.map((each) => each.export), ...changed.map((each) => each.number)])
    await drop(night, number)
  await store.db.deleteFrom('export').where('unit', '=', unit).execute()
  store.insert(
    'export',
    now.map((each) => rowOf(unit, each)),
  )
  for (const [done, each] of changed.entries()) {
    await night.at?.('normalize', { rows: done, done, of: changed.length })
    writeRecords(night, each)
  }
  return {
    exports: now,
    rewritten: new Set(changed.map(({ number }) => number)),
    changed: changed.length + gone.length,
  }
}

/** Exports as they are to be in force, held against those that are. */
export type Held = {
  readonly known: readonly ExportRow[]
  readonly before: ReadonlySet<number> // those that are in force
  readonly now: readonly Numbered[]
  readonly gone: readonly ExportRow[] // that are in force no more
  readonly changed: readonly Numbered[] // made of other files than before, or of another reading of them
}

/** Which exports have to be written anew, where these are wanted. Nothing is written. */
export async function heldAgainst(
  { store, unit }: Pick<Office, 'store' | 'unit'>,
  wanted: readonly Export[],
): Promise<Held> {
  // prettier-ignore
  const known = await store.db.selectFrom('export').selectAll().where('unit', '=', unit).execute()
  const before = Map.groupBy(
    store.ask<{ export: number; file: number; reading: number }>('exports-in-force', { unit }),
    (each) => each.export,
  )
  const now = numberExports(wanted, known)
  const gone = known.filter((each) => !now.some((other) => other.number === each.export))
  const same = (each: Numbered): boolean => readings(before.get(each.number) ?? []) === readings(each.files)
  return { known, before: new Set(before.keys()), now, gone, changed: now.filter((each) => !same(each)) }
}

/** Which files make an export, and which reading of each. */
function readings(files: Export['files']): string {
  return files.map(({ file, reading }) => `${file}.${reading}`).join(' ')
}

function rowOf(unit: number, { number, system, from, to, by, came, met }: Numbered): ExportRow {
  return { unit, export: number, system, window_from: from, window_to: to, window_by: by, came, met }
}

export type Numbered = Export & { readonly number: number }

/** Where each night's window begins a day later than the last one's: the last of those that it overlaps. */
function exportBefore({ system, from, to }: Numbered, known: readonly ExportRow[]): { number: number } | null {
  const earlier = known.filter((each) => each.system === system && each.window_from < from)
  const overlapping = earlier.filter((each) => each.window_to >= from && each.window_to <= to)
  const last = overlapping.toSorted(
    (a, b) => compare(a.window_to, b.window_to) || compare(a.window_from, b.window_from),
  )
  return last.length === 0 ? null : { number: last.at(-1)!.export }
}

/** What the new files say otherwise, before the records of the old ones go. A window's first files change nothing. */
function writeChanges(
  { store, unit, asOf: as_of }: Night,
  { number, system, from, files }: Numbered,
  before: { readonly number: number } | null,
): void {
  if (system === 'dvcqg-thanhtoan' || before === null) return
  const numbers = JSON.stringify(files.map(({ file }) => file))
  const at = { unit, as_of, export: number, system, before: before.number, window_from: from }
  store.tell('write-changes-of-an-export', { ...at, files: numbers })
}

async function drop({ store, unit }: Night, number: number): Promise<void> {
  for (const table of ['export_file', 'record', 'payment'] as const)
    await store.db.deleteFrom(table).where('unit', '=', unit).where('export', '=', number).execute()
}

function writeRecords({ store, unit }: Night, each: Numbered): void {
  store.insert(
    'export_file',
    each.files.map(({ file, reading }) => ({ unit, export: each.number, file, reading })),
  )
  const question = each.system === 'dvcqg-thanhtoan' ? 'write-payments-of-an-export' : 'write-records-of-an-export'
  store.tell(question, { unit, export: each.number })
}
