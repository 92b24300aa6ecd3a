import type { Chance } from './chance.ts'
import { dayIn, isHouseholdBusiness, isWorkingDay, plus, type Procedure, procedures, workingDayAfter } from './days.ts'
import { type Field, layoutOf, type Status } from './layouts.ts'

export type List = 'portal' | 'book' | 'ministry'
export const lists: readonly List[] = ['portal', 'book', 'ministry']

/** What a row of a list says, before it is written as that list writes it; `broken` is a cell that cannot be read. */
export type Told = Readonly<Partial<Record<Field, string>>> & { readonly broken?: Field }

export type Payment = {
  transaction: string
  amount: number
  at: string
  outcome: 'succeeded' | 'failed' | 'refunded'
  isBroken?: boolean // its amount cannot be read
}

/** A dossier's real life, and what is not as it should be in the lists that tell of it. */
export type Life = {
  code: string
  procedure: Procedure
  procedureText: string
  system: string | null // the ministry's, where one handles it
  person: string
  identity: string
  channel: 'online' | 'counter' | 'post'
  account: string
  agency: string
  submitted: string
  received: string | null // null: never received
  due: string | null
  ended: string | null
  handed: string | null
  outcome: 'returned' | 'refused' | 'withdrawn'
  open: Status // while it is not ended, or not received
  components: number
  digitized: number
  reused: number
  fee: number
  payments: Payment[]
  ownNumber: string
  absent: Set<List>
  absentLater: Set<List> // from the second drop on
  changes: Partial<Record<List, (told: Told) => readonly Told[]>>
  isPlanted: boolean
}

export type Span = { readonly from: string; readonly to: string }

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Đặng', 'Bùi', 'Đỗ', 'Ngô', 'Vũ']
const middles = ['Thị', 'Văn', 'Hữu', 'Ngọc', 'Thanh', 'Xuân', 'Minh']
const given = ['Hòa', 'Thủy', 'Giang', 'Đạt', 'Phương', 'Nhung', 'Sơn', 'Uyên', 'Tuấn', 'Lan', 'Quỳnh']
export const centreAccounts = ['ttpvhcc.hd01', 'ttpvhcc.hd02', 'ttpvhcc.hd03']
export const businessAccount = 'ktht.truongphong'
export const ourAgency = 'UBND phường Hưng Đạo, thành phố Hải Phòng'

const usual = procedures.filter(({ isUsual }) => isUsual)
const odd = procedures.filter(({ isUsual, system, days }) => !isUsual && (system === '' || days === null))

/** A dossier that lives through some of the days of the windows; in order, unless something is planted. */
export function anyLife(chance: Chance, number: number, { from, to }: Span): Life {
  const procedure = chance.is(0.06) ? chance.oneOf(odd) : chance.oneOf(usual)
  const day = aWorkingDay(chance, plus(from, -40), to)
  const received = `${day}T${aTime(chance, 8, 16)}`
  const due = dueOf(chance, procedure, day)
  const ended = endOf(chance, received, due, from)
  const outcome = chance.is(0.88) ? 'returned' : chance.oneOf(['refused', 'withdrawn'] as const)
  const isBusiness = isHouseholdBusiness(procedure, null)
  const components = chance.whole(1, 4)
  const fee = procedure.fee > 0 && chance.is(0.8) ? procedure.fee : 0
  const life: Life = {
    code: codeOf(chance, day, number),
    procedure,
    procedureText: procedure.code,
    system: procedure.system === '' ? null : procedure.system,
    person: `${chance.oneOf(families)} ${chance.oneOf(middles)} ${chance.oneOf(given)}`,
    identity: identityOf(chance, number),
    channel: chance.is(0.85) ? 'online' : chance.oneOf(['counter', 'post'] as const),
    account: isBusiness && chance.is(0.8) ? businessAccount : chance.oneOf(centreAccounts),
    agency: chance.is(0.9) ? ourAgency : 'Ủy ban nhân dân phường Hưng Đạo - TP. Hải Phòng',
    submitted: `${day}T${aTime(chance, 6, 7)}`,
    received,
    due,
    ended,
    handed: handedAfter(chance, ended, outcome),
    outcome,
    open: chance.oneOf(['received', 'processing', 'processing', 'supplement', 'financial'] as const),
    components,
    digitized: chance.whole(1, components),
    reused: chance.is(0.9) ? chance.whole(1, components) : 0,
    fee,
    payments: fee > 0 ? [paid(number, fee, chance.is(0.8) ? received : `${plus(day, 1)}T09:00:00`)] : [],
    ownNumber: `${String(number + 100).padStart(5, '0')}/2026`,
    absent: new Set(),
    absentLater: new Set(),
    changes: {},
    isPlanted: false,
  }
  if (isBusiness && life.account === businessAccount && chance.is(0.95)) life.absent.add('book')
  return life
}

export function paid(number: number, amount: number, at: string, outcome: Payment['outcome'] = 'succeeded'): Payment {
  return { transaction: `TT6${String(number).padStart(9, '0')}`, amount, at, outcome }
}

