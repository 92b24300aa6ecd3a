import type { Connector, System } from '../connectors/connector.ts'
import { connectors } from '../connectors/index.ts'
import { openExport } from '../connectors/read.ts'
import type { Account, Reading, Reason, Turned } from '../connectors/reading.ts'
import type { FileRow, SightingRow } from '../sql/schema.ts'
import { type Interner, makeInterner } from './intern.ts'
import { bytesOf, keptAt, land, type Landed, type Met } from './landing.ts'
import { nameDay } from './name-day.ts'
import type { Night, Stage } from './night.ts'
import { makeRowWriter } from './row-writer.ts'

/** Takes in what is new in the inbox: keeps each file, accounts for its lines, writes its rows and rejects. */
export const load: Stage = {
  name: 'load',
  run: async (night) => {
    const desk = openDesk(night)
    for (const met of land(night.config.inbox, night.landing)) receive(desk, met)
    night.say(`load: ${desk.tally.loaded} loaded, ${desk.tally.seen} seen before, ${desk.tally.turned} not loaded`)
  },
}

/**
 * Reads kept files again, of one system or of all, as if for the first time: after a connector, the threshold or the
 * program has changed. Where and when each was met stays as it is.
 */
export async function readAgain(night: Night, system: System | null): Promise<void> {
  const { store, unit } = night
  const desk = openDesk(night)
  const all = store.db.selectFrom('file').selectAll().where('unit', '=', unit).where('state', '!=', 'retracted')
  const files = await (system === null ? all : all.where('system', '=', system)).orderBy('file').execute()
  for (const { file, sha256, bytes } of files) {
    for (const table of ['listing', 'reject', 'file'] as const)
      await store.db.deleteFrom(table).where('unit', '=', unit).where('file', '=', file).execute()
    store.insert('file', [readKept(desk, { sha256, bytes, kept: keptAt(night.landing, sha256) }, file)])
  }
  await store.db.deleteFrom('export_file').where('unit', '=', unit).execute() // their records are to be made anew
}

/** Whether a file that was read to its end is kept: the reasons for which a whole file is refused. */
export function refusal(account: Account, threshold: number): Reason | null {
  const { read, rejected, statedTotal } = account
  if (account.torn) return { id: 'torn', line: account.physical }
  if (statedTotal !== null && read < statedTotal * 0.95) return { id: 'cut_short', stated: statedTotal, read }
  if (rejected > 10 && rejected > read * threshold) return { id: 'too_many_rejects', rejected, read }
  return null
}

/** What one run of the stage holds in its hands. */
type Desk = {
  readonly night: Night
  readonly interner: Interner
  readonly next: { file: number; sighting: number; source_row: number; payment_row: number }
  readonly tally: { loaded: number; seen: number; turned: number }
}

function openDesk(night: Night): Desk {
  const [next] = night.store.ask<Desk['next']>('next-numbers', { unit: night.unit })
  return {
    night,
    interner: makeInterner(night.store, night.unit),
    next: next!,
    tally: { loaded: 0, seen: 0, turned: 0 },
  }
}

function receive(desk: Desk, met: Met): void {
  if (met.is !== 'landed') {
    desk.tally.turned++
    desk.night.say(`load: ${met.path}: ${met.is}`)
    if (met.is === 'not_ready') sight(desk, met, null, 'not_ready')
    return
  }
  const { landed } = met
  const { store, unit } = desk.night
  const [last] = store.ask<{ sha256: string | null }>('last-sighting-of-a-path', { unit, path: landed.path })
  if (last?.sha256 === landed.sha256) return // it stayed where it was: nothing to say
  const [known] = store.ask<{ file: number }>('file-of-a-content', { unit, sha256: landed.sha256 })
  if (known !== undefined) desk.tally.seen++
  if (known !== undefined) sight(desk, landed, known.file, 'seen_before')
  else takeIn(desk, landed)
}

function takeIn(desk: Desk, landed: Landed): void {
  const row = readKept(desk, landed, desk.next.file++)
  desk.night.store.insert('file', [row])
  sight(desk, landed, row.file, row.state === 'retracted' ? 'loaded' : row.state)
  if (row.state === 'loaded') desk.tally.loaded++
  else desk.tally.turned++
}

