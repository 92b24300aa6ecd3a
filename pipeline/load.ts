import type { System } from '../connectors/connector.ts'
import { connectors } from '../connectors/index.ts'
import { openExport } from '../connectors/read.ts'
import type { Account, Reading, Reason } from '../connectors/reading.ts'
import type { FileRow } from '../sql/schema-files.ts'
import { loadedFile, type Named, reasonOf, refusedFile, sightedState, turnedFile } from './loading/file-row.ts'
import { type Interner, makeInterner } from './loading/intern.ts'
import { isNotTaken, type Known, type Last, lastAt, turnOf } from './loading/known.ts'
import { bytesOf, keptAt, land, landAgain, type Landed, type Met } from './loading/landing.ts'
import { ownPaths } from './whose/own-paths.ts'
import { remove } from './disk.ts'
import type { Night, Stage } from './night.ts'
import { makeReadingOn, type ReadingOn } from './loading/reading-on.ts'
import { makeRowWriter } from './loading/row-writer.ts'
import { isShrunk, refuseShrunk } from './loading/shrunk.ts'
import { type Said, seeAgain, sight, stay } from './loading/sightings.ts'

/** Takes in what is new in the inbox: keeps each file, accounts for its lines, writes its rows and rejects. */
export const load: Stage = {
  name: 'load',
  run: async (night) => {
    const desk = openDesk(night)
    const growing: string[] = []
    for (const met of land(night.config.inbox, night.landing, undefined, desk.on.has, ownPaths(night.config))) {
      if (met.is === 'not_ready') growing.push(met.path)
      else await receive(desk, met)
      await desk.on.past(met.is === 'landed' ? met.landed.bytes : 0)
    }
    for (const path of growing) {
      for (const met of landAgain(night.config.inbox, night.landing, path)) await receive(desk, met)
    }
    const shrunk = await refuseShrunk(night, desk.fresh)
    await holdOn(desk)
    desk.tally.loaded -= shrunk.length
    desk.tally.turned += shrunk.length
    night.say('load', desk.tally)
  },
}

/**
 * Reads kept files again, of one system or of all, as if for the first time: after a connector, the threshold or the
 * program has changed. Where and when each was met stays as it is, and so does what a longer list before kept out.
 */
export async function readAgain(night: Night, system: System | null): Promise<void> {
  const { store, unit } = night
  const desk = openDesk(night)
  const all = store.db.selectFrom('file').select(['file', 'reason']).where('unit', '=', unit)
  const chosen = system === null ? all : all.where('system', '=', system)
  const files = await chosen.where('state', 'not in', ['retracted', 'purged']).orderBy('file').execute()
  for (const { file, reason } of files) {
    if (!isShrunk(reasonOf(reason))) await replace(desk, file)
    await desk.on.past(0)
  }
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
  readonly on: ReadingOn
  readonly interner: Interner
  readonly next: { file: number; sighting: number; source_row: number; payment_row: number }
  readonly tally: { loaded: number; seen: number; turned: number }
  readonly fresh: Map<number, Reason | null> // taken in by this run, and why not before
  readonly held: Held[] // lie there, and wait for another export
}

type Held = { readonly landed: Landed; readonly stayed: Last; readonly file: number }

function openDesk(night: Night): Desk {
  const { store, unit } = night
  const [next] = store.ask<Desk['next']>('next-numbers', { unit })
  const tally = { loaded: 0, seen: 0, turned: 0 }
  const on = makeReadingOn(night)
  return { night, on, interner: makeInterner(store, unit), next: next!, tally, fresh: new Map(), held: [] }
}

async function receive(desk: Desk, met: Met): Promise<void> {
  if (met.is !== 'landed') return leave(desk, met)
  const { landed } = met
  const turn = turnOf(desk.night, landed)
  if (turn.known?.state === 'purged') remove(landed.kept) // it is not kept again because it lies there still
  if (turn.is === 'new') return takeIn(desk, landed)
  if (turn.is === 'held') return void desk.held.push({ landed, stayed: turn.stayed, file: turn.known.file })
  if (turn.is === 'again') return tryAgain(desk, landed, turn.known, turn.stayed)
  if (turn.is === 'stays') return stay(desk.night, turn.stayed.sighting)
  desk.tally.seen++
  await sayAgain(desk, landed, turn.known.file, turn.stayed, taken)
}

const taken: Said = { state: 'seen_before', why: null }

