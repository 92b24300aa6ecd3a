import type { System } from '../../connectors/connector.ts'
import type { NightMessage, Standing } from '../../reports/night-message.ts'
import type { NightReport } from '../../reports/night-report.ts'
import { wordsIn } from '../../reports/words.ts'
import { type Config } from '../config/config.ts'
import type { Day } from '../day.ts'
import { bases } from '../figures.ts'
import { errorText } from '../help-text.ts'
import { gateHeld, type Outcome } from '../night-run.ts'

/** What a night that came to its end tells: counted out of what its pages are made of. */
export function nightMessage(report: NightReport, outcome: Outcome, missed: readonly 'backup'[]): NightMessage {
  const { config } = outcome.night
  return {
    state: gateHeld(outcome) && missed.length === 0 ? 'done' : 'incomplete',
    unit: config.unit.name,
    asOf: report.asOf,
    counts: report.desk,
    kinds: report.kinds,
    incomplete: report.systems.filter(({ is }) => is === 'late' || is === 'silent').map(({ system }) => system),
    notTaken: countBySystem(outcome.turnedAway as readonly { system: System | null }[]),
    broken: outcome.broken.map(brokenOf),
    settingsChanges: report.settingsChanges,
    laterNight: report.laterNight,
    missed,
  }
}

/** What a night tells that failed: the ledger's sentence, in Vietnamese as all that the program hands on. */
export function failureMessage({ unit }: Config, asOf: Day, error: unknown, standing: Standing): NightMessage {
  const why = errorText(error, wordsIn('vi')).split('\n')[0]!
  return { state: 'failed', unit: unit.name, asOf, why, standing }
}

function countBySystem(files: readonly { readonly system: System | null }[]) {
  const bySystem = Map.groupBy(files, ({ system }) => system)
  return [...bySystem].map(([system, these]) => ({ system, files: these.length }))
}

type Broken = Extract<NightMessage, { state: 'done' | 'incomplete' }>['broken'][number]

/** `2026-02 centre fields_add_up`, as the run has it. */
function brokenOf(named: string): Broken {
  const [period = '', basis, identity] = named.split(' ')
  return { period, basis: bases.find((each) => each === basis)!, identity: identity as Broken['identity'] }
}
