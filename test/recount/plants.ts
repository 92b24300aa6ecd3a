import type { Chance } from './chance.ts'
import { dayIn, isHouseholdBusiness, plus } from './days.ts'
import { businessAccount, type Life, type List, lists, type Span, type Told } from './lives.ts'
import type { Field } from './layouts.ts'

/** What must be found: it is so by construction, wherever the lists that it hangs on were handed over. */
export type Planted = {
  readonly kind: string
  readonly code: string | null
  readonly system: string | null
  readonly lists: readonly List[]
}

/** Where a plant is put: the last day that the lists know of, and whether the dossier has ended by then. */
type Soil = { readonly life: Life; readonly chance: Chance; readonly isOver: boolean; readonly last: Span }

/** Changes what lists say of a dossier so that one kind of discrepancy is there; null where it cannot be. */
type Plant = (soil: Soil) => Planted | null

export const plants: Readonly<Record<string, Plant>> = {
  missing_at_centre: ({ life }) => {
    if (life.absent.has('book')) return null
    life.absent.add('book')
    const isRouted = isHouseholdBusiness(life.procedure, null) && life.account === businessAccount
    return found(life, isRouted ? 'routed_past_centre' : 'missing_at_centre', [...lists])
  },
  missing_in_portal: ({ life }) => {
    life.absent.add('portal')
    return found(life, 'missing_in_portal', [...lists])
  },
  missing_in_ministry: ({ life }) => {
    if (life.system === null) return null
    life.absent.add('ministry')
    return found(life, 'missing_in_ministry', ['ministry'], life.system)
  },
  ministry_lags: ({ life, isOver }) => {
    if (!isOver || life.system === null) return null
    life.changes.ministry = (told) => [{ ...told, status: 'processing', ended: '' }]
    return found(life, 'status_conflict', ['portal', 'ministry'])
  },
  portal_lags: ({ life, isOver }) => {
    if (!isOver || life.system === null) return null
    life.changes.portal = (told) => [{ ...told, status: 'processing', ended: '', handed: '' }]
    return found(life, 'status_conflict', ['portal', 'ministry'])
  },
  other_outcome: ({ life, isOver, chance }) => {
    if (!isOver || life.system === null) return null
    const status = life.outcome === 'withdrawn' ? 'refused' : 'withdrawn'
    const list = chance.oneOf(['portal', 'ministry'] as const)
    life.changes[list] = (told) => [told.ended === '' ? told : { ...told, status }]
    return found(life, 'status_conflict', ['portal', 'ministry'])
  },
  book_is_early: ({ life, isOver, last }) => {
    if (isOver || life.received === null) return null
    const handed = `${last.to}T09:00:00`
    life.changes.book = (told) => [{ ...told, handed }]
    return life.absent.has('book') ? null : found(life, 'status_conflict', ['portal', 'book', 'ministry'])
  },
  received_differs: ({ life, chance }) => {
    if (life.system === null) return null
    const days = chance.oneOf([-2, -1])
    life.changes[chance.oneOf(['portal', 'ministry'] as const)] = (told) => [moved(told, 'received', days)]
    return found(life, 'date_conflict', ['portal', 'ministry'])
  },
  due_differs: ({ life, chance }) => {
    if (life.system === null || life.due === null) return null
    const days = chance.oneOf([1, 3, 7])
    life.changes[chance.oneOf(['portal', 'ministry'] as const)] = (told) => [moved(told, 'due', days)]
    return found(life, 'date_conflict', ['portal', 'ministry'])
  },
  end_differs: ({ life, isOver, chance }) => {
    if (!isOver || life.system === null || dayIn(life.ended!) <= plus(dayIn(life.received!), 2)) return null
    const list = chance.oneOf(['portal', 'ministry'] as const)
    life.changes[list] = (told) => [told.ended === '' ? told : moved(told, 'ended', chance.is(0.5) ? -1 : -2)]
    return found(life, 'date_conflict', ['portal', 'ministry'])
  },
  duplicate_code: ({ life, chance }) => {
    const list = listOf(life, chance)
    if (list === null) return null
    const other = (told: Told): Told =>
      chance.is(0.5)
        ? { ...told, person: `${told.person} B` }
        : { ...told, status: 'processing', ended: '', handed: '' }
    life.changes[list] = (told) => (chance.is(0.5) ? [told, other(told)] : [other(told), told])
    return null // a row that says the same but for its status is an equal one where it is open, or in the book
  },
  repeated_row: ({ life, chance }) => {
    const list = listOf(life, chance)
    if (list !== null) life.changes[list] = (told) => [told, told]
    return null
  },
  linked_without_code: ({ life, chance }) => {
    const isKnown = !life.absent.has('portal') || !life.absent.has('book')
    if (life.system === null || !isKnown || life.identity.startsWith('00')) return null
    const code = chance.oneOf(['', 'chưa có', 'HKD2026'])
    life.changes.ministry = (told) => [{ ...told, code }]
    return found(life, 'linked_without_code', [...lists], life.system)
  },
  unlinked_record: ({ life }) => {
    if (life.system === null || life.absent.has('portal')) return null
    life.absent.add('portal').add('book')
    life.changes.ministry = (told) => [{ ...told, code: '' }]
    life.payments = []
    return null // it has no code to be found by; the recount says of how many rows it is so
  },
  own_number_is_code: ({ life }) => {
    if (life.system !== 'botaichinh-hkd') return null
    life.absent.add('portal').add('book')
    const code = `G09.20-20260101-${life.ownNumber.slice(0, 5).padStart(7, '0')}`
    life.changes.ministry = (told) => [{ ...told, ownNumber: code, code: '' }]
    return null
  },
  ended_too_early: ({ life, isOver, chance }) => {
    if (!isOver) return null
    const list = life.system === null ? 'portal' : chance.oneOf(['portal', 'ministry'] as const)
    const ended = `${plus(dayIn(life.received!), -1)}T10:00:00`
    life.changes[list] = (told) => [told.ended === '' ? told : { ...told, ended }]
    return found(life, 'impossible_dates', [list])
  },
  due_too_early: ({ life }) => {
    if (life.due === null || life.received === null) return null
    const due = `${plus(dayIn(life.received), -3)}T17:00:00`
    life.changes.portal = (told) => [{ ...told, due }]
    return found(life, 'impossible_dates', ['portal'])
  },
  ended_in_future: ({ life, isOver, last }) => {
    if (!isOver || life.system === null) return null
    const ended = `${plus(last.to, 9)}T10:00:00`
    life.changes.ministry = (told) => [told.ended === '' ? told : { ...told, ended }]
    return found(life, 'impossible_dates', ['ministry'])
  },
  handed_too_early: ({ life, isOver }) => {
    if (!isOver || life.outcome !== 'returned' || life.absent.has('book')) return null
    const handed = `${plus(dayIn(life.ended!), -1)}T10:00:00`
    if (dayIn(handed) < dayIn(life.received!)) return null
    life.changes.book = (told) => [told.handed === '' ? told : { ...told, handed }]
    return null
  },
  due_date_suspect: ({ life, chance }) => {
    if (life.procedure.days === null || life.open === 'supplement' || life.due === null) return null
    const days = chance.oneOf([1, 2, 5, 14])
    for (const list of lists) life.changes[list] = (told) => [moved(told, 'due', days)]
    return found(life, 'due_date_suspect', [...lists])
  },
  supplement_moved_due: ({ life, isOver }) => {
    if (isOver || life.due === null) return null
    life.open = 'supplement'
    for (const list of lists) life.changes[list] = (told) => [moved(told, 'due', 6)]
    return null
  },
  unknown_procedure: ({ life, chance }) => {
    life.procedureText = `9.9000${chance.whole(10, 99)}`
    return found(life, 'unknown_procedure', [...lists])
  },
  odd_procedure_in_one: ({ life, chance }) => {
    const list = listOf(life, chance)
    if (list !== null) life.changes[list] = (told) => [{ ...told, procedure: '9.900001' }]
    return list === null ? null : found(life, 'unknown_procedure', [list])
  },
  suffixed_procedure: ({ life }) => {
    life.procedureText = `${life.procedure.code}.H24`
    for (const list of ['book'] as const) life.changes[list] = (told) => [{ ...told, procedure: life.procedureText }]
    return null
  },
  invalid_identity: ({ life, chance }) => {
    const list = listOf(life, chance)
    const identity = chance.oneOf(['099196345678', '0311956', '03119569467X', '1234567890'])
    if (list !== null) life.changes[list] = (told) => [{ ...told, identity }]
    return list === null ? null : found(life, 'invalid_identity', [list])
  },
  not_digitized: ({ life }) => {
    life.digitized = 0
    return found(life, 'not_digitized', ['portal'])
  },
  fee_unpaid: ({ life, chance }) => {
    const [first] = life.payments
    if (first === undefined || life.fee === 0) return null
    if (chance.is(0.3)) life.payments = []
    else if (chance.is(0.4)) life.payments = [{ ...first, outcome: 'failed' }]
    else life.payments = [first, backOf(first, chance)]
    return null // found only where the payments of that window were handed over: the recount says
  },
  unreadable_payment: ({ life }) => {
    for (const each of life.payments) each.isBroken = true
    return null
  },
  paid_otherwise: ({ life, chance }) => {
    const [first] = life.payments
    if (first !== undefined) life.payments = [{ ...first, amount: first.amount + chance.oneOf([1000, -1000, 5000]) }]
    return null
  },
  paid_twice: ({ life, chance }) => {
    const [first] = life.payments
    if (first === undefined) return null
    const again = { ...first, transaction: `${first.transaction}2`, at: `${dayIn(first.at)}T21:00:00` }
    life.payments = [first, again, ...(chance.is(0.3) ? [backOf(again, chance)] : [])]
    return null
  },
  unreadable_row: ({ life, chance }) => {
    const list = listOf(life, chance)
    if (list === null) return null
    const broken: Field =
      list === 'book' ? 'received' : chance.oneOf(['received', 'received', 'due', 'status'] as const)
    life.changes[list] = (told) => [{ ...told, broken }]
    return found(life, 'unreadable_row', [list], systemOf(life, list))
  },
  not_received: ({ life }) => {
    Object.assign(life, { received: null, due: null, ended: null, handed: null, open: 'submitted', payments: [] })
    return null
  },
  not_accepted: ({ life }) => {
    Object.assign(life, { received: null, due: null, ended: null, handed: null, open: 'not_accepted', payments: [] })
    return null
  },
  foreign_unit: ({ life, chance }) => {
    life.code = chance.oneOf([life.code.replace(/^[^-]*/, 'H24.118'), life.code.replace(/^[^-]*/, 'G22.99')])
    life.agency = 'UBND phường Hưng Đạo, tỉnh Cao Bằng'
    if (life.code.startsWith('G')) life.absent.delete('portal')
    return found(life, 'foreign_unit', ['portal'])
  },
  book_forgets: ({ life }) => {
    life.absentLater.add('book')
    return null
  },
  portal_forgets: ({ life }) => {
    life.absentLater.add('portal')
    return null
  },
  ministry_forgets: ({ life }) => {
    life.absentLater.add('ministry')
    return null
  },
  odd_spelling: ({ life, chance }) => {
    const [unit, ...rest] = life.code.split('-')
    const spelt = unit === 'H24.131' ? `000.00.131.H24-${rest.join('-')}` : life.code
    const other = chance.oneOf([spelt, life.code.toLowerCase(), life.code.replaceAll('-', '–'), ` ${life.code}\u00a0`])
    const list = listOf(life, chance)
    // the two old encodings have no long dash
    if (list !== null && !(list === 'ministry' && /boyte|bovhttdl/.test(life.system!)))
      life.changes[list] = (told) => [{ ...told, code: other }]
    return null
  },
}

