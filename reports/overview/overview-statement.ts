import { walkChart, axisFrom, type Stop } from './chart-walk.ts'
import { numbers, plainTable, words as text } from '../html-table.ts'
import { statementSigns, sumText } from '../figures-text.ts'
import { hasNoWalk } from '../notices.ts'
import type { Opening } from './opening.ts'
import type { Sheet } from './overview-sheet.ts'
import { html, type Markup } from '../page.ts'
import type { StatedPeriod } from '../period-report.ts'
import type { Words } from '../words.ts'

export function statementPart({ stated, words, open }: Sheet): Markup {
  return statement(stated, words, open)
}

/**
 * The walk from the portal's list to the Centre's book, as a waterfall and as a table. There is none where one of the
 * two was never handed over; what is left unexplained always shows.
 */
export function statement(stated: StatedPeriod, words: Words, open: Opening): Markup {
  const { page, statementLine, terminal } = words
  const { reconciliation: lines } = stated
  if (hasNoWalk(stated)) return html`<p class="none">${page.noWalk}</p>`
  const stops = stopsOf(lines, words)
  const rows = lines.map(({ line, count }) => [
    html`<span class="sign">${statementSigns[line] ?? (line === 'centre_book' ? '=' : '')}</span> ${statementLine[line]}`,
    open.count(count, { title: statementLine[line], key: line }),
  ])
  const from = axisFrom(stops)
  return html`<div class="pair">
<figure>${walkChart(stops, `${terminal.statement}: ${sumText(lines)}`)}${from === 0 ? '' : html`<figcaption>${page.axisFrom(from)}</figcaption>`}</figure>
<div>${plainTable(terminal.statement, [text(page.column.line), numbers(page.column.count)], rows)}
<p class="sum">${sumText(lines)}</p></div>
</div>`
}

/** What is zero is no step; both ends are always there. */
function stopsOf(lines: StatedPeriod['reconciliation'], { statementLine }: Words): Stop[] {
  const inOrder = [
    ...lines.filter(({ line }) => line !== 'centre_book'),
    ...lines.filter(({ line }) => line === 'centre_book'),
  ]
  return inOrder.flatMap(({ line, count }): Stop[] => {
    const isTotal = line === 'portal' || line === 'centre_book'
    if (!isTotal && count === 0) return []
    const value = statementSigns[line] === '−' ? -count : count
    const shown = isTotal ? String(count) : `${value < 0 ? '−' : '+'}${Math.abs(count)}`
    return [{ label: statementLine[line], value, shown, isTotal }]
  })
}
