import { shown } from '../desk/desk.ts'
import { numbers, plainTable, words as text } from '../html-table.ts'
import { day, fieldName, folded, type Sheet } from './overview-sheet.ts'
import { html, type Markup } from '../page.ts'
import type { Opened, OpenedDossier } from '../period-report.ts'

/** Every dossier once, with its lines: what the numbers open to, and all of it for whoever has no script. */
export function dossiersPart({ dossiers }: Opened, sheet: Sheet): Markup {
  const { page } = sheet.words
  const { column } = page
  const heads = [
    text(column.code),
    numbers(column.received),
    numbers(column.due),
    numbers(column.ended),
    text(column.outcome),
    text(column.lines),
  ]
  const names = new Map(sheet.report.procedures.map(({ code, name }) => [code, name]))
  const rows = dossiers.map((each) => cells(each, names, sheet))
  const table = plainTable(page.part.dossiers, heads, rows)
  return html`${folded(page.list.note(dossiers.length), table, 'list')}
<dialog aria-labelledby="opened" data-count="${page.list.count('{0}')}" data-period="${sheet.report.period.id}">
<form method="dialog"><h2 id="opened"></h2><button>${page.list.close}</button></form>
<p class="what"></p>
<div class="rows"></div>
<p class="why small">${page.list.whole}: <code></code></p>
</dialog>`
}

function cells(
  { code, procedure, field, received, due, ended, outcome, channel, inBook, lines }: OpenedDossier,
  names: ReadonlyMap<string | null, string>,
  { words }: Sheet,
): (string | Markup)[] {
  const name = names.get(procedure) ?? ''
  const what = [procedure, name].filter((part) => part !== null && part !== '').join(' ')
  const where = inBook ? words.channel[channel] : `${words.channel[channel]}; ${words.page.list.notInBook}`
  return [
    html`<strong class="code">${shown(code)}</strong><span class="small">${fieldName(field, words)}${what === '' ? '' : ` · ${shown(what)}`}</span>`,
    day(received),
    day(due),
    day(ended),
    html`${words.outcome[outcome]}<span class="small">${where}</span>`,
    html`<ul>${lines.map(({ system, file, line }) => html`<li>${words.system[system]}: <span class="code">${shown(`${file}:${line}`)}</span></li>`)}</ul>`,
  ]
}
