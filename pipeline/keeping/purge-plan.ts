import { closedPeriods } from '../closing/closing.ts'
import { compare } from '../compare.ts'
import type { Day } from '../day.ts'
import { type FileSpan, type MetFile, spansOf } from '../exports.ts'
import type { Office } from '../office.ts'
import { monthOf, type Span, touchingBefore } from '../period.ts'
import { statedPeriods } from '../summaries.ts'
import { Trouble } from '../trouble.ts'

/** What would be taken away, and what holds the rest. */
export type PurgePlan = {
  readonly before: Day // the first day of the month of the day that was asked for: later periods stay as they are
  readonly windowsBefore: Day // windows that end before this day may go: the month before is what is carried in
  readonly files: readonly number[]
  readonly spans: readonly Span[]
  readonly dossiers: readonly number[] // of which one of the files tells
  readonly own: readonly number[] // those of them that are the ward's: a part of one would raise what is not so
  readonly held: readonly Held[]
}

/** Windows that stay, and the dossiers that need them. */
export type Held = Span & { readonly codes: readonly string[] }

/** Where a dossier stands; all null where nothing is believed of it. */
export type Standing = {
  readonly dossier: number
  readonly code: string
  readonly own: number | null
  readonly received_day: Day | null
  readonly ended_day: Day | null
}

const END_OF_TIME = '9999-12-31'

/**
 * Whole windows go, with every file that speaks for them, or stay: those that overlap are one. One stays where it tells
 * of a dossier that is open, or ended on the day or later. Throws Trouble `purge_too_late` where the day's month is not
 * over, and `purge_unclosed` where an earlier month was stated and is not closed: its figures would be lost.
 */
export function planPurge(office: Office, asked: Day): PurgePlan {
  const { store, unit, config, asOf } = office
  const month = monthOf(asked, config.periods)
  const current = monthOf(asOf, config.periods)
  if (month.from > current.from) throw new Trouble('purge_too_late', { before: asked, latest: current.from })
  const before = month.from
  refuseUnclosed(office, before)
  const windowsBefore = touchingBefore(month, config.periods)?.from ?? before
  const met = store.ask<MetFile>('files-and-their-sightings', { unit, known_by: END_OF_TIME })
  const windows = togetherOf(spansOf(met, config.periods))
  const old = windows.filter(({ to }) => to < windowsBefore)
  const later = new Set(
    toldBy(
      office,
      windows.filter((each) => !old.includes(each)).flatMap(({ files }) => files),
    ),
  )
  const judged = old.map((each) => {
    const dossiers = toldBy(office, each.files)
    const standings = store.ask<Standing>('standing-of-dossiers', { unit, dossiers: JSON.stringify(dossiers) })
    const own = standings.filter((one) => one.own === 1).map(({ dossier }) => dossier)
    return {
      ...each,
      dossiers,
      own,
      codes: standings.filter((one) => needsIt(one, before, later)).map(({ code }) => code),
    }
  })
  const going = judged.filter(({ codes }) => codes.length === 0)
  const staying = new Set(windows.filter((each) => !going.some(({ from }) => from === each.from)).flatMap(({ files }) => files)) // prettier-ignore
  const idle = store.ask<{ file: number }>('files-not-taken-last-met-before', { unit, before: windowsBefore })
  const files = [...going.flatMap((each) => each.files), ...idle.map(({ file }) => file)]
  return {
    before,
    windowsBefore,
    files: [...new Set(files)].filter((file) => !staying.has(file)).toSorted((a, b) => a - b),
    spans: going.map(({ from, to }) => ({ from, to })),
    dossiers: [...new Set(going.flatMap(({ dossiers }) => dossiers))],
    own: [...new Set(going.flatMap(({ own }) => own))],
    held: judged.filter(({ codes }) => codes.length > 0).map(({ from, to, codes }) => ({ from, to, codes })),
  }
}

/** Windows that overlap, as one from its first day to its last, with the files that speak for them; by their days. */
export function togetherOf(spans: readonly FileSpan[]): (Span & { readonly files: readonly number[] })[] {
  const together: { from: Day; to: Day; files: number[] }[] = []
  for (const { file, from, to } of spans.toSorted((a, b) => compare(a.from, b.from) || compare(a.to, b.to))) {
    const last = together.at(-1)
    if (last === undefined || from > last.to) together.push({ from, to, files: [file] })
    else {
      last.to = to > last.to ? to : last.to
      last.files.push(file)
    }
  }
  return together
}

/**
 * The ward's own dossier that was received and is open, or ended on the day or later; and one of which a later list
 * tells that it was never received: it may yet be.
 */
export function needsIt(standing: Standing, before: Day, later: ReadonlySet<number>): boolean {
  if (standing.own !== 1) return false
  if (standing.received_day === null) return later.has(standing.dossier)
  return standing.ended_day === null || standing.ended_day >= before
}

function refuseUnclosed(office: Office, before: Day): void {
  const closed = new Set(closedPeriods(office).map(({ period }) => period.id))
  const stated = [...statedPeriods(office.store, office.unit).values()].map(({ all }) => all.period)
  const open = stated.filter(({ id, to }) => to < before && !closed.has(id)).map(({ id }) => id)
  if (open.length > 0) throw new Trouble('purge_unclosed', { periods: open })
}

function toldBy({ store, unit }: Office, files: readonly number[]): number[] {
  const told = store.ask<{ dossier: number }>('dossiers-told-of-by-files', { unit, files: JSON.stringify(files) })
  return told.map(({ dossier }) => dossier)
}
