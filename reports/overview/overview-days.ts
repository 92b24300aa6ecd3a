import { type Column, columnsChart, legend } from './chart.ts'
import { numbers, plainTable, words as text } from '../html-table.ts'
import { day, folded, type Sheet } from './overview-sheet.ts'
import { html, type Markup } from '../page.ts'
import type { DayPart, PeriodReport, Span } from '../period-report.ts'

/** What came in and what ended: a column a day, or a week where days would be too many to be seen. */
type Stretch = Span & { readonly received: number; readonly resolved: number; readonly working: boolean }

/** A month and a half: beyond, days are narrower than their lines. */
const MOST_DAYS = 45

export function isByWeek({ days }: Pick<PeriodReport, 'days'>): boolean {
  return days.length > MOST_DAYS
}

export function daysPart(sheet: Sheet): Markup {
  const { report, words } = sheet
  const { page } = words
  const byWeek = isByWeek(report)
  const stretches = byWeek ? report.routing.weeks.map((week) => weekOf(week, report.days)) : report.days.map(dayOf)
  const heads = [
    text(byWeek ? page.column.week : page.column.day),
    numbers(page.column.received),
    numbers(page.column.ended),
  ]
  const rows = stretches.filter(({ received, resolved }) => received + resolved > 0).map((each) => row(each, sheet))
  const table = plainTable(byWeek ? page.part.weeks : page.part.days, heads, rows)
  return html`<figure class="wide">
${legend([
  ['main', page.days.up],
  ['light', page.days.down],
])}
${columnsChart(
  stretches.map((each) => column(each, sheet)),
  says(stretches, sheet),
  70,
)}
${byWeek ? '' : html`<figcaption>${page.days.shaded}</figcaption>`}
</figure>
${folded(page.asTable, table)}`
}

function dayOf({ day, received, resolved, working }: DayPart): Stretch {
  return { from: day, to: day, received, resolved, working }
}

function weekOf({ from, to }: Span, days: readonly DayPart[]): Stretch {
  const these = days.filter(({ day }) => day >= from && day <= to)
  const sum = (key: 'received' | 'resolved') => these.reduce((total, each) => total + each[key], 0)
  return { from, to, received: sum('received'), resolved: sum('resolved'), working: true }
}

function column(each: Stretch, { words }: Sheet): Column {
  return {
    label: shortDay(each.from),
    name: words.page.days.name(spanText(each), each.received, each.resolved),
    up: [{ tone: 'main', value: each.received }],
    down: [{ tone: 'light', value: each.resolved }],
    shaded: !each.working,
  }
}

function row(each: Stretch, { words, open }: Sheet): (string | Markup)[] {
  const { figure, page } = words
  const when = spanText(each)
  const within = (moment: string | null): boolean => moment !== null && moment >= each.from && moment <= each.to
  return [
    when,
    open.count(each.received, {
      title: `${figure.received_new.label} – ${when}`,
      key: 'received_new',
      where: ({ received }) => within(received),
    }),
    open.count(each.resolved, {
      title: `${page.column.ended} – ${when}`,
      key: 'resolved_total',
      where: ({ ended }) => within(ended),
    }),
  ]
}

function says(stretches: readonly Stretch[], { words }: Sheet): string {
  const { days } = words.page
  const sum = (key: 'received' | 'resolved') => stretches.reduce((total, each) => total + each[key], 0)
  const [most] = stretches.toSorted((a, b) => b.received - a.received)
  return days.says(sum('received'), sum('resolved'), most === undefined ? '–' : spanText(most), most?.received ?? 0)
}

/** A day, or the first and the last of several: `09/02 – 13/02/2026`. */
export function spanText({ from, to }: Span): string {
  if (from === to) return day(from)
  return `${from.slice(0, 4) === to.slice(0, 4) ? shortDay(from) : day(from)} – ${day(to)}`
}

/** `13/02`: the year stands in the title. */
export function shortDay(value: string): string {
  return day(value).slice(0, 5)
}
