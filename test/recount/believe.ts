import { dayIn, isHouseholdBusiness, type Procedure, procedureCalled } from './days.ts'
import { layouts, ministries, type Status } from './layouts.ts'
import { businessAccount, centreAccounts, type Span } from './lives.ts'
import type { Listing, Row } from './read.ts'

/** One list in force: what a system handed over last for a window. */
export type InForce = Listing & { readonly window: Span }
export type Sight = { readonly from: InForce; readonly row: Row; readonly isLinked: boolean }
export type Class = 'none' | 'open' | 'resolved' | 'refused' | 'withdrawn'
export type Word = 'listed' | 'unreadable' | 'absent' | 'silent'

/** All that the lists say under one code. */
export type Told = { readonly code: string; readonly seen: readonly Sight[]; readonly bad: readonly Sight[] }

/** A dossier as it is believed: whose, since when, until when, how it ended, and who says so. */
export type Believed = Told & {
  readonly window: Span // the last in which anyone lists it
  readonly procedure: Procedure | null
  readonly system: string | null // the ministry's that is responsible
  readonly isBusiness: boolean
  readonly rows: readonly Sight[] // the most believed first
  readonly isOurs: boolean
  readonly received: string | null
  readonly due: string | null
  readonly ended: string | null
  readonly outcome: Class
}

const classes: Readonly<Record<Status, Class>> = {
  submitted: 'none',
  not_accepted: 'none',
  received: 'open',
  processing: 'open',
  supplement: 'open',
  financial: 'open',
  completed: 'resolved',
  returned: 'resolved',
  refused: 'refused',
  stopped: 'refused',
  withdrawn: 'withdrawn',
}

export function classOf({ system, cells }: Row): Class {
  if (system === 'trungtam') return cells.handed === '' ? 'open' : 'resolved'
  return classes[cells.status as Status]
}

export function endOf({ cells }: Row): string {
  return (cells.ended ?? '') || (cells.handed ?? '')
}

/** The rows of one system in a window: the further on first, as `Đã trả kết quả` is further than `Đang xử lý`. */
export function rowsOf(told: Told, system: string, { from }: Span): readonly Sight[] {
  const rank = ({ row }: Sight): string => {
    const place = { none: 0, open: 1, resolved: 2, refused: 2, withdrawn: 2 }[classOf(row)]
    return [place, endOf(row), row.cells.received ?? '', row.cells.due ?? ''].join(' ')
  }
  const rows = told.seen.filter((each) => each.from.system === system && each.from.window.from === from)
  return rows.toSorted((a, b) => (rank(a) < rank(b) ? 1 : rank(a) > rank(b) ? -1 : 0))
}

/** What a system says of a dossier in a window: nothing at all, where it handed over no list. */
export function wordOf(told: Told, system: string, window: Span, lists: readonly InForce[]): Word {
  if (rowsOf(told, system, window).length > 0) return 'listed'
  if (told.bad.some((each) => each.from.system === system && each.from.window.from === window.from)) return 'unreadable'
  return lists.some((each) => each.system === system && each.window.from === window.from) ? 'absent' : 'silent'
}

export function believe(told: Told): Believed {
  const all = [...told.seen, ...told.bad].map(({ from }) => from.window)
  const window = all.reduce((a, b) => (b.to > a.to ? b : a))
  const procedure = procedureOf(told)
  const system = responsible(told, procedure)
  const order = [...new Set([system, 'dvcqg', 'trungtam', ...ministries])].filter((each) => each !== null)
  const within = (span: Span): Sight[] => order.flatMap((each) => rowsOf(told, each, span).slice(0, 1))
  const windows = told.seen.map(({ from }) => from.window).toSorted((a, b) => (a.to < b.to ? 1 : -1))
  const rows = [window, ...windows].map(within).find((some) => some.length > 0) ?? []
  return {
    ...told,
    window,
    procedure,
    system,
    isBusiness: isHouseholdBusiness(procedure, system),
    rows,
    isOurs: isOurs(told),
    ...events(rows.map(({ row }) => row)),
  }
}

function events(rows: readonly Row[]): Pick<Believed, 'received' | 'due' | 'ended' | 'outcome'> {
  const due = dayIn(rows.find(({ cells }) => cells.due !== '')?.cells.due ?? '') || null
  const first = rows.find((row) => row.cells.received !== '' && classOf(row) !== 'none')
  if (first === undefined) return { received: null, due, ended: null, outcome: 'none' }
  const received = dayIn(first.cells.received!)
  const outcome = classOf(first)
  const isOver = outcome !== 'open'
  const last = isOver ? rows.find((row) => classOf(row) === outcome && endOf(row) !== '') : undefined
  if (last === undefined) return { received, due, ended: null, outcome: 'open' }
  const ended = dayIn(endOf(last))
  return { received, due, ended: ended < received ? received : ended, outcome }
}

function procedureOf({ seen }: Told): Procedure | null {
  const place = ({ from: { system } }: Sight): number => (system === 'dvcqg' ? 0 : system === 'trungtam' ? 1 : 2)
  const order = seen.toSorted((a, b) => place(a) - place(b) || (a.from.window.to < b.from.window.to ? 1 : -1))
  return order.map(({ row }) => procedureCalled(row.cells.procedure ?? '')).find((each) => each !== null) ?? null
}

function responsible({ seen, bad }: Told, procedure: Procedure | null): string | null {
  if (procedure !== null && procedure.system !== '') return procedure.system
  const named = seen.map(({ row }) => row.cells.handledBy).find((label) => label !== undefined && label !== '')
  const called = procedure === null ? layouts.find(({ label }) => label !== '' && label === named) : undefined
  const listing = [...seen, ...bad].map(({ from }) => from.system).find((system) => ministries.includes(system))
  return called?.system ?? listing ?? null
}

/** The unit's by its code; one of the portal's by the agency that works on it; a ministry's by whose account has it. */
function isOurs({ code, seen }: Told): boolean {
  if (code.startsWith('H24.131-')) return true
  if (!code.startsWith('G')) return false
  const isAgency = ({ row }: Sight): boolean => /phường Hưng Đạo.*Hải Phòng$/.test(row.cells.agency ?? '')
  const onPortal = seen.filter(({ from }) => from.system === 'dvcqg')
  if (code.startsWith('G22.99') && onPortal.length > 0) return onPortal.some(isAgency)
  const isAccount = ({ row }: Sight): boolean => [...centreAccounts, businessAccount].includes(row.cells.account ?? '')
  return seen.some((each) => isAgency(each) || isAccount(each))
}

/** The account that has it is not the Centre's: the ministry says whose it is, else the portal. */
export function isRouted({ isBusiness }: Believed, ministry: Row | undefined, portal: Row | undefined): boolean {
  const account = (ministry?.cells.account ?? '') || (portal?.cells.account ?? '')
  return isBusiness && !centreAccounts.includes(account)
}