function found(life: Life, kind: string, needed: readonly List[], system: string | null = null): Planted {
  return { kind, code: life.code, system, lists: needed.filter((list) => list !== 'ministry' || life.system !== null) }
}

/** A list that tells of the dossier. */
function listOf(life: Life, chance: Chance): List | null {
  const telling = lists.filter((list) => !life.absent.has(list) && (list !== 'ministry' || life.system !== null))
  return telling.length === 0 || life.received === null ? null : chance.oneOf(telling)
}

function systemOf(life: Life, list: List): string {
  return list === 'portal' ? 'dvcqg' : list === 'book' ? 'trungtam' : life.system!
}

function moved(told: Told, field: 'received' | 'due' | 'ended', days: number): Told {
  const moment = told[field]!
  return moment === '' ? told : { ...told, [field]: `${plus(dayIn(moment), days)}${moment.slice(10)}` }
}

/** The money goes back: under the transaction's own number, or as another one of the same amount. */
function backOf(first: Life['payments'][number], chance: Chance): Life['payments'][number] {
  const transaction = chance.is(0.5) ? first.transaction : `${first.transaction}9`
  const at = `${plus(dayIn(first.at), chance.whole(1, 12))}T23:00:00`
  return { ...first, transaction, at, outcome: 'refunded' }
}
