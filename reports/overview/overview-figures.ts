import { dong } from '../format.ts'
import { numbers, plainTable, words as text } from '../html-table.ts'
import { figureText } from '../figures-text.ts'
import { spanText } from './overview-days.ts'
import { day, figureCell, folded, periodTitle, rateText, type Sheet } from './overview-sheet.ts'
import { html, type Markup } from '../page.ts'
import type { Basis, EarlierPeriod, FigureKey, RateKey } from '../period-report.ts'

/** The three sums with what they are made of, and the rates: what a glance takes in. */
export function glancePart(sheet: Sheet): Markup {
  return html`${figureTiles(sheet)}${(sheet.report.opened?.dossiers ?? []).length === 0 ? '' : html`<p class="hint" hidden>${sheet.words.page.howToOpen}</p>`}`
}

type Stated = Pick<Sheet, 'stated' | 'words' | 'open'>

export function figureTiles(sheet: Stated): Markup {
  const { glance } = sheet.words.page
  const of = (key: FigureKey, label: string) => [key, label] as const
  return html`<div class="tiles">
${tile(sheet, glance.received, 'received_total', [of('carried_in', glance.carried), of('received_new', glance.fresh)])}
${tile(sheet, glance.resolved, 'resolved_total', [
  of('resolved_early', glance.early),
  of('resolved_on_time', glance.onTime),
  of('resolved_overdue', glance.overdue),
  of('refused', glance.refused),
  of('withdrawn', glance.withdrawn),
])}
${tile(sheet, glance.pending, 'pending_total', [of('pending_in_time', glance.inTime), of('pending_overdue', glance.overdue)])}
</div>
<div class="tiles rates">
${rateTile(sheet, glance.digitized, 'digitized_rate')}
${rateTile(sheet, glance.reused, 'reuse_rate')}
${rateTile(sheet, glance.paid, 'online_payment_rate')}
</div>
`
}

function tile(sheet: Stated, label: string, key: FigureKey, parts: readonly (readonly [FigureKey, string])[]): Markup {
  const { figures } = sheet.stated
  const told = parts.filter(([part]) => figures[part] !== 0)
  return html`<div class="tile"><h3>${label}</h3><p class="big">${figureCell(sheet, key)}</p><p>${told.map(
    ([part, name], at) => html`${at === 0 ? '' : ' · '}<span class="whole">${figureCell(sheet, part)} ${name}</span>`,
  )}</p></div>`
}

function rateTile({ stated, words, open }: Stated, label: string, key: RateKey): Markup {
  const { numerator, denominator } = stated.rates[key]
  const value = stated.figures[key]
  const isEmpty = denominator === 0 && stated.figures.received_total !== null
  const nothing = isEmpty ? words.page.noDossiers : words.page.unknown
  const top = open.count(numerator, { title: words.figure[key].label, key })
  const amount = key === 'online_payment_rate' ? stated.figures.online_payment_total : null
  const sum = amount === null ? '' : html` · <span class="whole">${dong(amount)}</span>`
  return html`<div class="tile"><h3>${label}</h3><p class="big">${rateText(value)}</p><p>${value === null ? nothing : html`${top} ${words.page.glance.of(denominator)}${sum}`}</p></div>`
}

/** Every figure with what it was last period and last year, and for all dossiers of the ward. */
export function figuresPart(sheet: Sheet): Markup {
  const { report, stated, words } = sheet
  const { column } = words.page
  const { before, yearAgo, basis } = report
  const other = basis === 'centre' ? 'all' : 'centre'
  const heads = [
    text(column.figure),
    numbers(column.now),
    numbers(earlierHead(column.before, before, sheet)),
    numbers(earlierHead(column.yearAgo, yearAgo, sheet)),
    numbers(other === 'all' ? column.all : column.centre),
  ]
  const rows = keysOf(stated.figures).map((key) => [
    words.figure[key].label,
    valueCell(sheet, key),
    figureText(key, before?.figures[key] ?? null),
    figureText(key, yearAgo?.figures[key] ?? null),
    valueCell(sheet, key, other),
  ])
  return plainTable(words.page.part.figures, heads, rows)
}

function earlierHead(label: string, earlier: EarlierPeriod | null, { words }: Sheet): Markup {
  if (earlier === null) return html`${label}`
  const { id, from, to } = earlier.period
  return html`${label}<span class="small">${periodTitle(id, words)}</span><span class="small whole">${spanText({ from, to })}</span>`
}

/** A rate opens to its numerator, an amount to the dossiers that were paid for. */
function valueCell({ report, words, open }: Sheet, key: FigureKey, basis: Basis = report.basis): Markup {
  const stated = report.stated[basis]
  const value = stated.figures[key]
  const rates: Readonly<Partial<Record<FigureKey, { readonly numerator: number }>>> = {
    ...stated.rates,
    online_payment_total: stated.rates.online_payment_rate,
  }
  const dossiers = value === null ? null : (rates[key]?.numerator ?? value)
  const { label } = words.figure[key]
  if (basis === report.basis) return open.as(figureText(key, value), dossiers, { title: label, key })
  return open.as(figureText(key, value), dossiers, {
    title: `${label} – ${words.basis[basis]}`,
    key: `${basis}/${key}`,
  })
}

/** The months that a longer period is made of, each as it is stated. */
export function monthsPart({ report, words }: Sheet): Markup {
  const { column } = words.page
  const shown = [
    ['carried_in', column.carried],
    ['received_new', column.fresh],
    ['resolved_total', column.resolvedTotal],
    ['resolved_overdue', column.overdue],
    ['pending_total', column.pending],
    ['pending_overdue', column.pendingOverdue],
  ] as const
  const heads = [text(column.month), ...shown.map(([, label]) => numbers(label)), text(column.published)]
  const rows = report.months.map(({ period, figures, closed }) => [
    html`${periodTitle(period.id, words)}<span class="small">${spanText(period)}</span>`,
    ...shown.map(([key]) => figureText(key, figures[key])),
    closed === null ? '–' : `${day(closed.asOf)}${closed.closing > 1 ? ` (${closed.closing})` : ''}`,
  ])
  return plainTable(words.page.part.months, heads, rows)
}

/** How each figure is counted; a number that is opened shows its own. */
export function definitionsPart({ stated, words, report }: Sheet): Markup {
  const entries = keysOf(stated.figures).map(
    (key) => html`<dt>${words.figure[key].label}</dt><dd id="def-${key}">${words.figure[key].definition}</dd>\n`,
  )
  const days = `A = ${day(report.period.from)}, B = ${day(report.period.to)}`
  return folded(days, html`<dl>${entries}</dl>`)
}

/** In the order of the words, which is that of the report, whatever the order of the value. */
function keysOf(figures: Readonly<Record<FigureKey, number | null>>): FigureKey[] {
  return Object.keys(figures) as FigureKey[]
}
