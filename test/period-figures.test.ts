import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PeriodFigures } from '../pipeline/period-figures.ts'
import {
  anyDossiers,
  codeOf,
  dayAt,
  drops,
  dueDay,
  endedDay,
  exportsOf,
  lastDay,
  type Made,
  receivedDay,
} from './support/make-month.ts'
import { openWard } from './support/ward.ts'

const anyPeriod = fc
  .tuple(fc.integer({ min: 0, max: 57 }), fc.integer({ min: 0, max: 40 }))
  .map(([to, before]) => ({ from: dayAt(to - before), to: dayAt(to) }))

test(
  'whatever happened, the figures of any days are those of a slow recount, and everything adds up',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(anyDossiers, fc.array(anyPeriod, { minLength: 2, maxLength: 3 }), async (made, periods) => {
        const ward = openWard()
        for (const [name, text] of exportsOf(made)) ward.put(name, text)
        const night = await ward.nightly(lastDay)
        if (night.code !== 0) throw new Error(night.err)
        for (const period of [...periods, ...drops]) {
          const given = ['--from', period.from, '--to', period.to]
          const counted = recount(made, period)
          const { dossiers } = await ward.ask<{ dossiers: { code: string }[] }>('dossiers', ...given)
          expect(dossiers.map(({ code }) => code).toSorted()).toEqual(counted.map(({ code }) => code))
          for (const basis of ['centre', 'all'] as const) {
            const stated = await ward.ask<PeriodFigures>('figures', ...given, '--basis', basis)
            expect(stated.figures).toEqual(
              figuresOf(
                counted.filter(({ book }) => book || basis === 'all'),
                period,
              ),
            )
            expect(stated.identities.filter(({ holds }) => holds === false)).toEqual([])
            expect(Object.fromEntries(stated.reconciliation.map(({ line, count }) => [line, count]))).toEqual(
              walk(counted),
            )
          }
        }
        const { identities } = await ward.ask<PeriodFigures>('figures', '--period', '2026-02')
        expect(identities.find(({ id }) => id === 'carried_in_is_pending_before')?.holds).toBe(true)
      }),
      { numRuns: 6 },
    )
  },
)

type Span = { readonly from: string; readonly to: string }

type Counted = Omit<Made, 'received'> & {
  readonly code: string
  readonly received: string
  readonly ended: string | null
  readonly due: string | null
  readonly paid: number | null
}

/** One dossier after the other, from what happened, without a row of any list. */
function recount(made: readonly Made[], { from, to }: Span): Counted[] {
  return made.flatMap((each, index): Counted[] => {
    const [received, over] = [receivedDay(each), endedDay(each)]
    const known = each.book || each.ministry || each.portal === 'listed'
    if (!known || received > to || (over !== null && over < from)) return []
    const ended = over !== null && over <= to ? over : null
    const counted = {
      ...each,
      code: codeOf(index),
      received,
      ended,
      due: dueDay(each, (ended ?? to) <= drops[0].to ? 0 : 1),
      channel: each.portal === 'listed' || each.book ? each.channel : 'online',
      fee: each.portal === 'listed' || each.ministry ? each.fee : 0,
      paid: paidBy(each, to),
    }
    // the book has no word for an end other than a result
    return [each.ministry || each.portal === 'listed' ? counted : { ...counted, outcome: 'returned' }]
  })
}

function paidBy({ payments }: Made, to: string): number | null {
  const good = payments
    .filter(
      ({ day, succeeds, refunded }) =>
        succeeds &&
        dayAt(day) <= to &&
        (refunded === null || dayAt(day + refunded) > to || dayAt(day + refunded) > lastDay),
    )
    .toSorted((a, b) => a.day - b.day)
  return good[0]?.amount ?? null
}

function figuresOf(counted: readonly Counted[], { from, to }: Span): Record<string, number | null> {
  const count = (which: (each: Counted) => boolean): number => counted.filter(which).length
  const rate = (base: readonly Counted[], share: (each: Counted) => boolean): number | null =>
    base.length === 0 ? null : Math.round((base.filter(share).length / base.length) * 10_000 + 1e-9) / 100
  const ended = counted.filter((each) => each.ended !== null)
  const results = ended.filter(({ outcome }) => outcome === 'returned')
  const pending = counted.filter((each) => each.ended === null)
  const withFee = ended.filter(({ fee }) => fee > 0)
  const isOver = ({ due }: Counted): boolean => due !== null && due <= to
  return {
    received_total: counted.length,
    received_online: count(({ channel }) => channel === 'online'),
    received_direct: count(({ channel }) => channel !== 'online'),
    carried_in: count(({ received }) => received < from),
    received_new: count(({ received }) => received >= from),
    resolved_total: ended.length,
    resolved_early: results.filter((each) => each.due !== null && each.ended! < each.due).length,
    resolved_on_time: results.filter((each) => each.due === null || each.ended === each.due).length,
    resolved_overdue: results.filter((each) => each.due !== null && each.ended! > each.due).length,
    refused: ended.filter(({ outcome }) => outcome === 'refused').length,
    withdrawn: ended.filter(({ outcome }) => outcome === 'withdrawn').length,
    pending_total: pending.length,
    pending_in_time: pending.filter((each) => !isOver(each)).length,
    pending_overdue: pending.filter(isOver).length,
    digitized_rate: rate(
      counted.filter(({ portal }) => portal === 'listed'),
      ({ digitized }) => digitized > 0,
    ),
    reuse_rate: rate(
      ended.filter(({ portal, outcome }) => portal === 'listed' && outcome !== 'withdrawn'),
      ({ reused }) => reused > 0,
    ),
    fee_dossiers: withFee.length,
    online_payment_rate: rate(withFee, ({ paid }) => paid !== null),
    online_payment_total: withFee.reduce((sum, { paid }) => sum + (paid ?? 0), 0),
  }
}

function walk(counted: readonly Counted[]): Record<string, number> {
  const count = (which: (each: Counted) => boolean): number => counted.filter(which).length
  const isRouted = (each: Counted): boolean => each.kind === 'business' && !each.byCentre
  return {
    portal: count(({ portal }) => portal === 'listed'),
    unreadable_portal: count(({ portal }) => portal === 'unreadable'),
    routed_past_centre: count((each) => !each.book && isRouted(each)),
    missing_at_centre: count((each) => !each.book && !isRouted(each)),
    missing_in_portal: count(({ portal }) => portal === 'absent'),
    centre_book: count(({ book }) => book),
    unexplained: 0,
  }
}
