import type { System } from '../../connectors/connector.ts'
import { dayOf } from '../day.ts'
import { type Dossier, tellingRows } from '../dossier.ts'
import type { Sighted } from '../facts.ts'

/** A value that is believed, who says it, and by which rule that system is the one to be asked. */
export type Belief = {
  readonly field: Field
  readonly value: string | number | null
  readonly system: System | null
  readonly rule: Rule | null
}

/**
 * Why a system is asked: it handles the procedure; it is the portal, or the Centre's book, where those before it have no
 * row; channel, digitization and fee are the portal's own (`portals_own`), presence in the book is the book's
 * (`books_own`). `listing`: nobody is known to be responsible, and it has a row.
 */
export type Rule = 'ministry' | 'portal' | 'book' | 'portals_own' | 'books_own' | 'listing'

export type Field =
  | 'received'
  | 'due'
  | 'ended'
  | 'status'
  | 'procedure'
  | 'channel'
  | 'account'
  | 'components'
  | 'digitized'
  | 'reused'
  | 'fee_dong'
  | 'inBook'

/**
 * What is believed of a dossier. Dates and status: the ministry's system, the portal, the book; channel, components, fee:
 * the portal, the book, the ministry; the account: the ministry or the portal; presence in the book: the book alone.
 */
export function beliefsOf(dossier: Dossier): Belief[] {
  const { received, due, ended } = tellingRows(dossier.rows)
  const portalFirst = ['dvcqg', 'trungtam', dossier.ministrySystem] as const
  const portal = (field: 'channel' | 'components' | 'digitized' | 'reused' | 'fee_dong') => {
    const row = inOrder(dossier.rows, portalFirst).find((each) => each[field] !== null)
    const told = belief(dossier, field, row, row?.[field] ?? null)
    return told.system === 'dvcqg' ? { ...told, rule: 'portals_own' as const } : told
  }
  const holder = inOrder(dossier.rows, [dossier.ministrySystem, 'dvcqg']).find((each) => each.account !== null)
  const named = dossier.rows.find((each) => each.procedureText !== null)
  return [
    belief(dossier, 'received', received, received === null ? null : dayOf(received.received!)),
    belief(dossier, 'due', due, dossier.dueDay),
    belief(dossier, 'ended', ended, dossier.endedDay),
    belief(dossier, 'status', received, received?.status ?? dossier.outcome),
    belief(dossier, 'procedure', named, dossier.procedure?.code ?? named?.procedureText ?? null),
    portal('channel'),
    belief(dossier, 'account', holder, holder?.account ?? null),
    ...(['components', 'digitized', 'reused', 'fee_dong'] as const).map(portal),
    { field: 'inBook', value: dossier.book.is, system: 'trungtam', rule: 'books_own' },
  ]
}

function belief(
  { ministrySystem }: Dossier,
  field: Field,
  row: Sighted | null | undefined,
  value: Belief['value'],
): Belief {
  const system = row?.from.system ?? null
  return { field, value, system, rule: system === null ? null : ruleOf(system, ministrySystem) }
}

function ruleOf(system: System, ministry: System | null): Rule {
  if (system === ministry) return 'ministry'
  return system === 'dvcqg' ? 'portal' : system === 'trungtam' ? 'book' : 'listing'
}

function inOrder(rows: readonly Sighted[], systems: readonly (System | null)[]): Sighted[] {
  return systems.flatMap((system) => rows.filter(({ from }) => from.system === system))
}
