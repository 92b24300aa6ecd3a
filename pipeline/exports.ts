import type { System } from '../connectors/connector.ts'
import type { ExportRow } from '../sql/schema.ts'
import type { Day } from './day.ts'
import { contains, monthOf, type Periods, type Span } from './period.ts'

/** A loaded file and one place where it was met: one line a sighting. */
export type MetFile = {
  readonly file: number
  readonly reading: number
  readonly system: System
  readonly stated_from: Day | null
  readonly stated_to: Day | null
  readonly latest_event: Day | null
  readonly sighting: number
  readonly path: string
  readonly folder: string
  readonly name_day: Day | null
  readonly as_of: Day
  readonly met: Day
}

/** What a system handed over for a window, by the newest files that it sent for it. */
export type Export = {
  readonly system: System
  readonly from: Day
  readonly to: Day
  readonly by: ExportRow['window_by']
  readonly came: Day // the night on which the last of its files came
  readonly met: Day // the last night on which one of them lay in the inbox
  readonly files: readonly ReadFile[]
  readonly replaced: readonly ReadFile[] // files out of force whose window it has, or covers
}

export type ReadFile = { readonly file: number; readonly reading: number }

/**
 * The exports in force. For each system and first day of a window the newest files count: those whose window ends
 * last, then those with the later day (see `dayOf`). An export whose whole window
 * a newer one of the same system covers is out of force: what it alone lists has vanished.
 */
export function exportsInForce(met: readonly MetFile[], periods: Periods): Export[] {
  const files = met.map((file) => withWindow(file, met, periods))
  const groups = Map.groupBy(files, ({ file, from }) => `${file.system} ${from}`)
  const newest = [...groups.values()].map(newestOf)
  const inForce = newest.filter((each) => !newest.some((other) => covers(other, each)))
  const ofSystem = Map.groupBy(files, ({ file }) => file.system)
  return inForce.map((each) => ({ ...each.export, replaced: replacedBy(each, ofSystem.get(each.export.system)!) }))
}

function replacedBy({ export: { from, to, files } }: Dated, met: readonly Windowed[]): ReadFile[] {
  const within = met.filter((each) => each.from >= from && each.to <= to)
  const others = within.map(({ file: { file, reading } }) => ({ file, reading }))
  const replaced = others.filter(({ file }) => !files.some((each) => each.file === file))
  return [...new Map(replaced.map((each) => [each.file, each])).values()]
}

/** A file that was loaded, and the first day of the windows for which it speaks; the earliest, where it does for two. */
export type FileWindow = { readonly file: number; readonly system: System; readonly from: Day }

export function windowsOf(met: readonly MetFile[], periods: Periods): FileWindow[] {
  const windows = met.map((each) => withWindow(each, met, periods))
  return [...Map.groupBy(windows, ({ file }) => file.file).values()].map((same) => ({
    file: same[0]!.file.file,
    system: same[0]!.file.system,
    from: same.map(({ from }) => from).reduce((a, b) => (b < a ? b : a)),
  }))
}

/** A file that was loaded, and one window for which it speaks. */
export type FileSpan = Span & { readonly file: number }

export function spansOf(met: readonly MetFile[], periods: Periods): FileSpan[] {
  const windows = met.map((each) => withWindow(each, met, periods))
  return windows.map(({ file, from, to }) => ({ file: file.file, from, to }))
}

type Windowed = { readonly file: MetFile; readonly from: Day; readonly to: Day; readonly by: Export['by'] }
type Dated = { readonly export: Omit<Export, 'replaced'>; readonly day: string }

/**
 * The window of a file where it was met: the same bytes (an export of none) may speak for two months from two folders.
 */
function withWindow(file: MetFile, met: readonly MetFile[], periods: Periods): Windowed {
  if (file.stated_from !== null && file.stated_to !== null)
    return { file, from: file.stated_from, to: file.stated_to, by: 'preamble' }
  const portal = file.system === 'dvcqg' ? null : portalBeside(file, met, periods)
  if (portal !== null) return { file, from: portal.from, to: portal.to, by: 'portal' }
  const { from, to } = monthOf(file.latest_event ?? file.name_day ?? file.as_of, periods)
  return { file, from, to, by: 'events' }
}

/**
 * The window of the portal's export in the same drop; where there are several, the day in the name decides, then the
 * night, then the events.
 */
function portalBeside(file: MetFile, met: readonly MetFile[], periods: Periods): Span | null {
  const beside = met.filter((each) => each.system === 'dvcqg' && each.folder === file.folder)
  const named = beside.filter((each) => each.name_day !== null && each.name_day === file.name_day)
  const sameNight = beside.filter((each) => each.as_of === file.as_of)
  const nearest = [named, sameNight, beside].find((some) => some.length > 0) ?? []
  const spans = nearest.map((each) => withWindow(each, met, periods))
  return (
    spans.findLast((span) => file.latest_event !== null && contains(span, file.latest_event)) ?? spans.at(-1) ?? null
  )
}

/** What stands under a path now replaces what stood there, of the same window. */
function newestOf(met: readonly Windowed[]): Dated {
  const files = withoutEarlierCopies([...new Map(met.map((each) => [each.file.path, each])).values()])
  const age = ({ file, to }: Windowed): string => `${to} ${dayOf(file)}`
  const newest = files.reduce((a, b) =>
    age(b) > age(a) || (age(b) === age(a) && b.file.sighting > a.file.sighting) ? b : a,
  )
  const together = files.filter((each) => age(each) === age(newest) && each.file.folder === newest.file.folder)
  const { file, from, to, by } = newest
  const numbers = new Map(together.map(({ file: { file: number, reading } }) => [number, { file: number, reading }]))
  return {
    export: {
      system: file.system,
      from,
      to,
      by,
      came: last(together.map((each) => each.file.as_of)),
      met: last(together.map((each) => each.file.met)),
      files: [...numbers.values()].toSorted((a, b) => a.file - b.file),
    },
    day: dayOf(file),
  }
}

/**
 * The day of an export, in the order of days: the one in the name, else the night in which the file came. A name of a
 * day that was still to come says less than that night does: it only tells files of one night apart.
 */
function dayOf({ name_day, as_of }: MetFile): string {
  if (name_day === null) return as_of
  return name_day > as_of ? `${as_of} ${name_day}` : name_day
}

/** `DVCQG (1).csv` is what a browser calls a file that is there already: of such names the latest night's count. */
function withoutEarlierCopies(files: readonly Windowed[]): Windowed[] {
  const copies = Map.groupBy(files, ({ file }) => file.path.replace(COPY_MARK, '$1'))
  return [...copies.values()].flatMap((same) => {
    const night = last(same.map(({ file }) => file.as_of))
    return same.filter(({ file }) => file.as_of === night)
  })
}

const COPY_MARK = /(?: ?\(\d+\)| - Copy| - Sao chép)+(\.[^./]+)$/iu

function last(days: readonly Day[]): Day {
  return days.reduce((a, b) => (a > b ? a : b))
}

function covers(newer: Dated, older: Dated): boolean {
  const [a, b] = [newer.export, older.export]
  if (a === b || a.system !== b.system || newer.day < older.day) return false
  return a.from <= b.from && a.to >= b.to && (a.from !== b.from || a.to !== b.to)
}
