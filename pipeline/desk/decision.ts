import { momentIn } from '../../connectors/moment.ts'
import { nearestTo } from '../../connectors/nearest.ts'
import type { Words } from '../../reports/words.ts'
import { addDays, type Day, dayOf } from '../day.ts'
import type { Listed } from '../discrepancy-list.ts'

/** What a person asks for, as it was written: on the command line, or in a row of the desk's list. */
export type Asked = {
  readonly place: string // where it was written, for the message
  readonly keys: readonly string[]
  readonly note: string
  readonly until: string
  readonly since: string // a day that the program wrote itself; empty on the command line
}

export type Problem = {
  readonly place: string
  readonly id: keyof Words['undecidable']
  readonly found: string
  readonly nearest: string | null
}

export type Decision = { readonly key: string; readonly until: Day; readonly why: string }

/** What is to be written, what is so already or over, and what cannot be taken, row by row. */
export type Decided = {
  readonly take: readonly Decision[]
  readonly already: readonly string[]
  readonly resolved: readonly string[]
  readonly problems: readonly Problem[]
}

/** Decides what of it can be taken, against the discrepancies as they stand; whoever calls takes all or nothing. */
export function decide(asked: readonly Asked[], listed: ReadonlyMap<string, Listed>, asOf: Day): Decided {
  const wanted = new Map<string, Decision>()
  const problems: Problem[] = []
  for (const each of asked) {
    const until = dayAsked(each.until)
    const wrong = wrongIn(each, until, asOf) ?? wrongSince(each, listed)
    if (wrong !== null) problems.push({ place: each.place, nearest: null, ...wrong })
    for (const key of wrong === null ? each.keys : []) {
      const decision = { key, until: until!, why: each.note }
      const problem = wrongKey(decision, wanted, listed)
      if (problem === null) wanted.set(key, decision)
      else problems.push({ place: each.place, found: key, ...problem })
    }
  }
  const of = (is: Standing): Decision[] =>
    [...wanted.values()].filter((each) => standing(each, listed.get(each.key)!) === is)
  return {
    take: of('new'),
    already: of('already').map(({ key }) => key),
    resolved: of('resolved').map(({ key }) => key),
    problems,
  }
}

type Standing = 'new' | 'already' | 'resolved'

function standing({ until, why }: Decision, { state, acknowledged }: Listed): Standing {
  if (state === 'resolved') return 'resolved'
  return acknowledged?.until === until && acknowledged.why === why ? 'already' : 'new'
}

function dayAsked(text: string): Day | null {
  const moment = momentIn(text)
  return typeof moment === 'string' ? dayOf(moment) : null
}

const LONGEST = 1000
const FARTHEST = 366 // days: a year that was mistyped must not hide something for good

function wrongIn({ keys, note, until }: Asked, day: Day | null, asOf: Day): Pick<Problem, 'id' | 'found'> | null {
  if (note === '') return { id: 'why_missing', found: '' }
  if (until === '') return { id: 'until_missing', found: '' }
  if (note.length > LONGEST) return { id: 'why_long', found: '' }
  if (keys.length === 0) return { id: 'keys_missing', found: '' }
  if (day === null) return { id: 'until_unreadable', found: until }
  if (day <= asOf) return { id: 'until_over', found: until }
  return day > addDays(asOf, FARTHEST) ? { id: 'until_far', found: until } : null
}

/**
 * A spreadsheet of another country writes the month first, and 03/04 is another day. The day that the program wrote
 * beside it tells: where it is no longer the same, no other day of the file can be trusted.
 */
function wrongSince({ keys, since }: Asked, listed: ReadonlyMap<string, Listed>): Pick<Problem, 'id' | 'found'> | null {
  if (since === '') return null
  const known = keys.flatMap((key) => listed.get(key)?.since ?? []).toSorted()[0]
  return known === undefined || dayAsked(since) === known ? null : { id: 'since_differs', found: since }
}

function wrongKey(
  decision: Decision,
  wanted: ReadonlyMap<string, Decision>,
  listed: ReadonlyMap<string, Listed>,
): Pick<Problem, 'id' | 'nearest'> | null {
  if (!listed.has(decision.key)) return { id: 'key_unknown', nearest: nearestTo([decision.key], [...listed.keys()]) }
  const above = wanted.get(decision.key)
  const differs = above !== undefined && (above.until !== decision.until || above.why !== decision.why)
  return differs ? { id: 'key_twice', nearest: null } : null
}
