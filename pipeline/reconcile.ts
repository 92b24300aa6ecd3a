import type { System } from '../connectors/connector.ts'
import type { DossierTableRow } from '../sql/schema.ts'
import { carryOn } from './nights/carry-on.ts'
import { raiseCarryOver } from './nights/carry-over.ts'
import { chunks, dossiersAtATime } from './chunks.ts'
import { type Dossier, settle } from './dossier.ts'
import { type FactReader, readFacts } from './fact-reader.ts'
import { goneFrom, raiseVanished } from './nights/gone.ts'
import { raiseLateChanges } from './closing/late-change.ts'
import type { Day } from './day.ts'
import type { Night, Stage } from './night.ts'
import { purgedInPart } from './keeping/purge.ts'
import { raiseOnFiles } from './raise-on-files.ts'
import { raiseOn, raiseOnOrphan } from './raise.ts'
import type { Raised } from './nights/raised.ts'
import { makeSetting, type Setting } from './setting.ts'
import { makeSilence, type Silence } from './nights/silence.ts'
import { keepMadeOf, madeOfNow } from './standing/made-of.ts'
import { anyOverlap, daysOfMoved, EVER, keepMoved, spansOf, type Touched, touchedTonight } from './standing/touched.ts'
import { statedMonths } from './closing/stated-months.ts'
import type { Span } from './period.ts'

/**
 * Settles every dossier by precedence, asks every rule about it, and carries the discrepancies' lives on. Where nothing
 * is told of a dossier but what was known on the last night, it stands as it was settled then.
 */
export const reconcile: Stage = {
  name: 'reconcile',
  run: async (night) => {
    const now = madeOfNow(night)
    const touched = touchedTonight(night, now)
    const { raised, silence, spans, mayHaveMoved } = await raiseAll(night, touched)
    await carryOn(night, raised, silence, touched === null ? null : { ...touched, mayHaveMoved })
    keepMoved(night, spans)
    await keepMadeOf(night, 'reconciled', now)
    night.say(
      'reconcile',
      night.store.ask<{ dossiers: number; open: number }>('how-much-stands', { unit: night.unit })[0]!,
    )
  },
}

/**
 * Writes what is believed of the dossiers that are touched (null: of every one), and gives all that is wrong: with them,
 * files, months, closed periods.
 */
export async function raiseAll(
  night: Night,
  touched: Touched | null = null,
): Promise<Pick<Settled, 'raised' | 'silence' | 'spans'> & { readonly mayHaveMoved: (days: Span) => boolean }> {
  const { raised, silence, facts, setting, spans } = await settleAll(night, touched)
  const months = statedMonths(facts.exports, night.config.periods, night.asOf)
  raised.push(...silence.missingExports(night.config.expectedSystems), ...raiseOnFiles(night))
  raised.push(...raiseCarryOver(night, months, facts, setting, touched?.dossiers ?? null))
  const mayHaveMoved = (days: Span): boolean => touched === null || touched.touches(days) || anyOverlap(spans, days)
  raised.push(...raiseLateChanges(night, facts, mayHaveMoved))
  const inPart = purgedInPart(night)
  const said = raised.filter(({ dossier }) => dossier === null || !inPart.has(dossier))
  return { raised: said, silence, spans, mayHaveMoved }
}

/** Dossiers by the thousand: memory stays where it is, however many there are. */
type Settled = {
  readonly raised: Raised[]
  readonly silence: Silence
  readonly facts: FactReader
  readonly setting: Setting
  readonly spans: readonly Span[] // the days of dossiers that may count otherwise now
}

/** Writes what is believed of every dossier, or of those that are touched, and gives what is wrong with each. */
export async function settleAll(night: Night, touched: Touched | null = null): Promise<Settled> {
  const { store, unit, config, catalogue } = night
  const facts = readFacts(store, unit, catalogue)
  const setting = makeSetting(config, night, facts.exports)
  const gone = goneFrom(night, facts)
  const silence = makeSilence(setting, gone)
  const raised: Raised[] = raiseVanished(gone, facts, setting)
  const inPart = purgedInPart(night)
  const before = touched === null ? [] : daysOfMoved(night, touched)
  await forget(night, touched)
  for (const { window_from, unheard, dossiers } of store.ask<Unheard>('windows-unheard', { unit }))
    silence.stand(window_from, JSON.parse(unheard) as System[], dossiers)
  const [{ last }] = store.ask<{ last: number }>('last-dossier', { unit }) as [{ last: number }]
  const wanted = touched?.dossiers ?? null
  let settled = 0
  for (const numbers of chunks(wanted ?? facts.numbers(), dossiersAtATime(store))) {
    const done = wanted === null ? numbers[0]! - 1 : settled
    await night.at?.('reconcile', { rows: settled, done, of: wanted?.length ?? last })
    settled += numbers.length
    const rows: DossierTableRow[] = []
    for (const each of facts.of(numbers)) {
      const dossier = settle(each, setting)
      const isInPart = inPart.has(each.dossier)
      if (dossier === null && !isInPart) raised.push(...raiseOnOrphan(each))
      if (dossier === null) continue
      if (!isInPart) raised.push(...raiseOn(dossier, setting))
      rows.push(rowOf(unit, dossier, isInPart ? [] : silence.note(dossier)))
    }
    store.insert('dossier', rows)
  }
  const spans = touched === null ? [EVER] : spansOf([...before, ...daysOfMoved(night, touched)])
  return { raised, silence, facts, setting, spans }
}

type Unheard = { readonly window_from: Day; readonly unheard: string; readonly dossiers: number }

async function forget({ store, unit }: Night, touched: Touched | null): Promise<void> {
  if (touched === null) await store.db.deleteFrom('dossier').where('unit', '=', unit).execute()
  else store.tell('forget-dossiers', { unit, dossiers: JSON.stringify(touched.dossiers) })
}

function rowOf(unit: number, dossier: Dossier, unheard: readonly System[]): DossierTableRow {
  const { facts, own, receivedDay, endedDay, outcome, window } = dossier
  const days = { received_day: receivedDay, ended_day: endedDay }
  const silent = { window_from: window.from, unheard: unheard.length === 0 ? null : JSON.stringify(unheard) }
  return { unit, dossier: facts.dossier, own: Number(own), ...days, outcome, ...silent }
}
