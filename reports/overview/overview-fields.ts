import { barsChart, legend } from './chart.ts'
import { shown } from '../desk/desk.ts'
import { type Cell, numbers, plainTable, words as text } from '../html-table.ts'
import { fieldName, figureCell, folded, partCell, percentOf, rateText, type Sheet } from './overview-sheet.ts'
import { html, type Markup } from '../page.ts'
import type { FigureKey, FigureValues, OpenedDossier, Part } from '../period-report.ts'
import { onTime } from '../rates.ts'

/** By lĩnh vực: what came in and where it stands, and what ended on time. */
export function fieldsPart(sheet: Sheet): Markup {
  const { report, words } = sheet
  const { fields } = words.page
  const inOrder = report.fields.toSorted((a, b) => value(b.figures.received_total) - value(a.figures.received_total))
  if (inOrder.length === 0) return html`<p class="none">–</p>`
  return html`<div class="charts">
<figure><h3>${fields.totalTitle}</h3>
${legend([
  ['main', fields.resolved],
  ['light', fields.pending],
  ['alert', fields.overdue],
])}
${totalsChart(inOrder, sheet)}</figure>
<figure><h3>${fields.onTimeTitle}</h3>
${legend([
  ['main', fields.onTime],
  ['alert', fields.late],
])}
${onTimeChart(inOrder, sheet)}</figure>
</div>
${fieldTable(sheet)}
<p class="none">${words.page.shareOnTime}</p>`
}

function totalsChart(inOrder: readonly Part[], { words }: Sheet): Markup {
  const { fields } = words.page
  const bars = inOrder.map(({ name, figures }) => ({
    label: fieldName(name, words),
    value: String(value(figures.received_total)),
    segments: [
      { tone: 'main', value: value(figures.resolved_total) },
      { tone: 'light', value: value(figures.pending_in_time) },
      { tone: 'alert', value: value(figures.pending_overdue) },
    ] as const,
  }))
  const [most] = bars
  return barsChart(bars, fields.says(bars.length, most!.label, Number(most!.value)))
}

function onTimeChart(inOrder: readonly Part[], { words }: Sheet): Markup {
  const bars = inOrder.map(({ name, figures }) => {
    const { numerator: met, denominator: of } = onTime(figures) ?? noShare
    const percent = percentOf(met, of)
    return {
      label: fieldName(name, words),
      value: of === met ? rateText(percent) : `${rateText(percent)} (${of - met})`,
      segments: [
        { tone: 'main', value: percent ?? 0 },
        { tone: 'alert', value: percent === null ? 0 : 100 - percent },
      ] as const,
    }
  })
  const late = inOrder.reduce((sum, { figures }) => sum + value(figures.resolved_overdue), 0)
  return barsChart(bars, words.page.fields.saysOnTime(late, bars.length))
}

const noShare = { numerator: 0, denominator: 0 }

const shownOf = [
  ['received_total', 'receivedTotal'],
  ['resolved_total', 'resolvedTotal'],
  ['resolved_early', 'early'],
  ['resolved_on_time', 'onTime'],
  ['resolved_overdue', 'overdue'],
  ['pending_total', 'pending'],
  ['pending_overdue', 'pendingOverdue'],
] as const

function fieldTable(sheet: Sheet): Markup {
  const { report, stated, words } = sheet
  const { column, part, total } = words.page
  const rows = report.fields.map((each) => {
    const name = fieldName(each.name, words)
    return figureRow(name, each.figures, name, ({ field }) => field === each.name, sheet)
  })
  const foot = [total, ...shownOf.map(([key]) => figureCell(sheet, key)), shareText(stated.figures)]
  return plainTable(part.fields, headsFor(column.field, sheet), rows, foot)
}

/** By procedure, long: in the order of fields and codes. */
export function proceduresPart(sheet: Sheet): Markup {
  const { report, words } = sheet
  const { page, form } = words
  const rows = report.procedures.map(({ code, name, field, figures }) => {
    const label = shown(name === '' ? (code ?? form.noProcedure) : name)
    const head = html`${label}<span class="small">${code === null || name === '' ? '' : html`<span class="code">${shown(code)}</span> · `}${fieldName(field, words)}</span>`
    const isOf = (each: OpenedDossier): boolean => each.procedure === code && each.field === field
    return figureRow(head, figures, label, isOf, sheet)
  })
  return folded(
    `${page.part.procedures}: ${report.procedures.length}`,
    plainTable(page.part.procedures, headsFor(page.column.procedure, sheet), rows),
  )
}

function headsFor(first: string, { words }: Sheet): ReturnType<typeof numbers>[] {
  const { column } = words.page
  return [text(first), ...shownOf.map(([, label]) => numbers(column[label])), numbers(column.shareOnTime)]
}

function figureRow(
  head: Cell,
  figures: FigureValues,
  title: string,
  isOf: (dossier: OpenedDossier) => boolean,
  sheet: Sheet,
): Cell[] {
  const cell = (key: FigureKey): Markup => partCell(sheet, key, figures[key], title, isOf)
  return [head, ...shownOf.map(([key]) => cell(key)), shareText(figures)]
}

function shareText(figures: FigureValues): string {
  const { numerator, denominator } = onTime(figures) ?? noShare
  return rateText(percentOf(numerator, denominator))
}

/** For drawing alone: what is not known has no length. */
function value(figure: number | null): number {
  return figure === null ? 0 : figure
}