type Kept = Pick<Landed, 'sha256' | 'bytes' | 'kept'>

function readKept(desk: Desk, kept: Kept, file: number): FileRow {
  const opened = openExport(bytesOf(kept.kept), connectors)
  return 'reads' in opened ? readAll(desk, kept, file, opened) : turned(desk, kept, file, opened)
}

/** All rows of a file and its account in one piece; a file that is refused at its end leaves no row behind. */
function readAll(desk: Desk, landed: Kept, file: number, reading: Reading): FileRow {
  const { store } = desk.night
  let result: FileRow | null = null
  store.attempt(() => {
    const writer = makeRowWriter(desk.night, desk.interner, file, reading.recognised.connector, desk.next)
    const end = writer.write(reading.reads)
    const reason = 'is' in end ? end.reason : refusal(end, desk.night.config.rejectThreshold)
    if (reason === null) desk.interner.flush()
    else desk.interner.forget()
    result =
      reason === null
        ? loaded(desk, landed, file, reading, end as Account, writer.tally)
        : refused(desk, landed, file, reading, end, reason)
    return reason === null
  })
  return result!
}

function loaded(
  desk: Desk,
  landed: Kept,
  file: number,
  { recognised }: Reading,
  account: Account,
  tally: { loaded: number; repeated: number; latest: string | null },
): FileRow {
  return {
    ...blank(desk, landed, file),
    ...identity(recognised.connector, recognised),
    ...lines(account),
    rows_read: account.read,
    rows_loaded: tally.loaded,
    rows_repeated: tally.repeated,
    rows_rejected: account.rejected,
    stated_total: account.statedTotal,
    stated_from: recognised.window?.from ?? null,
    stated_to: recognised.window?.to ?? null,
    latest_event: tally.latest,
    drift: JSON.stringify(recognised.drift),
    state: 'loaded',
  }
}

function refused(
  desk: Desk,
  landed: Kept,
  file: number,
  { recognised }: Reading,
  end: Account | Turned,
  reason: Reason,
): FileRow {
  const known = 'is' in end ? {} : { ...lines(end), stated_total: end.statedTotal }
  return {
    ...blank(desk, landed, file),
    ...identity(recognised.connector, recognised),
    ...known,
    state: 'refused',
    reason: JSON.stringify(reason),
  }
}

function turned(desk: Desk, landed: Kept, file: number, { is, reason, system, encoding, delimiter }: Turned): FileRow {
  return { ...blank(desk, landed, file), system, encoding, delimiter, state: is, reason: JSON.stringify(reason) }
}

function identity({ system }: Connector, { encoding, delimiter }: { encoding: string; delimiter: string }) {
  return { system, encoding, delimiter }
}

function lines(account: Account) {
  return {
    physical_lines: account.physical,
    preamble_lines: account.preamble,
    header_lines: account.header,
    blank_lines: account.blank,
    data_lines: account.data,
    footer_lines: account.footer,
  }
}

function blank({ night }: Desk, { sha256, bytes }: Kept, file: number): FileRow {
  return {
    unit: night.unit,
    file,
    sha256,
    bytes,
    system: null,
    encoding: null,
    delimiter: null,
    physical_lines: 0,
    preamble_lines: 0,
    header_lines: 0,
    blank_lines: 0,
    data_lines: 0,
    footer_lines: 0,
    rows_read: 0,
    rows_loaded: 0,
    rows_repeated: 0,
    rows_rejected: 0,
    stated_total: null,
    stated_from: null,
    stated_to: null,
    latest_event: null,
    drift: '[]',
    state: 'loaded',
    reason: null,
  }
}

function sight(
  { night, next }: Desk,
  { path, folder }: { path: string; folder: string },
  file: number | null,
  state: SightingRow['state'],
): void {
  const { unit, asOf: as_of, run } = night
  const sighting = next.sighting++
  night.store.insert('sighting', [{ unit, sighting, file, path, folder, name_day: nameDay(path), as_of, run, state }])
}
