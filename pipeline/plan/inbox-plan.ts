import { join } from 'node:path'
import type { Reason } from '../../connectors/reading.ts'
import { isBroken } from '../../connectors/table.ts'
import { entriesOf } from '../../connectors/zip-entries.ts'
import type { Config } from '../config/config.ts'
import { measured } from '../hash.ts'
import { reasonOf } from '../loading/file-row.ts'
import { lastAt, type Turn, turnOf } from '../loading/known.ts'
import { bytesOf } from '../loading/landing.ts'
import { isStill, kindOf, type Look, lookAgain, looksAt, pathsIn } from '../loading/look.ts'
import type { Office } from '../office.ts'
import { ownPaths } from '../whose/own-paths.ts'

/**
 * What a night would do with a file of the inbox: read it for the first time (`new`; `changed` where something else lay
 * under its path), once more because it was not taken (`again`), wait for another export (`held`), find it `known`, or
 * known from `elsewhere`; or not read it at all. `like`: the path in this inbox that has the same bytes.
 */
export type PlannedFile = {
  readonly path: string
  readonly bytes: number | null // null: it was not read
  readonly as: 'new' | 'changed' | 'again' | 'held' | 'elsewhere' | 'known' | Unread
  readonly like: string | null
  readonly reason: Reason | null // for which it was not taken before
}

type Unread = 'not_ready' | 'link' | 'too_deep' | 'unreadable'

export type InboxPlan = {
  readonly files: readonly PlannedFile[]
  readonly lying: ReadonlySet<number> // the sightings of files that lie where they lay
}

/** A file of the inbox that stood still, or one in a zip of it; or why there is none. */
type Found =
  | { readonly path: string; readonly sha256: string; readonly bytes: number }
  | { readonly path: string; readonly not: Unread }

/**
 * Looks at the inbox as a night would, and copies nothing; `office` is null where nothing is known yet. What a file is
 * taken for is not asked: that is known when it is read.
 */
export function planInbox(config: Config, office: Office | null, now: () => number): InboxPlan {
  const files: PlannedFile[] = []
  const lying = new Set<number>()
  const met = new Map<string, string>() // where a content that nobody knows yet was met first
  for (const found of findAll(config, now)) {
    if ('not' in found) files.push({ path: found.path, bytes: null, as: found.not, like: null, reason: null })
    else files.push(planned(found, office, met, lying))
  }
  return { files, lying }
}

function planned(
  { path, sha256, bytes }: Exclude<Found, { not: Unread }>,
  office: Office | null,
  met: Map<string, string>,
  lying: Set<number>,
): PlannedFile {
  const turn: Turn = office === null ? { is: 'new', known: null, stayed: null } : turnOf(office, { path, sha256 })
  if (turn.is === 'stays') lying.add(turn.stayed.sighting)
  const isRead = turn.is === 'new' || turn.is === 'again'
  const like = isRead ? (met.get(sha256) ?? null) : null
  if (isRead) met.set(sha256, like ?? path)
  const reason = turn.is === 'again' || turn.is === 'held' ? reasonOf(turn.known.reason) : null
  return { path, bytes, as: like === null ? asOf(turn, office, path) : 'elsewhere', like, reason }
}

function asOf(turn: Turn, office: Office | null, path: string): PlannedFile['as'] {
  if (turn.is === 'stays') return 'known'
  if (turn.is !== 'new') return turn.is
  return office !== null && typeof lastAt(office, path)?.sha256 === 'string' ? 'changed' : 'new'
}

/** In the order in which a night takes them: those that were still being written last. */
function* findAll(config: Config, now: () => number): Generator<Found> {
  const { inbox } = config
  const growing: string[] = []
  for (const look of looksAt(inbox, ownPaths(config, 'only read') ?? pathsIn(inbox), now))
    for (const found of find(inbox, look)) {
      if ('not' in found && found.not === 'not_ready') growing.push(found.path)
      else yield found
    }
  for (const path of growing) yield* find(inbox, lookAgain(inbox, path))
}

/** A zip is what it holds; one that cannot be unpacked is a file. Read to its end before anything is said of it. */
function find(inbox: string, { path, stats }: Look): Found[] {
  const kind = kindOf(stats)
  if (stats === undefined || kind !== 'file') return [{ path, not: kind === 'file' ? 'unreadable' : kind }]
  const source = join(inbox, path)
  try {
    const bytes = bytesOf(source)
    const whole = measured(bytes())
    const files = entriesOf(bytes)
    const held = files === null || isBroken(files) ? [] : files
    const found = held.map((file) => ({ path: `${path}/${file.path}`, ...measured(file.bytes()) }))
    const isWhole = isStill(source, stats) && whole.bytes === stats.size
    if (!isWhole) return [{ path, not: 'not_ready' }]
    return files === null || isBroken(files) ? [{ path, ...whole }] : found
  } catch (error) {
    if (error instanceof Error && 'path' in error && error.path === source) return [{ path, not: 'unreadable' }]
    throw error
  }
}
