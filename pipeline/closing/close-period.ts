import { type Closed, closedPeriods, movedSince } from './closing.ts'
import { countedReader } from '../counted-reader.ts'
import type { Deciding } from '../deciding.ts'
import { bases } from '../figures.ts'
import type { Moved } from './moved.ts'
import type { Night } from '../night.ts'
import type { Office } from '../office.ts'
import type { Period } from '../period.ts'
import { figuresOfPeriod, refusePurged } from '../period-figures.ts'
import { Trouble } from '../trouble.ts'

/** Freezes what is counted of a period now. Throws Trouble where it still runs, is closed, or has no figures. */
export async function closePeriod(night: Night, period: Period, deciding: Deciding): Promise<void> {
  const { asOf } = night
  if (period.to > asOf) throw new Trouble('period_running', { period: period.id, to: period.to, asOf })
  const closed = closedPeriods(night).find((each) => each.period.id === period.id)
  if (closed !== undefined) throw new Trouble('period_closed', { period: period.id, asOf: closed.as_of })
  const all = night.store.db.selectFrom('closing').select('closing').where('unit', '=', night.unit)
  const before = await all.where('period', '=', period.id).execute()
  freeze(night, period, before.length + 1, deciding)
}

/** Gives up a closing: the period is counted anew from tonight on. What was stated is kept. */
export async function reopenPeriod(night: Night, period: Period): Promise<void> {
  const { closing } = closedOne(night, period)
  await setState(night, period, closing, 'reopened')
}

/** States a closed period again. Gives what moves, which is kept beside the earlier statements. */
export async function restatePeriod(night: Night, period: Period, deciding: Deciding): Promise<Moved> {
  const closed = closedOne(night, period)
  const moved = movedSince(closed, night)
  await setState(night, period, closed.closing, 'restated')
  freeze(night, closed.period, closed.closing + 1, deciding)
  return moved
}

/** The closing of a period. Throws Trouble `period_not_closed` with those that are. */
export function closedOne(office: Pick<Office, 'store' | 'unit'>, period: Period): Closed {
  const { id } = period
  refusePurged(office, period)
  const all = closedPeriods(office)
  const found = all.find((each) => each.period.id === id)
  if (found === undefined)
    throw new Trouble('period_not_closed', { period: id, closed: all.map(({ period }) => period.id) })
  return found
}

function freeze(night: Night, period: Period, closing: number, { by, at, why }: Deciding): void {
  const { store, unit, run, asOf } = night
  const reader = countedReader(night)
  const stated = figuresOfPeriod(night, period, reader)
  if (!reader.knows(period) || bases.every((basis) => stated[basis].figures.received_total === null))
    throw new Trouble('period_without_figures', { period: period.id, missing: stated.all.incomplete })
  const of = { unit, period: period.id, closing }
  const document = JSON.stringify(stated)
  const who = { closed_at: at, closed_by: by, why }
  store.insert('closing', [
    { ...of, from_day: period.from, to_day: period.to, as_of: asOf, run, ...who, state: 'closed', document },
  ])
  const dossiers = reader.of(period).map((each) => ({ ...of, dossier: each.dossier, document: JSON.stringify(each) }))
  store.insert('closed_dossier', dossiers)
}

async function setState(
  { store, unit }: Night,
  { id }: Period,
  closing: number,
  state: 'restated' | 'reopened',
): Promise<void> {
  const one = store.db.updateTable('closing').set({ state }).where('unit', '=', unit).where('period', '=', id)
  await one.where('closing', '=', closing).execute()
}
