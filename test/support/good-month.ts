import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { smallTable } from '../../connectors/table.ts'
import { makeCalendar } from '../../pipeline/calendar.ts'
import { addDays } from '../../pipeline/day.ts'
import { bookRow, businessRow, certifiedRow, civilRow, paymentRow, portalRow, type Told, window } from './dossiers.ts'
import { type Cells, exportOf, preamble } from './make-export.ts'

const calendar = makeCalendar(smallTable(readFileSync(join(import.meta.dirname, '../../pipeline/catalogue/calendar.csv'), 'utf8'))) // prettier-ignore
const kinds = [
  { procedure: '1.001193', days: 1, list: 'civil' },
  { procedure: '2.000815', days: 1, list: 'certified' },
  { procedure: '1.001612', days: 3, list: 'business' },
] as const

type Good = { readonly told: Partial<Told>; readonly list: (typeof kinds)[number]['list']; readonly isPaid: boolean }

/** The exports of a month in which nothing is wrong: so many dossiers, in every list that should have them. */
export function goodMonth(count: number): [path: string, text: string][] {
  const good = Array.from({ length: count }, (_, index) => dossier(index))
  const stated = (rows: readonly Cells[]) => ({
    before: [preamble(window.from, window.to)],
    after: [`Tổng số: ${rows.length} hồ sơ`],
  })
  const of = (list: Good['list']) => good.filter((each) => each.list === list)
  const portal = good.map(({ told }) => portalRow(told))
  const civil = of('civil').map(({ told }) => civilRow(told))
  return [
    ['portal.csv', exportOf('portal', portal, stated(portal))],
    ['book.csv', exportOf('book', good.map(({ told }) => bookRow(told)), { before: [preamble(window.from, window.to)] })], // prettier-ignore
    ['civil.csv', exportOf('civil', civil, stated(civil))],
    [
      'certified.csv',
      exportOf(
        'certified',
        of('certified').map(({ told }) => certifiedRow(told)),
      ),
    ],
    [
      'business.csv',
      exportOf(
        'business',
        of('business').map(({ told }) => businessRow(told)),
      ),
    ],
    ['payments.csv', exportOf('payments', good.filter(({ isPaid }) => isPaid).map(payment))],
  ]
}

function dossier(index: number): Good {
  const { procedure, days, list } = kinds[index % kinds.length]!
  const received = workingDay(index)
  const due = calendar.addWorkingDays(received, days)
  const isPaid = index % 4 === 0
  const number = String(index + 1).padStart(4, '0')
  const told = {
    code: `H24.131-260117-${number}`,
    procedure,
    person: `Người ${index}`,
    identity: `0311956${number.padStart(5, '0')}`,
    received,
    due,
    ended: index % 2 === 0 ? due : received,
    account: 'ttpvhcc.hd01',
    fee: isPaid ? '5.000' : '',
  }
  return { told, list, isPaid }
}

/** Early in the window, so that the month ends after every due day. */
function workingDay(index: number): string {
  return calendar.addWorkingDays(addDays(window.from, -1), 1 + (index % 12))
}

function payment({ told }: Good): Cells {
  return paymentRow(told.code!, `T-${told.code}`, '5.000 đ', told.received!)
}
