import { columnsChart, legend } from './chart.ts'
import { shown } from '../desk/desk.ts'
import { type Cell, numbers, plainTable, words as text } from '../html-table.ts'
import { shortDay, spanText } from './overview-days.ts'
import { percentOf, rateText, type Sheet } from './overview-sheet.ts'
import { html, type Markup } from '../page.ts'
import type { OpenedDossier, RoutingCount, Share } from '../period-report.ts'

/** Household businesses: what the Centre did not see, by week and by procedure, and what that does to its share. */
export function routingPart(sheet: Sheet): Markup {
  const { report, words } = sheet
  const { page } = words
  const { received, seen, weeks, procedures } = report.routing
  // without the book nothing was seen by the Centre, which would read as if all had gone past it
  if (report.stated.centre.figures.received_total === null) return html`<p class="none">${page.routing.unknown}</p>`
  if (received === 0) return html`<p class="none">${page.routing.none}${carriedText(sheet)}</p>`
  const columns = weeks.map((week) => ({
    label: shortDay(week.from),
    name: page.routing.name(spanText(week), week.seen, week.received - week.seen),
    up: [
      { tone: 'main' as const, value: week.seen },
      { tone: 'alert' as const, value: week.received - week.seen },
    ],
  }))
  const byWeek = weeks.map((week) =>
    countRow(spanText(week), spanText(week), week, (each) => isWithin(each, week.from, week.to), sheet),
  )
  const byProcedure = procedures.map((each) => {
    const name = shown(each.name === '' ? (each.code ?? words.form.noProcedure) : each.name)
    return countRow(name, name, each, ({ procedure }) => procedure === each.code, sheet)
  })
  return html`<p class="told">${gapText(sheet)}${carriedText(sheet)}</p>
<div class="pair">
<figure>${legend([
    ['main', page.column.seen],
    ['alert', page.column.past],
  ])}
${columnsChart(columns, page.routing.says(received, seen))}</figure>
${plainTable(`${page.part.routing}: ${page.column.week}`, headsFor(page.column.week, sheet), byWeek)}
</div>
${plainTable(`${page.part.routing}: ${page.column.procedure}`, headsFor(page.column.procedure, sheet), byProcedure)}
${shares(sheet)}`
}

function gapText({ report, words: { page } }: Sheet): string {
  const { received, seen, accounts } = report.routing
  const past = received - seen
  return past === 0 ? page.routing.noGap(received) : page.routing.gap(past, received, shown(accounts.join(', ')))
}

/** The walk from the portal to the book counts them as well. */
function carriedText({ report, words }: Sheet): string {
  const { carried } = report.routing.routed
  return carried === 0 ? '' : ` ${words.page.routing.carried(carried)}`
}

function headsFor(first: string, { words }: Sheet): ReturnType<typeof numbers>[] {
  const { column } = words.page
  return [text(first), numbers(column.received), numbers(column.seen), numbers(column.past)]
}

function countRow(
  head: Cell,
  title: string,
  { received, seen }: RoutingCount,
  isOf: (each: OpenedDossier) => boolean,
  { report, words, open }: Sheet,
): Cell[] {
  const isNew = ({ received }: OpenedDossier): boolean => received >= report.period.from
  const gap = open.count(received - seen, {
    title: `${words.page.column.past} – ${title}`,
    key: 'routed_past_centre',
    where: (each) => isNew(each) && isOf(each),
  })
  return [head, String(received), String(seen), gap]
}

function isWithin({ received }: OpenedDossier, from: string, to: string): boolean {
  return received >= from && received <= to
}

/** What the Centre's share is, and what it would be without this group. */
function shares({ report, words }: Sheet): Markup {
  const { page } = words
  const row = (label: string, { numerator, denominator }: Share): Cell[] => [
    label,
    String(numerator),
    String(denominator),
    rateText(percentOf(numerator, denominator)),
  ]
  const heads = [
    text(page.routing.share),
    numbers(page.column.seen),
    numbers(page.column.received),
    numbers(page.column.rate),
  ]
  return plainTable(page.routing.share, heads, [
    row(page.routing.all, report.routing.all),
    row(page.routing.others, report.routing.others),
  ])
}
