import type { System } from '../../connectors/connector.ts'
import { systems } from '../../connectors/connector.ts'
import { type Counted, countIn } from '../../pipeline/counted.ts'
import { type Dossier, settle } from '../../pipeline/dossier.ts'
import type { Export, Facts, Paid, Sighted, Unreadable } from '../../pipeline/facts.ts'
import type { Span } from '../../pipeline/period.ts'
import type { Finding, OrphanRule, Rule } from '../../pipeline/rules/rule.ts'
import { makeSetting, type Setting } from '../../pipeline/setting.ts'
import { bundledCalendar, bundledCatalogue } from '../bundled.ts'

/** What is said of a dossier by hand, without a file and without a database. */
export type Said = {
  readonly code?: string
  readonly rows?: readonly Sighted[]
  readonly unreadable?: readonly Unreadable[]
  readonly payments?: readonly Paid[]
  readonly handed?: readonly Export[] // exports that are there besides those of the rows
  readonly asOf?: string
  readonly dueSoonDays?: number
}

export const code = 'H24.131-260204-0001'
export const february = { id: '2026-02', from: '2026-01-17', to: '2026-02-13' } as const
export const march = { id: '2026-03', from: '2026-02-14', to: '2026-03-13' } as const

/** A system's export of February; its number says the system. */
export function exportOf(system: System, given: Partial<Export> = {}): Export {
  const { from, to } = february
  return { export: systems.indexOf(system) + 1, system, from, to, came: to, met: to, ...given }
}

/** Its export of March. */
export function later(system: System, given: Partial<Export> = {}): Export {
  const { from, to } = march
  return exportOf(system, { export: systems.indexOf(system) + 101, from, to, came: to, met: to, ...given })
}

/** A birth registered in time, as the portal and the ministry's system tell of it. */
export function told(from: System | Export, given: Partial<Sighted> = {}): Sighted {
  const list = typeof from === 'string' ? exportOf(from) : from
  const usual: Sighted = {
    from: list,
    row: 1,
    link: null,
    ownNumber: null,
    procedureText: '1.001193',
    procedure: { code: '1.001193', known: true },
    procedureName: 'Đăng ký khai sinh',
    field: 'Hộ tịch',
    agency: 'UBND phường Hưng Đạo, thành phố Hải Phòng',
    person: 'Trần Thị Hòa',
    identity: '031195694674',
    identityIsValid: true,
    channel: 'online',
    submitted: '2026-02-04T08:00:00',
    received: '2026-02-04T08:30:00',
    due: '2026-02-05T17:00:00',
    ended: '2026-02-05T10:00:00',
    handed: null,
    status: 'returned',
    handledBy: null,
    account: 'ttpvhcc.hd01',
    components: 2,
    digitized: 2,
    reused: 1,
    electronicResult: true,
    fee_dong: null,
  }
  return { ...usual, ...given }
}

/** The same in the Centre's book: days, no status, the handing over. */
export function booked(given: Partial<Sighted> = {}, from: Export = exportOf('trungtam')): Sighted {
  const days = { submitted: null, received: '2026-02-04', due: '2026-02-05', ended: null, handed: '2026-02-05' }
  const silent = { agency: null, components: null, digitized: null, reused: null, electronicResult: null }
  return told(from, { ...days, ...silent, status: null, ...given })
}

export const still = { status: 'processing', ended: null } as const

/** The procedure that registers a household business: the portal leads it past the Centre. */
export const business = {
  procedureText: '1.001612',
  procedure: { code: '1.001612', known: true },
  account: 'ktht.truongphong',
} as const

export function unreadable(from: System | Export, given: Partial<Unreadable> = {}): Unreadable {
  const list = typeof from === 'string' ? exportOf(from) : from
  return { from: list, file: 7, line: 12, column: 'Trạng thái', reason: 'unknown_status', value: 'Lạ', ...given }
}

export function payment(transaction: string, amount_dong: number, given: Partial<Paid> = {}): Paid {
  const from = exportOf('dvcqg-thanhtoan')
  return { from, row: 1, transaction, amount_dong, paid: '2026-02-04T09:00:00', outcome: 'succeeded', ...given }
}

export function factsOf({ code: given = code, rows = [], unreadable = [], payments = [] }: Said): Facts {
  return { dossier: 1, code: given, rows, unreadable, payments }
}

export function settingOf(said: Said): Setting {
  const { rows = [], unreadable = [], payments = [], handed = [], asOf = february.to, dueSoonDays = 2 } = said
  const named = [...rows, ...unreadable, ...payments].map(({ from }) => from)
  const exports = new Map([...named, ...handed].map((each) => [each.export, each]))
  const night = { asOf, calendar: bundledCalendar, catalogue: bundledCatalogue }
  return makeSetting({ unit: ward, dueSoonDays }, night, [...exports.values()])
}

/** What is believed of it. Throws where no list of dossiers names it. */
export function believed(said: Said): Dossier {
  const dossier = settle(factsOf(said), settingOf(said))
  if (dossier === null) throw new Error('no list names it')
  return dossier
}

export function counted(said: Said, period: Span = february): Counted | null {
  return countIn(believed(said), period, settingOf(said))
}

/** What a rule finds on it. */
export function found({ raise }: Rule, said: Said): readonly Finding[] {
  return raise(believed(said), settingOf(said))
}

export function foundOnOrphan({ raise }: OrphanRule, said: Said): readonly Finding[] {
  return raise(factsOf(said))
}

export const ward = {
  name: 'phường Hưng Đạo',
  city: 'thành phố Hải Phòng',
  centre: 'Trung tâm Phục vụ hành chính công phường Hưng Đạo',
  agencyCode: 'H24.131',
  formerCodes: [],
  centreAccounts: ['ttpvhcc.hd01', 'ttpvhcc.hd02'],
  householdBusinessAccounts: ['ktht.truongphong'],
} as const
