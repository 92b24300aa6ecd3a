import type { DossierTableRow } from '../sql/schema.ts'
import { carryOn } from './nights/carry-on.ts'
import { raiseCarryOver } from './nights/carry-over.ts'
import { chunks } from './chunks.ts'
import { type Dossier, settle } from './dossier.ts'
import { type FactReader, readFacts } from './fact-reader.ts'
import { goneFrom, raiseVanished } from './nights/gone.ts'
import { raiseLateChanges } from './closing/late-change.ts'
import type { Night, Stage } from './night.ts'
import { purgedInPart } from './keeping/purge.ts'
import { raiseOnFiles } from './raise-on-files.ts'
import { raiseOn, raiseOnOrphan } from './raise.ts'
import type { Raised } from './nights/raised.ts'
import { makeSetting, type Setting } from './setting.ts'
import { makeSilence, type Silence } from './nights/silence.ts'
import { statedMonths } from './closing/stated-months.ts'

/** Settles every dossier by precedence, asks every rule about it, and carries the discrepancies' lives on. */
export const reconcile: Stage = {
  name: 'reconcile',
  run: async (night) => {
    const { raised, dossiers, silence } = await raiseAll(night)
    const open = await carryOn(night, raised, silence)
    night.say('reconcile', { dossiers, open })
  },
}

/** Writes what is believed of every dossier, and gives all that is wrong: with dossiers, files, months, closed periods. */
export async function raiseAll(night: Night): Promise<Pick<Settled, 'raised' | 'dossiers' | 'silence'>> {
  const { raised, dossiers, silence, facts, setting } = await settleAll(night)
  const months = statedMonths(facts.exports, night.config.periods, night.asOf)
  raised.push(...silence.missingExports(night.config.expectedSystems), ...raiseOnFiles(night))
  raised.push(...raiseCarryOver(night, months, facts, setting), ...(await raiseLateChanges(night, facts)))
  const inPart = purgedInPart(night)
  const said = raised.filter(({ dossier }) => dossier === null || !inPart.has(dossier))
  return { raised: said, dossiers, silence }
}

const batch = 4000

/** Dossiers by the thousand: memory stays where it is, however many there are. */
type Settled = {
  readonly raised: Raised[]
  readonly dossiers: number
  readonly silence: Silence
  readonly facts: FactReader
  readonly setting: Setting
}

/** Writes what is believed of every dossier, and gives what is wrong with each. */
export async function settleAll(night: Night): Promise<Settled> {
  const { store, unit, config, catalogue } = night
  const facts = readFacts(store, unit, catalogue)
  const setting = makeSetting(config, night, facts.exports)
  const gone = goneFrom(night, facts)
  const silence = makeSilence(setting, gone)
  const raised: Raised[] = raiseVanished(gone, facts, setting)
  const inPart = purgedInPart(night)
  const [{ last }] = store.ask<{ last: number }>('last-dossier', { unit }) as [{ last: number }]
  let dossiers = 0
  await store.db.deleteFrom('dossier').where('unit', '=', unit).execute()
  for (const numbers of chunks(facts.numbers(), batch)) {
    await night.at?.('reconcile', { rows: dossiers, done: numbers[0]! - 1, of: last })
    const rows: DossierTableRow[] = []
    for (const each of facts.of(numbers)) {
      const dossier = settle(each, setting)
      const isInPart = inPart.has(each.dossier)
      if (dossier === null && !isInPart) raised.push(...raiseOnOrphan(each))
      if (dossier === null) continue
      if (!isInPart) raised.push(...raiseOn(dossier, setting))
      if (!isInPart) silence.note(dossier)
      rows.push(rowOf(unit, dossier))
    }
    store.insert('dossier', rows)
    dossiers += rows.length
  }
  return { raised, dossiers, silence, facts, setting }
}

function rowOf(unit: number, { facts, own, receivedDay, endedDay, outcome }: Dossier): DossierTableRow {
  return { unit, dossier: facts.dossier, own: Number(own), received_day: receivedDay, ended_day: endedDay, outcome }
}
