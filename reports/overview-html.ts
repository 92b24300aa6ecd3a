import { hatchings } from './chart.ts'
import { dayText } from './format.ts'
import { daysPart } from './overview-days.ts'
import { dossiersPart } from './overview-dossiers.ts'
import { fieldsPart, proceduresPart } from './overview-fields.ts'
import { definitionsPart, figuresPart, glancePart, monthsPart } from './overview-figures.ts'
import { pendingPart } from './overview-pending.ts'
import { routingPart } from './overview-routing.ts'
import { part, type PartId, periodName, type Sheet, sheetOf } from './overview-sheet.ts'
import { statementPart } from './overview-statement.ts'
import { identitiesPart, kindsPart, nationalPart, systemsPart } from './overview-verdicts.ts'
import { html, type Markup, pageText } from './page.ts'
import type { PeriodReport } from './period-report.ts'
import type { Words } from './words.ts'

/**
 * A period on one page: everything is there without a script; with one, each number opens to its dossiers. The page
 * needs no other file, and equal values give equal bytes. Days are shown as `13/02/2026`, null as `–`.
 */
export function overviewHtml(report: PeriodReport, words: Words): Promise<string> {
  const sheet = sheetOf(report, words)
  const { page } = words
  const title = page.title(periodName(report.period.id, words))
  const parts = partsOf(sheet)
  return pageText({
    language: 'vi',
    title: `${title} – ${report.unit.centre}`,
    styles: ['base.css', 'overview.css'],
    script: 'overview.js',
    body: html`${hatchings()}<header>
<p class="unit">${report.unit.centre}</p>
<h1>${title}</h1>
<p>${page.span(dayText(report.period.from), dayText(report.period.to))}, ${page.asOf(dayText(report.asOf))}. ${words.basis[report.basis]}.</p>
${notices(sheet)}
</header>
<nav aria-label="${page.contents}"><ul>${parts.map(([id]) => html`<li><a href="#${id}">${page.part[id]}</a></li>`)}</ul></nav>
<main>
${parts.map(([id, body]) => part(id, words, body))}</main>`,
  })
}

/** The parts in their order; one that has nothing to say is left out. */
function partsOf(sheet: Sheet): (readonly [PartId, Markup])[] {
  const { report } = sheet
  const all: (readonly [PartId, Markup | null])[] = [
    ['glance', glancePart(sheet)],
    ['statement', statementPart(sheet)],
    ['figures', figuresPart(sheet)],
    ['months', report.months.length === 0 ? null : monthsPart(sheet)],
    ['days', daysPart(sheet)],
    ['pending', pendingPart(sheet)],
    ['fields', fieldsPart(sheet)],
    ['routing', routingPart(sheet)],
    ['systems', systemsPart(sheet)],
    ['national', nationalPart(sheet)],
    ['kinds', kindsPart(sheet)],
    ['identities', identitiesPart(sheet)],
    ['procedures', report.procedures.length === 0 ? null : proceduresPart(sheet)],
    ['definitions', definitionsPart(sheet)],
    ['dossiers', report.opened === null ? null : dossiersPart(report.opened, sheet)],
  ]
  return all.flatMap(([id, body]) => (body === null ? [] : [[id, body] as const]))
}

/** What the reader must know before any number. */
function notices({ report, stated, words }: Sheet): Markup {
  const { page, terminal } = words
  const unexplained = stated.reconciliation.find(({ line }) => line === 'unexplained')?.count ?? 0
  const nothing = stated.figures.received_total === null && report.stated.all.figures.received_total === null
  const alarms = [
    ...(nothing ? [page.nothing] : []),
    ...(stated.incomplete.length === 0 ? [] : [page.silent(stated.incomplete.map((system) => words.system[system]))]),
    ...broken(report, words),
    ...(unexplained === 0 || nothing ? [] : [page.unexplained(unexplained)]),
  ]
  const notes = [
    ...(stated.closed === undefined ? [] : [page.closed(dayText(stated.closed.asOf), stated.closed.closing)]),
    ...stated.warnings.map(({ id, period, days }) => terminal.untiled[id](period, Math.abs(days))),
    ...(report.opened === null ? [page.tooMany(report.period.id)] : []),
  ]
  return html`${alarms.map((text) => html`<p class="notice alarm">${text}</p>\n`)}${notes.map((text) => html`<p class="notice">${text}</p>\n`)}`
}

function broken({ stated }: PeriodReport, { page, identity, basis }: Words): string[] {
  const names: Readonly<Record<string, string>> = identity
  return (['centre', 'all'] as const).flatMap((each) => {
    const wrong = stated[each].identities.filter(({ holds }) => holds === false)
    return wrong.map(({ id }) => page.brokenIdentity(names[id] ?? id, basis[each]))
  })
}
