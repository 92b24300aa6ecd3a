import { believe, type Believed, type InForce, type Sight, type Told } from './believe.ts'
import { dayIn } from './days.ts'
import type { Span } from './lives.ts'
import type { Listing, Row } from './read.ts'

export type Paid = { readonly at: string; readonly amount: number }
export type Alone = { readonly kind: 'ambiguous_match' | 'unlinked_record'; readonly system: string; readonly window: Span; readonly row: Row['cells'] } // prettier-ignore

/** Everything that the lists in force say, sorted out dossier by dossier. */
export type Sorted = {
  readonly lists: readonly InForce[]
  readonly before: readonly InForce[] // not in force any more
  readonly dossiers: readonly Believed[]
  readonly payments: ReadonlyMap<string, readonly Row[]>
  readonly badPayments: readonly Row[]
  readonly alone: readonly Alone[]
}

/** Whether a whole file is turned away: rejects above one in twenty and above ten, or far fewer rows than it states. */
export function isRefused({ rejected, read, stated }: Listing): boolean {
  return (rejected > 10 && rejected > read * 0.05) || (stated !== null && read < stated * 0.95)
}

export function sortOut(listings: readonly Listing[]): Sorted {
  const taken = listings.filter((each) => !isRefused(each)).map((each) => withWindow(each, listings))
  const isNewest = (each: InForce): boolean =>
    taken.every((other) => other.system !== each.system || other.window.from !== each.window.from || other.night <= each.night) // prettier-ignore
  const lists = taken.filter(isNewest)
  const sights = lists.filter(({ system }) => system !== 'dvcqg-thanhtoan').flatMap(sightsIn)
  const { linked, alone } = matched(sights)
  const byCode = Map.groupBy(linked, ({ row }) => row.code)
  const told = [...byCode].map(([code, all]): Told => {
    return { code, seen: all.filter(({ row }) => row.isReadable), bad: all.filter(({ row }) => !row.isReadable) }
  })
  const paid = lists.filter(({ system }) => system === 'dvcqg-thanhtoan').flatMap(({ rows }) => rows)
  const good = paid.filter(({ isReadable }) => isReadable)
  return {
    lists,
    before: taken.filter((each) => !isNewest(each)),
    dossiers: told.map(believe),
    payments: Map.groupBy(good, ({ code }) => code),
    badPayments: paid.filter(({ isReadable, code }) => !isReadable && code !== ''),
    alone,
  }
}

/** A list without a preamble has the window of the portal's list in its folder. */
function withWindow(each: Listing, all: readonly Listing[]): InForce {
  const folder = (path: string): string => path.split('/')[0]!
  const portal = all.find(({ system, path }) => system === 'dvcqg' && folder(path) === folder(each.path))
  return { ...each, window: (each.window ?? portal?.window)! }
}

export function sightsIn(from: InForce): Sight[] {
  return from.rows.filter((row) => row.code !== '' || row.isReadable).map((row) => ({ from, row, isLinked: false }))
}

/** A ministry's row without a code is held against every other row: procedure, person and day, then the name. */
function matched(sights: readonly Sight[]): { readonly linked: readonly Sight[]; readonly alone: readonly Alone[] } {
  const coded = sights.filter(({ row }) => row.code !== '')
  const codeless = sights.filter(({ row }) => row.code === '')
  const wanted = codeless.map((each) => ({ each, codes: candidates(each, coded) }))
  const linked = [...coded]
  const alone: Alone[] = []
  for (const { each, codes } of wanted) {
    const rivals = wanted.filter(({ each: other, codes: theirs }) => other.from === each.from && theirs.length === 1 && theirs[0] === codes[0]) // prettier-ignore
    const own = each.row.cells.ownNumber ?? ''
    if (codes.length === 1 && rivals.length === 1) linked.push({ ...each, row: { ...each.row, code: codes[0]! }, isLinked: true }) // prettier-ignore
    else if (codes.length === 0 && /^G09\.20-\d{8}-\d{7}$/.test(own)) linked.push({ ...each, row: { ...each.row, code: own } }) // prettier-ignore
    else alone.push({ kind: codes.length > 0 ? 'ambiguous_match' : 'unlinked_record', system: each.from.system, window: each.from.window, row: each.row.cells }) // prettier-ignore
  }
  // the same row in the lists of two windows is one thing to be looked at, wherever its columns stand, and the later list is the one to look in
  const about = ({ row, system }: Alone): string => `${system} ${row.ownNumber ?? JSON.stringify(Object.entries({ ...row, number: '' }).toSorted())}` // prettier-ignore
  const inOrder = alone.toSorted((a, b) => (a.window.to < b.window.to ? -1 : 1))
  return { linked, alone: [...new Map(inOrder.map((each) => [`${each.kind} ${about(each)}`, each])).values()] }
}

function candidates({ row, from }: Sight, coded: readonly Sight[]): string[] {
  const isListed = (code: string): boolean => coded.some((each) => each.from === from && each.row.code === code)
  const same = coded.filter(
    (each) =>
      each.row.isReadable &&
      each.from.window.from <= from.window.to &&
      bare(each.row) === bare(row) &&
      each.row.cells.identity === row.cells.identity &&
      dayIn(each.row.cells.received ?? '') === dayIn(row.cells.received ?? '') &&
      !isListed(each.row.code),
  )
  const codes = [...new Set(same.map((each) => each.row.code))]
  const named = [...new Set(same.filter((each) => each.row.cells.person === row.cells.person).map((each) => each.row.code))] // prettier-ignore
  return codes.length > 1 && named.length > 0 ? named : codes
}

function bare({ cells: { procedure = '' } }: Row): string {
  return procedure.slice(0, 8).padEnd(8, '0')
}

/** The payments that stand, the first one first: what was given back was none, and so was what failed. */
export function standing(rows: readonly Row[], until = '9999'): Paid[] {
  const heard = rows.filter(({ cells }) => dayIn(cells.paidAt!) <= until)
  const paid = heard.filter(({ cells }) => cells.outcome === 'succeeded')
  for (const { cells: back } of heard.filter(({ cells }) => cells.outcome === 'refunded')) {
    const own = paid.findIndex(({ cells }) => cells.transaction === back.transaction)
    const alike = paid.findLastIndex(({ cells }) => cells.amount === back.amount && cells.paidAt! <= back.paidAt!)
    const at = own >= 0 ? own : alike
    if (at >= 0) paid.splice(at, 1)
  }
  return paid
    .map(({ cells }) => ({ at: cells.paidAt!, amount: Number(cells.amount) }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
}
