import { type Believed, isRouted, rowsOf, type Word, wordOf } from './believe.ts'
import { ministries } from './layouts.ts'
import type { Span } from './lives.ts'
import type { Row } from './read.ts'
import { type Sorted, standing } from './recount.ts'

export type Figures = Record<string, number | null>
export type Stated = {
  readonly figures: { readonly centre: Figures; readonly all: Figures }
  readonly walk: Record<string, number>
  readonly incomplete: readonly string[]
}

/** A dossier in a period: what the lists of that time say of it. */
export type Counted = {
  readonly code: string
  readonly received: string
  readonly ended: string | null
  readonly outcome: string
  readonly due: string | null
  readonly isOnline: boolean
  readonly portal: Word
  readonly book: Word
  readonly isRouted: boolean
  readonly system: string | null
  readonly digitized: number
  readonly reused: number
  readonly fee: number
  readonly paid: number | null
}

export function countedIn(sorted: Sorted, { from, to }: Span): Counted[] {
  return sorted.dossiers.flatMap((dossier): Counted[] => {
    const { received, isOurs, code } = dossier
    if (!isOurs || received === null || received > to) return []
    if (dossier.ended !== null && dossier.ended < from) return []
    const ended = dossier.ended !== null && dossier.ended <= to ? dossier.ended : null
    const looked = ended ?? to // the lists of the day on which the period looks at it
    const at = (system: string | null): Row | undefined => system === null ? undefined : nearest(dossier, system, looked) // prettier-ignore
    const [portal, book, ministry] = [at('dvcqg'), at('trungtam'), at(dossier.system)]
    const channel = portal?.cells.channel ?? book?.cells.channel ?? ministry?.cells.channel ?? 'online'
    const fee = portal === undefined ? ministry?.cells.fee : portal.cells.fee
    return [
      {
        code,
        received,
        ended,
        outcome: ended === null ? 'open' : dossier.outcome,
        due: dueAt(dossier, looked),
        isOnline: channel === 'online',
        portal: presence(sorted, dossier, 'dvcqg', looked, { from, to }),
        book: presence(sorted, dossier, 'trungtam', looked, { from, to }),
        isRouted: isRouted(dossier, ministry, portal),
        system: dossier.system,
        digitized: Number(portal?.cells.digitized ?? 0),
        reused: Number(portal?.cells.reused ?? 0),
        fee: Number(fee ?? 0),
        paid: standing(sorted.payments.get(code) ?? [], to)[0]?.amount ?? null,
      },
    ]
  })
}

/** Of windows the one that has the day, else the first after it, else the last before it. */
function timely<Item>(items: readonly Item[], windowOf: (item: Item) => Span, day: string): Item | undefined {
  const inOrder = items.toSorted((a, b) => (windowOf(a).to < windowOf(b).to ? -1 : 1))
  const has = inOrder.filter((item) => windowOf(item).from <= day && day <= windowOf(item).to)
  return has.at(-1) ?? inOrder.find((item) => windowOf(item).from > day) ?? inOrder.at(-1)
}

function nearest(dossier: Believed, system: string, day: string): Row | undefined {
  const rows = dossier.seen.filter(({ from }) => from.system === system)
  const window = timely(rows, ({ from }) => from.window, day)?.from.window
  return window === undefined ? undefined : rowsOf(dossier, system, window)[0]!.row
}

function dueAt(dossier: Believed, day: string): string | null {
  const order = [...new Set([dossier.system, 'dvcqg', 'trungtam', ...ministries])].filter((each) => each !== null)
  const dated = dossier.seen.filter(({ row }) => row.cells.due !== '')
  const window = timely(dated, ({ from }) => from.window, day)?.from.window
  if (window === undefined) return null
  const rows = order.flatMap((system) => rowsOf(dossier, system, window).slice(0, 1))
  return rows.find(({ row }) => row.cells.due !== '')?.row.cells.due!.slice(0, 10) ?? null
}

function presence({ lists }: Sorted, dossier: Believed, system: string, day: string, period: Span): Word {
  const own = lists.filter((each) => each.system === system)
  const touching = own.filter(({ window }) => window.from <= period.to && window.to >= period.from)
  const known = touching.length > 0 ? touching : own.filter(({ window }) => window.from > day)
  const list = timely(known, ({ window }) => window, day)
  return list === undefined ? 'silent' : wordOf(dossier, system, list.window, lists)
}