/** What a list says of a life on a day, if it says anything: what changed later it cannot know. */
export function toldBy(list: List, life: Life, { from, to }: Span, isLater: boolean): readonly Told[] {
  if (life.absent.has(list) || (isLater && life.absentLater.has(list))) return []
  if (list === 'ministry' && life.system === null) return []
  if (dayIn(life.received ?? life.submitted) > to || (life.ended !== null && dayIn(life.ended) < from)) return []
  if (life.received === null && list !== 'portal') return []
  const told = list === 'book' ? inBook(life, to) : inSystem(list, life, to)
  return life.changes[list]?.(told) ?? [told]
}

function inBook(life: Life, to: string): Told {
  const { handed, received, due } = life
  return {
    ...whoAndWhat(life),
    procedure: life.procedureText.replace(/0+$/, ''),
    channel: life.channel,
    received: received!,
    due: due ?? '',
    handed: handed !== null && dayIn(handed) <= to ? handed : '',
    officer: 'Đỗ Hồng Nhung',
  }
}

function inSystem(list: List, life: Life, to: string): Told {
  const { ended, handed, received, due } = life
  const isOver = ended !== null && dayIn(ended) <= to
  const isHanded = isOver && handed !== null && dayIn(handed) <= to
  const layout = list === 'portal' ? layoutOf('dvcqg') : layoutOf(life.system!)
  const over = life.outcome === 'returned' && list === 'portal' && !isHanded ? 'completed' : life.outcome
  return {
    ...whoAndWhat(life),
    ownNumber: life.ownNumber,
    field: life.procedure.field,
    agency: life.agency,
    phone: '0902171436',
    address: 'Số 25 Tổ dân phố Hạ Đoạn, phường Hưng Đạo',
    channel: life.channel,
    submitted: life.submitted,
    received: received ?? '',
    due: due ?? '',
    ended: isOver ? ended : '',
    handed: isHanded ? handed : '',
    status: isOver ? over : life.open,
    handledBy: life.system === null ? '' : layoutOf(life.system).label,
    components: String(life.components),
    digitized: String(life.digitized),
    reused: String(life.reused),
    electronic: isOver ? 'Có' : 'Không',
    fee: life.fee === 0 ? '' : String(life.fee),
    officer: layout.system === 'botaichinh-hkd' ? 'Lãnh đạo phòng KT, HT và ĐT' : 'Vũ Thị Thảo',
    business: `Hộ kinh doanh ${life.person}`,
    plot: '161/41',
    note: 'bản "gốc" kèm theo',
  }
}

function whoAndWhat({ code, procedureText, procedure, person, identity, account }: Life): Told {
  return { code, procedure: procedureText, procedureName: procedure.name, person, identity, account }
}

function aWorkingDay(chance: Chance, from: string, to: string): string {
  const span = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
  for (let tries = 0; tries < 20; tries++) {
    const day = plus(from, chance.whole(0, span))
    if (isWorkingDay(day)) return day
  }
  return to
}

function aTime(chance: Chance, from: number, to: number): string {
  const two = (most: number): string => String(chance.whole(0, most)).padStart(2, '0')
  return `${String(chance.whole(from, to)).padStart(2, '0')}:${two(59)}:${two(59)}`
}

function dueOf(chance: Chance, { days }: Procedure, day: string): string | null {
  if (days !== null) return `${workingDayAfter(day, days)}T17:00:00`
  return chance.is(0.4) ? null : `${plus(day, chance.whole(1, 30))}T17:00:00`
}

/** Most end before they are due, some on the day, some late, some not at all; none before the first window. */
function endOf(chance: Chance, received: string, due: string | null, first: string): string | null {
  if (chance.is(0.2)) return null
  const [begin, last] = [dayIn(received), dayIn(due ?? plus(dayIn(received), 10))]
  const span = Math.round((Date.parse(last) - Date.parse(begin)) / 86_400_000)
  const day = chance.is(0.15) ? last : plus(begin, chance.whole(0, chance.is(0.15) ? span + 10 : Math.max(span, 0)))
  const seen = day < first ? plus(first, chance.whole(0, 20)) : day
  return `${seen}T${aTime(chance, 17, 18)}`
}

function handedAfter(chance: Chance, ended: string | null, outcome: Life['outcome']): string | null {
  if (ended === null) return null
  if (outcome !== 'returned') return ended
  if (chance.is(0.1)) return null
  return chance.is(0.7) ? ended : `${plus(dayIn(ended), chance.whole(1, 4))}T09:00:00`
}

function codeOf(chance: Chance, day: string, number: number): string {
  const [short, serial] = [day.replaceAll('-', '').slice(2), String(number + 1).padStart(4, '0')]
  if (chance.is(0.04)) return `G22.99-${short}-0${serial}0`
  if (chance.is(0.02)) return `G09.20-${day.replaceAll('-', '')}-000${serial}`
  return `H24.131-${short}-${serial}`
}

/** Nobody has the number of somebody else; a few begin with two zeros, which a spreadsheet takes both. */
function identityOf(chance: Chance, number: number): string {
  const serial = String(number).padStart(4, '0')
  if (chance.is(0.03)) return `2${String(chance.whole(1000, 9999))}${serial}`
  return `${chance.is(0.06) ? '001' : '031'}${chance.whole(10_000, 99_999)}${serial}`
}
