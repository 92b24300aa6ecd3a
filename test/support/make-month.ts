import * as fc from 'fast-check'
import { addDays } from '../../pipeline/day.ts'
import { bookRow, businessRow, certifiedRow, civilRow, paymentRow, portalRow, type Told } from './dossiers.ts'
import { type Cells, exportOf, preamble } from './make-export.ts'

/** What happened to a dossier, and which lists know of it. Days are counted from the first window's first day. */
export type Made = {
  readonly kind: 'civil' | 'certified' | 'business'
  readonly received: number // up to 30 days before the first window
  readonly days: number | null // to its due day
  readonly later: number // by which the second month's lists put the due day off
  readonly lasts: number | null // to its end; null: nobody ends it
  readonly outcome: 'returned' | 'refused' | 'withdrawn'
  readonly channel: 'online' | 'counter' | 'post'
  readonly byCentre: boolean // whose account has it
  readonly digitized: number
  readonly reused: number
  readonly fee: number
  readonly payments: readonly {
    readonly day: number
    readonly amount: number
    readonly succeeds: boolean
    readonly refunded: number | null
  }[]
  readonly book: boolean
  readonly ministry: boolean
  readonly portal: 'listed' | 'unreadable' | 'absent'
}

/** Two months that touch; each has its own drop of exports. */
export const drops = [
  { folder: 'first', from: '2025-12-18', to: '2026-01-16' },
  { folder: 'second', from: '2026-01-17', to: '2026-02-13' },
] as const

const [first, second] = drops

const yesOrRarelyNo = fc.integer({ min: 0, max: 4 }).map((number) => number > 0)
const payment = fc.record({
  day: fc.integer({ min: 0, max: 57 }),
  amount: fc.constantFrom(5000, 10_000),
  succeeds: yesOrRarelyNo,
  refunded: fc.option(fc.integer({ min: 1, max: 40 }), { freq: 4 }),
})

export const anyDossiers: fc.Arbitrary<Made[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('civil', 'certified', 'business'),
    received: fc.integer({ min: -30, max: 57 }),
    days: fc.option(fc.integer({ min: 0, max: 30 }), { freq: 9 }),
    later: fc.constantFrom(0, 0, 7),
    lasts: fc.option(fc.integer({ min: 0, max: 50 }), { freq: 5 }),
    outcome: fc.constantFrom('returned', 'returned', 'refused', 'withdrawn'),
    channel: fc.constantFrom('online', 'counter', 'post'),
    byCentre: fc.boolean(),
    digitized: fc.integer({ min: 0, max: 2 }),
    reused: fc.integer({ min: 0, max: 2 }),
    fee: fc.constantFrom(0, 5000, 10_000),
    payments: fc.array(payment, { maxLength: 3 }),
    book: yesOrRarelyNo,
    ministry: yesOrRarelyNo,
    portal: fc.constantFrom('listed', 'listed', 'listed', 'unreadable', 'absent'),
  }),
  { minLength: 1, maxLength: 14 },
)

export function codeOf(index: number): string {
  return `H24.131-260101-${String(index + 1).padStart(4, '0')}`
}

export function dayAt(number: number): string {
  return addDays(first.from, number)
}

export function receivedDay({ received }: Made): string {
  return dayAt(received)
}

/** The day of its end; never before the first window, whose lists would not have it. */
export function endedDay({ received, lasts }: Made): string | null {
  return lasts === null ? null : dayAt(Math.max(received + lasts, 0))
}

export function dueDay({ received, days, later }: Made, month: 0 | 1): string | null {
  return days === null ? null : dayAt(received + days + (month === 1 ? later : 0))
}

function accountOf({ kind, byCentre }: Made): string {
  return kind === 'business' && !byCentre ? 'ktht.truongphong' : 'ttpvhcc.hd01'
}

