import { figuresMovedBy } from '../by-settings.ts'
import { hatchings } from './chart.ts'
import { shown } from '../desk/desk.ts'
import { dayText } from '../format.ts'
import { alarmsOf, noticesOf } from '../notices.ts'
import { daysPart, isByWeek } from './overview-days.ts'
import { dossiersPart } from './overview-dossiers.ts'
import { fieldsPart, proceduresPart } from './overview-fields.ts'
import { definitionsPart, figuresPart, glancePart, monthsPart } from './overview-figures.ts'
import { pendingPart } from './overview-pending.ts'
import { routingPart } from './overview-routing.ts'
import { part, type PartId, periodTitle, type Sheet, sheetOf } from './overview-sheet.ts'
import { statementPart } from './overview-statement.ts'
import { identitiesPart, kindsPart, nationalPart, systemsPart } from './overview-verdicts.ts'
import { html, type Markup, pageText } from '../page.ts'
import type { PeriodReport } from '../period-report.ts'
import type { Words } from '../words.ts'

/**
 * A period on one page: everything is there without a script; with one, each number opens to its dossiers. The page
 * needs no other file, and equal values give equal bytes. Days are shown as `13/02/2026`, null as `–`.
 */
export function overviewHtml(report: PeriodReport, words: Words): Promise<string> {
  const sheet = sheetOf(report, words)
  const { page } = words
  const title = page.title(periodTitle(report.period.id, words))
  const parts = partsOf(sheet)
  const heading = (id: PartId): string => page.part[id === 'days' && isByWeek(report) ? 'weeks' : id]
  return pageText({
    language: 'vi',
    title: `${title} – ${shown(report.unit.centre)}`,
    styles: ['base.css', 'overview.css'],
    script: 'overview.js',
    body: html`${hatchings()}<header>
<p class="unit">${shown(report.unit.centre)}</p>
<h1>${title}</h1>
<p>${page.span(dayText(report.period.from), dayText(report.period.to))}, ${page.asOf(dayText(report.asOf))}. ${words.basis[report.basis]}.</p>
${notices(sheet)}
</header>
<nav aria-label="${page.contents}"><ul>${parts.map(([id]) => html`<li><a href="#${id}">${heading(id)}</a></li>`)}</ul></nav>
<main>
${parts.map(([id, body]) => part(id, heading(id), body))}</main>`,
  })
}

/** The parts in their order; one that has nothing to say is left out. */
function partsOf(sheet: Sheet): (readonly [PartId, Markup])[] {
  const { report, stated } = sheet
  const isKnown = stated.figures.received_total !== null // else nothing that is counted is known, and 0 would be a lie
  const isListed = report.opened !== null && report.opened.dossiers.length > 0
  const all: (readonly [PartId, Markup | null])[] = [
    ['glance', glancePart(sheet)],
    ['statement', statementPart(sheet)],
    ['figures', figuresPart(sheet)],
    ['months', report.months.length === 0 ? null : monthsPart(sheet)],
    ['days', isKnown ? daysPart(sheet) : null],
    ['pending', isKnown ? pendingPart(sheet) : null],
    ['fields', isKnown ? fieldsPart(sheet) : null],
    ['routing', report.stated.all.figures.received_total === null ? null : routingPart(sheet)],
    ['systems', systemsPart(sheet)],
    ['national', isKnown ? nationalPart(sheet) : null],
    ['kinds', kindsPart(sheet)],
    ['identities', identitiesPart(sheet)],
    ['procedures', !isKnown || report.procedures.length === 0 ? null : proceduresPart(sheet)],
    ['definitions', definitionsPart(sheet)],
    ['dossiers', isListed ? dossiersPart(report.opened, sheet) : null],
  ]
  return all.flatMap(([id, body]) => (body === null ? [] : [[id, body] as const]))
}

/** What the reader must know before any number. */
function notices({ report, stated, words }: Sheet): Markup {
  const { page, terminal } = words
  const alarms = alarmsOf(report.stated, report.basis, words)
  const notes = [
    ...(stated.closed === undefined ? [] : [page.closed(dayText(stated.closed.asOf), stated.closed.closing)]),
    ...(report.asOf < report.period.to ? [page.running(dayText(report.period.to), dayText(report.asOf))] : []),
    ...figuresMovedBy(report.bySettings, report.basis, words),
    ...stated.warnings.map(({ id, period, days }) => terminal.untiled[id](period, Math.abs(days))),
    ...(report.opened === null ? [page.tooMany(report.period.id)] : []),
  ]
  return noticesOf(alarms, notes)
}
