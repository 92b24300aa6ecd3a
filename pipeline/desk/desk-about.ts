import type { DeskDossier } from '../../reports/desk/desk.ts'
import { initials, lastThree } from '../../reports/format.ts'
import { dayOf } from '../day.ts'
import type { Dossier } from '../dossier.ts'
import type { Sighted } from '../facts.ts'
import { accountOf } from '../rules/rule.ts'
import type { Setting } from '../setting.ts'

/** What the desk needs to know of a dossier to act on it. Whose it is has been masked here: no document names a person. */
export type About = Pick<
  DeskDossier,
  | 'ownNumbers'
  | 'procedure'
  | 'person'
  | 'submitted'
  | 'received'
  | 'due'
  | 'hoursLeft'
  | 'status'
  | 'systems'
  | 'account'
>

/** From what is believed of a dossier; each cell is that of the most believed row which has it. */
export function aboutOf(dossier: Dossier, setting: Setting): About {
  const { rows, procedure } = dossier
  const said = <Cell>(cell: (row: Sighted) => Cell | null): Cell | null =>
    rows.map(cell).find((each) => each !== null) ?? null
  const submitted = said((row) => row.submitted)
  const due = said((row) => row.due)
  return {
    ownNumbers: [...new Set(rows.flatMap(({ ownNumber }) => (ownNumber === null ? [] : [ownNumber])))],
    procedure: {
      code: procedure?.code ?? said((row) => row.procedureText),
      name: procedure?.name ?? said((row) => row.procedureName),
    },
    person: masked(
      said((row) => row.person),
      said((row) => row.identity),
    ),
    submitted,
    received: said((row) => row.received),
    due,
    hoursLeft: hoursLeft(dossier, submitted, due, setting),
    status: said((row) => row.status),
    systems: rows.map((row) => row.from.system),
    account: accountOf(dossier),
  }
}

function masked(name: string | null, identity: string | null): string | null {
  const parts = [name === null ? '' : initials(name), identity === null ? '' : lastThree(identity)]
  return parts.filter((part) => part !== '').join(' ') || null
}

const RECEPTION = 8

/**
 * Working hours from the end of the night's day: until an open dossier is due (17:00, where no time is given), or
 * until one that was submitted has to be received (eight hours, Nghị định 107/2021/NĐ-CP).
 */
function hoursLeft(
  { own, outcome, receivedDay }: Dossier,
  submitted: string | null,
  due: string | null,
  { asOf, calendar }: Setting,
): number | null {
  const night = `${asOf}T24:00:00`
  if (!own) return null
  if (receivedDay === null && submitted !== null)
    return tenths(RECEPTION - calendar.workingHoursBetween(timed(submitted, '07:30:00'), night))
  if (outcome !== 'open' || due === null) return null
  return tenths(calendar.workingHoursBetween(night, timed(due, '17:00:00')))
}

function timed(instant: string, time: string): string {
  return instant.length > 10 ? instant : `${dayOf(instant)}T${time}`
}

function tenths(hours: number): number {
  return Math.round(hours * 10) / 10
}