/** What was never read is said anew each night that it lies there, once. */
async function leave(desk: Desk, met: Exclude<Met, { is: 'landed' }>): Promise<void> {
  desk.tally.turned++
  const state = met.is === 'not_ready' ? 'not_ready' : 'refused'
  const why = { id: met.is }
  const last = lastAt(desk.night, met.path)
  const isOfTonight = last?.sha256 === null && last.as_of === desk.night.asOf
  if (isOfTonight) return seeAgain(desk.night, last.sighting, { state, why })
  sight(desk.night, desk.next.sighting++, met, null, { state, why })
}

async function takeIn(desk: Desk, landed: Landed): Promise<void> {
  const { sha256, bytes } = landed
  const row = await readKept(desk, { unit: desk.night.unit, file: desk.next.file++, sha256, bytes, reading: 1 })
  desk.night.store.insert('file', [row])
  count(desk, row, null)
  sight(desk.night, desk.next.sighting++, landed, row.file, { state: sightedState(row), why: null })
}

async function tryAgain(desk: Desk, landed: Landed, { file, reason }: Known, stayed: Last | null): Promise<void> {
  const before = reasonOf(reason)
  const row = await replace(desk, file)
  count(desk, row, before)
  await sayAgain(desk, landed, file, stayed, { state: sightedState(row), why: null })
}

/** A list that is shorter than the one before is not tried again where it lies: only another export speaks for it. */
async function holdOn(desk: Desk): Promise<void> {
  const { store, unit } = desk.night
  for (const { landed, stayed, file } of desk.held) {
    const rows = store.db.selectFrom('file').select('state').where('unit', '=', unit).where('file', '=', file)
    const row = await rows.executeTakeFirstOrThrow()
    if (isNotTaken(row)) desk.tally.turned++
    await sayAgain(desk, landed, file, stayed, isNotTaken(row) ? { state: 'refused', why: null } : taken)
  }
}

/** What lies where it lay, and is not simply known: one sighting a night. */
async function sayAgain(desk: Desk, landed: Landed, file: number, stayed: Last | null, said: Said): Promise<void> {
  if (stayed?.as_of === desk.night.asOf) await seeAgain(desk.night, stayed.sighting, said)
  else sight(desk.night, desk.next.sighting++, landed, file, said)
}

/** A kept file is read again from the landing: another reading of it. */
async function replace(desk: Desk, file: number): Promise<FileRow> {
  const { store, unit } = desk.night
  const before = store.db.selectFrom('file').selectAll().where('unit', '=', unit).where('file', '=', file)
  const { sha256, bytes, reading } = await before.executeTakeFirstOrThrow()
  const row = await readKept(desk, { unit, file, sha256, bytes, reading: reading + 1 })
  await store.db.deleteFrom('file').where('unit', '=', unit).where('file', '=', file).execute()
  store.insert('file', [row])
  return row
}

async function readKept(desk: Desk, named: Named): Promise<FileRow> {
  const opened = openExport(desk.on.counted(bytesOf(keptAt(desk.night.landing, named.sha256))), connectors)
  if ('reads' in opened) return readAll(desk, named, opened)
  forget(desk.night, named)
  return turnedFile(named, opened)
}

/** All rows of a file and its account in one piece; a file that is refused at its end leaves no row behind. */
async function readAll({ night, on, interner, next }: Desk, named: Named, reading: Reading): Promise<FileRow> {
  const row = await night.store.attemptLong(async () => {
    const writer = makeRowWriter(night, interner, named.file, reading.recognised.connector, next)
    forget(night, named)
    const end = await writer.write(reading.reads, on.pause)
    const reason = 'is' in end ? end.reason : refusal(end, night.config.rejectThreshold)
    if (reason === null) interner.flush()
    else interner.forget()
    if ('is' in end || reason !== null) return { keep: false, result: refusedFile(named, reading, end, reason!) }
    return { keep: true, result: loadedFile(named, reading, end, writer.tally) }
  })
  if (row.state === 'refused') forget(night, named)
  return row
}

/** What an earlier reading of the file wrote of it; its rows stay, the next one may list them again. */
function forget({ store, unit }: Night, { file }: Named): void {
  store.tell('forget-listing-of-a-file', { unit, file })
  store.tell('forget-rejects-of-a-file', { unit, file })
}

function count({ tally, fresh }: Desk, { file, state }: FileRow, before: Reason | null): void {
  if (state === 'loaded') fresh.set(file, before)
  if (state === 'loaded') tally.loaded++
  else tally.turned++
}
