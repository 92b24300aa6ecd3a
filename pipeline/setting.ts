import { organisationOf } from '../connectors/code.ts'
import { connectors } from '../connectors/index.ts'
import type { System } from '../connectors/connector.ts'
import { compare } from './compare.ts'
import type { Calendar } from './calendar.ts'
import type { Catalogue } from './catalogue.ts'
import type { Config } from './config/config.ts'
import type { Day } from './day.ts'
import type { Export } from './facts.ts'
import { foldKey } from '../connectors/fold.ts'
import { listsDossiers, newestWindow, type Window } from './nights/heard.ts'

/** What decisions about dossiers need besides the facts: whose ward it is, which exports there are, what day it is. */
export type Setting = {
  readonly unit: Config['unit']
  readonly dueSoonDays: number
  readonly asOf: Day
  readonly calendar: Calendar
  readonly catalogue: Catalogue
  readonly exports: ReadonlyMap<System, readonly Export[]> // the one whose window ends last comes last
  readonly grownTo: ReadonlyMap<Day, Window> // by its first day, the window as the last list of dossiers has it
  readonly isUnitsCode: (code: string) => boolean
  readonly isCentre: (account: string) => boolean
  readonly isUnits: (account: string) => boolean
  readonly systemCalled: (label: string | null) => System | null
}

export function makeSetting(
  { unit, dueSoonDays }: Pick<Config, 'unit' | 'dueSoonDays'>,
  { asOf, calendar, catalogue }: { asOf: Day; calendar: Calendar; catalogue: Catalogue },
  exports: readonly Export[],
): Setting {
  const centre = new Set(unit.centreAccounts.map(foldKey))
  const units = new Set([...unit.centreAccounts, ...unit.householdBusinessAccounts].map(foldKey))
  const organisations = new Set([unit.agencyCode, ...unit.formerCodes].map(organisationOf))
  const labels = new Map(connectors.map(({ label, system }) => [foldKey(label), system]))
  const inOrder = exports.toSorted((a, b) => compare(a.to, b.to) || compare(a.from, b.from))
  return {
    unit,
    dueSoonDays,
    asOf,
    calendar,
    catalogue,
    exports: Map.groupBy(inOrder, (each) => each.system),
    grownTo: new Map(
      [...Map.groupBy(inOrder.filter(listsDossiers), ({ from }) => from)].map(([from, all]) => [
        from,
        newestWindow(all)!,
      ]),
    ),
    isUnitsCode: remembering(headOf, (code) => organisations.has(organisationOf(code))),
    isCentre: (account) => centre.has(foldKey(account)),
    isUnits: (account) => units.has(foldKey(account)),
    systemCalled: (label) => (label === null ? null : (labels.get(foldKey(label)) ?? null)),
  }
}

/** Codes are read in one spelling, and few organisations give them. */
function headOf(code: string): string {
  return code.split('-', 1)[0]!
}

function remembering(keyOf: (text: string) => string, find: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>()
  return (text) => {
    const key = keyOf(text)
    const found = known.get(key) ?? find(text)
    known.set(key, found)
    return found
  }
}