/** The exports of both months, by path: each as its system would have written it on the month's last day. */
export function exportsOf(made: readonly Made[]): [string, string][] {
  return drops.flatMap((drop, month) => {
    const listed = made.map((each, index) => ({ each, index })).filter(({ each }) => isListed(each, drop))
    const rows = (
      which: (each: Made) => boolean,
      row: (told: Partial<Told>, cells: Cells) => Cells,
      cells: (each: Made) => Cells,
    ): Cells[] =>
      listed
        .filter(({ each }) => which(each))
        .map(({ each, index }) => row(toldOf(each, index, month as 0 | 1, drop.to), cells(each)))
    const before = [preamble(drop.from, drop.to)]
    const at = (kind: Made['kind']) => (each: Made) => each.kind === kind && each.ministry
    return [
      [
        `${drop.folder}/portal.csv`,
        exportOf(
          'portal',
          rows(({ portal }) => portal !== 'absent', portalRow, portalCells),
          { before },
        ),
      ],
      [
        `${drop.folder}/book.csv`,
        exportOf(
          'book',
          rows(
            ({ book }) => book,
            bookRow,
            () => ({}),
          ),
          { before },
        ),
      ],
      [`${drop.folder}/civil.csv`, exportOf('civil', rows(at('civil'), civilRow, feeCells('Lệ phí')), { before })],
      [
        `${drop.folder}/certified.csv`,
        exportOf('certified', rows(at('certified'), certifiedRow, feeCells('Phí chứng thực')), { before }),
      ],
      [
        `${drop.folder}/business.csv`,
        exportOf('business', rows(at('business'), businessRow, feeCells('Lệ phí')), { before }),
      ],
      [
        `${drop.folder}/payments.csv`,
        exportOf(
          'payments',
          made.flatMap((each, index) => paymentsIn(each, index, drop)),
          { before },
        ),
      ],
    ] as [string, string][]
  })
}

function isListed(made: Made, { from, to }: (typeof drops)[number]): boolean {
  const ended = endedDay(made)
  return receivedDay(made) <= to && (ended === null || ended >= from)
}

function toldOf(made: Made, index: number, month: 0 | 1, on: string): Partial<Told> {
  const ended = endedDay(made)
  const isOver = ended !== null && ended <= on
  return {
    code: codeOf(index),
    procedure: { civil: '1.001193', certified: '2.000815', business: '1.001612' }[made.kind],
    person: `Người ${index}`,
    identity: `0311956${String(index).padStart(5, '0')}`,
    received: receivedDay(made),
    due: dueDay(made, month) ?? '',
    ended: isOver ? ended : '',
    status: isOver ? statuses[made.outcome] : 'Đang xử lý',
    account: accountOf(made),
    fee: made.fee === 0 ? '' : String(made.fee),
    channel: { online: 'Trực tuyến', counter: 'Trực tiếp', post: 'Bưu chính' }[made.channel],
  }
}

const statuses = { returned: 'Đã trả kết quả', refused: 'Từ chối giải quyết', withdrawn: 'Công dân yêu cầu rút hồ sơ' }

function portalCells({ portal, digitized, reused }: Made): Cells {
  const counts = { 'Số thành phần đã số hóa': digitized, 'Số thành phần tái sử dụng': reused }
  return portal === 'unreadable' ? { ...counts, 'Ngày tiếp nhận': '31/02/2026' } : counts
}

function feeCells(header: string): (made: Made) => Cells {
  return ({ fee }) => ({ [header]: fee === 0 ? '' : fee })
}

function paymentsIn({ payments }: Made, index: number, { from, to }: (typeof drops)[number]): Cells[] {
  const rows = payments.flatMap(({ day, amount, succeeds, refunded }, number) => {
    const transaction = `T${index}-${number}`
    const paid = {
      day: dayAt(day),
      row: paymentRow(codeOf(index), transaction, `${amount} đ`, dayAt(day), succeeds ? 'Thành công' : 'Thất bại'),
    }
    const back = succeeds && refunded !== null ? dayAt(day + refunded) : null
    const refund =
      back === null
        ? []
        : [{ day: back, row: paymentRow(codeOf(index), transaction, `${amount} đ`, back, 'Hoàn tiền') }]
    return [paid, ...refund]
  })
  return rows.filter(({ day }) => from <= day && day <= to).map(({ row }) => row)
}

export const lastDay = second.to