export function stated(sorted: Sorted, period: Span, expected: readonly string[]): Stated {
  const counted = countedIn(sorted, period)
  const inBook = counted.filter(({ book }) => book === 'listed' || book === 'unreadable')
  const handed = (system: string): boolean =>
    sorted.lists.some(({ system: its, window }) => its === system && window.from <= period.to && window.to >= period.from) // prettier-ignore
  const needed = new Set(['dvcqg', 'trungtam', ...expected, ...counted.map(({ system }) => system ?? 'dvcqg')])
  if (counted.some(({ fee }) => fee > 0)) needed.add('dvcqg-thanhtoan')
  const incomplete = [...needed].filter((system) => !handed(system)).toSorted()
  const known = (figures: Figures): Figures =>
    incomplete.includes('dvcqg-thanhtoan') ? { ...figures, online_payment_rate: null, online_payment_total: null } : figures // prettier-ignore
  const nothing = Object.fromEntries(Object.keys(figuresOf([], period)).map((key) => [key, null]))
  const isEmpty = (some: readonly Counted[]): boolean => incomplete.includes('dvcqg') && some.length === 0
  return {
    figures: {
      centre: incomplete.includes('trungtam') || isEmpty(inBook) ? nothing : known(figuresOf(inBook, period)),
      all: isEmpty(counted) ? nothing : known(figuresOf(counted, period)),
    },
    walk: walkOf(counted, inBook.length),
    incomplete,
  }
}

export function figuresOf(counted: readonly Counted[], { from, to }: Span): Figures {
  const count = (which: (each: Counted) => boolean): number => counted.filter(which).length
  const rate = (base: readonly Counted[], share: (each: Counted) => boolean): number | null =>
    base.length === 0 ? null : Number((Math.round((base.filter(share).length * 10_000) / base.length + 1e-7) / 100).toFixed(2)) // prettier-ignore
  const ended = counted.filter((each) => each.ended !== null)
  const results = ended.filter(({ outcome }) => outcome === 'resolved')
  const pending = counted.filter((each) => each.ended === null)
  const withFee = ended.filter(({ fee }) => fee > 0)
  return {
    received_total: counted.length,
    received_online: count(({ isOnline }) => isOnline),
    received_direct: count(({ isOnline }) => !isOnline),
    carried_in: count(({ received }) => received < from),
    received_new: count(({ received }) => received >= from),
    resolved_total: ended.length,
    resolved_early: results.filter(({ due, ended: day }) => due !== null && day! < due).length,
    resolved_on_time: results.filter(({ due, ended: day }) => due === null || day === due).length,
    resolved_overdue: results.filter(({ due, ended: day }) => due !== null && day! > due).length,
    refused: count(({ outcome }) => outcome === 'refused'),
    withdrawn: count(({ outcome }) => outcome === 'withdrawn'),
    pending_total: pending.length,
    pending_in_time: pending.filter(({ due }) => due === null || due > to).length,
    pending_overdue: pending.filter(({ due }) => due !== null && due <= to).length,
    digitized_rate: rate(counted.filter(({ portal }) => portal === 'listed'), ({ digitized }) => digitized > 0), // prettier-ignore
    reuse_rate: rate(
      ended.filter(({ portal, outcome }) => portal === 'listed' && outcome !== 'withdrawn'),
      ({ reused }) => reused > 0,
    ),
    fee_dossiers: withFee.length,
    online_payment_rate: rate(withFee, ({ paid }) => paid !== null),
    online_payment_total: withFee.reduce((sum, { paid }) => sum + (paid ?? 0), 0),
  }
}

/** From the portal's list to the Centre's book, line by line. */
function walkOf(counted: readonly Counted[], book: number): Record<string, number> {
  const count = (which: (each: Counted) => boolean): number => counted.filter(which).length
  const lines = {
    portal: count(({ portal }) => portal === 'listed'),
    unreadable_portal: count(({ portal }) => portal === 'unreadable'),
    routed_past_centre: count((each) => each.book === 'absent' && each.isRouted),
    missing_at_centre: count((each) => each.book === 'absent' && !each.isRouted),
    missing_in_portal: count(({ portal }) => portal === 'absent'),
    centre_book: book,
  }
  const walked = lines.portal + lines.unreadable_portal - lines.routed_past_centre - lines.missing_at_centre + lines.missing_in_portal // prettier-ignore
  return { ...lines, unexplained: book - walked }
}
