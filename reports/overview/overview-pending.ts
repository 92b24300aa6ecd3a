import { columnsChart } from './chart.ts'
import { type Bucket, bucketsOf } from '../desk/days-left.ts'
import { numbers, plainTable, words as text } from '../html-table.ts'
import type { Sheet } from './overview-sheet.ts'
import { html, type Markup } from '../page.ts'
import type { Words } from '../words.ts'

/** What is pending, by the working days that are left at the end of the period, or of the night. */
export function pendingPart({ report, words, open }: Sheet): Markup {
  const { page, figure } = words
  const buckets = bucketsOf(report.pending, report.opened)
  const all = buckets.reduce((sum, { count }) => sum + count, 0)
  if (all === 0) return html`<p class="none">${page.left.none}</p>`
  const columns = buckets.map((each) => ({
    label: shortName(each, words),
    name: `${nameOf(each, words)}: ${each.count}`,
    up: [{ tone: each.to === 0 ? ('alert' as const) : ('main' as const), value: each.count }],
  }))
  const rows = buckets.map((each) => [
    nameOf(each, words),
    open.places(each.count, `${figure.pending_total.label} – ${nameOf(each, words)}`, each.places),
  ])
  const heads = [text(page.column.left), numbers(page.column.count)]
  return html`<div class="pair">
<figure>${columnsChart(columns, page.left.says(all, buckets[0]!.count))}<figcaption>${page.column.left}</figcaption></figure>
${plainTable(page.part.pending, heads, rows)}
</div>`
}

function nameOf({ from, to, hasDue }: Bucket, { page }: Words): string {
  if (!hasDue) return page.left.noDue
  if (from === null) return page.left.over
  if (to === null) return page.left.beyond(from - 1)
  return from === to ? page.left.one(from) : page.left.from(from, to)
}

function shortName({ from, to, hasDue }: Bucket, { page }: Words): string {
  if (!hasDue) return page.left.short.noDue
  if (from === null) return page.left.short.over
  if (to === null) return page.left.short.beyond(from - 1)
  return from === to ? String(from) : `${from}–${to}`
}
