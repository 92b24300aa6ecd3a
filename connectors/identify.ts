import type { Connector } from './connector.ts'
import type { Reason } from './reading.ts'
import { type Candidate, candidatesAmong, candidatesIn, isBlank } from './candidate.ts'
import { isGroupRow, isNearly, type Match, shareFound, windowIn } from './header.ts'
import { nearestTo } from './nearest.ts'
import type { Line, Marks } from './table.ts'

/** Whose export a text is, and where its table begins. */
export type Identified = {
  readonly match: Match
  readonly headers: readonly string[]
  readonly marks: Marks
  readonly window: { readonly from: string; readonly to: string } | null
  readonly above: readonly string[] // the lines of the preamble
  /** The physical lines above the rows. */
  readonly preamble: number
  readonly header: number
  readonly blank: number
}

/** Nobody's, or somebody's who cannot read it as it is. */
export type Unidentified = {
  readonly reason: Reason
  readonly match: Match | null
  readonly delimiter: string | null
}

/** Exactly one connector claims a file, by its header alone: the names of files are made by hand. */
export function identify(head: string, known: readonly Connector[]): Identified | Unidentified {
  return identifyAmong(candidatesIn(head, known))
}

/** The same for what is a table already. */
export function identifyRecords(
  records: readonly Line[],
  marks: Marks,
  known: readonly Connector[],
): Identified | Unidentified {
  return identifyAmong(candidatesAmong(records, marks, known))
}

function identifyAmong(candidates: Iterable<Candidate>): Identified | Unidentified {
  const met: Candidate[] = []
  for (const candidate of candidates) {
    const claims = candidate.matches.filter(isClaim)
    if (claims.length === 1) return identified(candidate, claims[0]!)
    if (claims.length > 1) return claimedTwice(candidate, claims)
    met.push(candidate)
  }
  return nobodys(met)
}

function isClaim({ missing, twice }: Match): boolean {
  return missing.length === 0 && twice.length === 0
}

function claimedTwice({ marks }: Candidate, claims: readonly Match[]): Unidentified {
  const claimants = claims.map(({ connector }) => connector.system)
  return { reason: { id: 'two_claimants', claimants }, match: null, delimiter: marks.delimiter }
}

function identified({ records, at, headers, marks }: Candidate, match: Match): Identified {
  const first = isGroupRow(records[at - 1]) ? at - 1 : at
  const above = records.slice(0, first)
  const preamble = above.filter((line) => !isBlank(line))
  return {
    match,
    headers,
    marks: isQuoted(match.connector, marks, records[at]!) ? marks : { ...marks, quote: null },
    window: windowIn(preamble),
    above: preamble.map(({ raw }) => raw),
    preamble: linesIn(preamble),
    header: linesIn(records.slice(first, at + 1)),
    blank: linesIn(above) - linesIn(preamble),
  }
}

/** A list with pipes needs no quoting; saved again with another separator, it has what every such list has. */
function isQuoted(connector: Connector, { delimiter, quote }: Marks, header: Line): boolean {
  return connector.quoting !== false || delimiter !== '|' || header.raw.includes(quote ?? '"')
}

function linesIn(records: readonly Line[]): number {
  return records.reduce((sum, { lines }) => sum + lines, 0)
}

/** One connector is clearly meant when most of what it needs is there, and no other finds as much. */
function nobodys(candidates: readonly Candidate[]): Unidentified {
  const tries = candidates.flatMap((one) => one.matches.map((match) => ({ one, match, share: shareFound(match) })))
  const best = tries.reduce<(typeof tries)[number] | null>((a, b) => (a && a.share >= b.share ? a : b), null)
  if (!best || !isNearly(best.match)) return unknownHeader(candidates)
  const { one, match, share } = best
  const rivals = one.matches.filter((other) => other !== match && shareFound(other) === share)
  if (rivals.some((other) => other.drift.length <= match.drift.length)) return unknownHeader(candidates)
  return { reason: blockedBy(match, one.headers), match, delimiter: one.marks.delimiter }
}

function blockedBy(match: Match, headers: readonly string[]): Reason {
  const there = headers.filter((header) => header !== '')
  const [missing, ...others] = match.missing
  if (!missing) return { id: 'column_twice', column: match.twice[0]!, there }
  const nearest = nearestTo(missing.headers, match.drift)
  const also = others.map((column) => column.headers[0]!)
  return { id: 'missing_column', sought: missing.headers, there, also, ...(nearest === null ? {} : { nearest }) }
}

const LONG_NUMBER = /\d{6}/

/** The widest row without long numbers: a row of data is nothing to show to whoever reads the message. */
function unknownHeader(candidates: readonly Candidate[]): Unidentified {
  const shown = candidates
    .filter(({ headers }) => !headers.some((header) => LONG_NUMBER.test(header)))
    .reduce<Candidate | null>((a, b) => (a && a.headers.length >= b.headers.length ? a : b), null)
  if (!shown) return { reason: { id: 'unknown_header', there: [] }, match: null, delimiter: null }
  return { reason: { id: 'unknown_header', there: shown.headers }, match: null, delimiter: shown.marks.delimiter }
}
