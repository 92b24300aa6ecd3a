import type { Reason } from '../../connectors/reading.ts'
import type { ExportRow } from '../../sql/schema.ts'
import { type Export, exportsInForce, type MetFile } from '../exports.ts'
import type { Night } from '../night.ts'
import { END_OF_TIME } from '../normalize.ts'

/** The files that were taken in tonight, each with the reason for which it had been refused before, if it had. */
export type Fresh = ReadonlyMap<number, Reason | null>

/**
 * Refuses what was taken in tonight where it would replace a list of the same window that is longer by more than a
 * twentieth: the list before stays in force. Gives the files back that were refused.
 */
export async function refuseShrunk(night: Night, fresh: Fresh): Promise<number[]> {
  const before = inForceBefore(night)
  const refused: number[] = []
  for (let next = before.size > 0 && fresh.size > 0; next;) {
    const shrunk = shrunkExports(night, fresh, refused, before)
    for (const { files, reason } of shrunk) for (const file of files) await refuse(night, file, reason)
    refused.push(...shrunk.flatMap(({ files }) => files))
    next = shrunk.length > 0 // an earlier file may be in force instead, and be as short
  }
  return refused
}

/** Whether a file is refused until its system exports once more: lying there another night proves nothing. */
export function isShrunk(reason: Reason | null): boolean {
  return reason?.id === 'cut_short_before'
}

/** In a short list one dossier is more than a twentieth: up to three may go, and are `vanished`. */
export function isShorter(read: number, before: number): boolean {
  return read < before * 0.95 && before - read > 3
}

type Shrunk = { readonly files: readonly number[]; readonly reason: Reason }
type Before = ReadonlyMap<string, readonly number[]>

/** The files of each export that was in force until tonight, by system and first day. */
function inForceBefore({ store, unit }: Night): Before {
  const lines = store.ask<ExportRow & { file: number }>('exports-in-force', { unit })
  const groups = Map.groupBy(lines, ({ system, window_from }) => `${system} ${window_from}`)
  return new Map([...groups].map(([key, same]) => [key, same.map(({ file }) => file)]))
}

function shrunkExports(night: Night, fresh: Fresh, refused: readonly number[], before: Before): Shrunk[] {
  const { store, unit, config } = night
  const met = store.ask<MetFile>('files-and-their-sightings', { unit, known_by: END_OF_TIME })
  return exportsInForce(met, config.periods).flatMap((each) => {
    const files = each.files.map(({ file }) => file).filter((file) => fresh.has(file))
    const old = before.get(`${each.system} ${each.from}`)
    if (files.length === 0 || old === undefined || files.every((file) => isWhole(night, file))) return []
    const [read, had] = [howMuch(night, each, numbersOf(each)), howMuch(night, each, old)]
    if (!isShorter(read, had) || isSaidAgain(night, each, read, files, fresh, refused)) return []
    return [{ files, reason: { id: 'cut_short_before', read, before: had, from: each.from } }]
  })
}

/** Its maker's own count agrees with its rows: nothing was cut off. */
function isWhole({ store, unit }: Night, file: number): boolean {
  const [row] = store.ask<{ whole: number }>('is-a-file-whole', { unit, file })
  return row!.whole === 1
}

/** An earlier run refused a list that was as short: its system, asked once more, says the same. */
function isSaidAgain(
  { store, unit }: Night,
  { system, from }: Export,
  read: number,
  files: readonly number[],
  fresh: Fresh,
  refusedTonight: readonly number[],
): boolean {
  const lying = store.ask<{ file: number; reason: string }>('files-that-were-cut-short-before', { unit, system })
  const said = lying
    .filter(({ file }) => !refusedTonight.includes(file))
    .map((each) => JSON.parse(each.reason) as Reason)
  const itself = files.flatMap((file) => fresh.get(file) ?? []).filter(isShrunk)
  return [...said, ...itself].some((reason) => reason['from'] === from && !isShorter(read, Number(reason['read'])))
}

function howMuch({ store, unit }: Night, { system }: Export, files: readonly number[]): number {
  return store.ask<{ listed: number }>('how-much-files-list', { unit, system, files: JSON.stringify(files) })[0]!.listed
}

function numbersOf({ files }: Export): number[] {
  return files.map(({ file }) => file)
}

async function refuse({ store, unit, run }: Night, file: number, why: Reason): Promise<void> {
  store.tell('forget-listing-of-a-file', { unit, file })
  store.tell('forget-rejects-of-a-file', { unit, file })
  store.tell('refuse-a-file', { unit, file, reason: JSON.stringify(why) })
  const tonight = store.db.updateTable('sighting').where('unit', '=', unit).where('file', '=', file)
  await tonight.where('run', '=', run).set({ state: 'refused' }).execute()
}
