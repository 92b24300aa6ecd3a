import {
  actionTexts,
  countsText,
  type DeskDossier,
  type DeskFile,
  type DeskList,
  type Mark,
  procedureText,
  reasonText,
  shown,
  sourceTexts,
} from './desk.ts'
import { dayText, hoursText, instantText } from '../format.ts'
import { html, type Markup, pageText } from '../page.ts'
import type { Words } from '../words.ts'

/** The desk's list as one page: all of it is there without a script; with one it can be sorted and filtered. */
export function deskHtml(list: DeskList, words: Words): Promise<string> {
  const { desk } = words
  const title = `${desk.title} – ${list.unit}`
  const since = desk.resolvedSince(list.before === null ? null : dayText(list.before))
  return pageText({
    language: 'vi',
    title: `${title}, ${dayText(list.asOf)}`,
    styles: ['base.css', 'desk.css'],
    script: 'desk.js',
    body: html`<header>
<h1>${title}</h1>
<p>${desk.asOf(dayText(list.asOf))} ${countsText(list, words)}</p>
</header>
<main>
${filters(list, words)}
${part('dossiers', desk.part.dossiers, dossierTable(list.dossiers, words, desk.noDossiers))}
${part('files', desk.part.files, fileTable(list.files, words))}
${part('resolved', since, dossierTable(list.resolved, words, desk.noResolved))}
</main>`,
  })
}

type Part = keyof Words['desk']['part']

function part(id: Part, title: string, body: Markup): Markup {
  return html`<section aria-labelledby="${id}" class="${id}">
<h2 id="${id}">${title}</h2>
${body}
</section>`
}

/** Hidden until the script shows it: without one it would do nothing. */
function filters({ dossiers }: DeskList, words: Words): Markup {
  const { desk } = words
  if (dossiers.length === 0) return html``
  const groups = [...new Set(dossiers.map(({ group }) => group))]
  const systems = [...new Set(dossiers.flatMap((row) => row.systems))]
  const everything = html`<option value="">${desk.everything}</option>`
  return html`<form class="filters" role="search" aria-label="${desk.filters}" hidden>
<label>${desk.search} <input type="search" name="text" autocomplete="off"></label>
<label>${desk.column.group} <select name="group">${everything}${groups.map((each) => option(each, desk.group[each]))}</select></label>
<label>${desk.column.system} <select name="system">${everything}${systems.map((each) => option(each, words.system[each]))}</select></label>
<label class="tick"><input type="checkbox" name="marked"> ${desk.onlyMarked}</label>
<output data-shown="${desk.shown('{0}', '{1}')}"></output>
</form>`
}

function option(value: string, label: string): Markup {
  return html`<option value="${value}">${label}</option>`
}

/** The columns of dossiers; the script sorts by each of them. */
const columns = ['code', 'procedure', 'submitted', 'due', 'hoursLeft', 'status', 'reasons', 'since'] as const

/** What is to be done is shown by group; what is over is one block. */
function dossierTable(rows: readonly DeskDossier[], words: Words, none: string): Markup {
  if (rows.length === 0) return html`<p class="none">${none}</p>`
  const { column } = words.desk
  const heads = columns.map(
    (name) => html`<th role="columnheader" scope="col" data-label="${column[name]}">${column[name]}</th>`,
  )
  const groups = [...Map.groupBy(rows, ({ group }) => group)]
  return html`<table role="table" class="wide">
<thead role="rowgroup"><tr role="row">${heads}${byHand(column.note)}</tr></thead>
${groups.map(([group, these]) => block(group, these, words))}
</table>`
}

/** A column of the printed page alone: on a screen nobody writes into it. */
function byHand(label: string): Markup {
  return html`<th role="columnheader" scope="col" class="byhand">${label}</th>`
}

function block(group: DeskDossier['group'], rows: readonly DeskDossier[], words: Words): Markup {
  return html`<tbody role="rowgroup" data-group="${group}">
<tr role="row" class="group ${group}"><th role="rowheader" scope="rowgroup" colspan="${columns.length}">${words.desk.group[group]} <span class="count">${rows.length}</span></th><td role="cell" class="byhand"></td></tr>
${rows.map((row) => dossierRow(row, words))}</tbody>
`
}

function dossierRow(row: DeskDossier, words: Words): Markup {
  const { column } = words.desk
  const [code, submitted] = [row.code ?? row.ownNumbers[0] ?? '', row.submitted ?? row.received ?? '']
  const procedure = procedureText(row.procedure)
  return html`<tr role="row" class="row" data-systems="${row.systems.join(' ')}" ${row.mark === null ? '' : 'data-marked'}>
${cell(column.code, code, codes(row, words))}
${cell(column.procedure, procedure, html`<span>${procedure}</span>${row.person === null ? '' : small(shown(row.person))}`)}
${cell(column.submitted, submitted, html`${instant(row.submitted)}${row.received === null ? '' : small(column.received, instant(row.received))}`)}
${cell(column.due, row.due ?? '', instant(row.due))}
${cell(column.hoursLeft, row.hoursLeft === null ? '' : String(row.hoursLeft), left(row.hoursLeft, words))}
${cell(column.status, row.status ?? '', status(row, words))}
${cell(column.reasons, reasonText(row.reasons[0]!, words), reasons(row, words))}
${cell(column.since, row.since, html`<span>${dayText(row.since)}</span>${evidence(row.sources, words)}`)}
<td role="cell" class="byhand"></td>
</tr>
`
}

/** On a narrow screen the label stands beside the cell, as there is no head above it. */
function cell(label: string, key: string, content: Markup): Markup {
  return html`<td role="cell" data-label="${label}" data-key="${shown(key)}">${content}</td>`
}

function codes({ mark, code, ownNumbers }: DeskDossier, words: Words): Markup {
  const own = ownNumbers.map((number) => html`<span class="small code">${shown(number)}</span>`)
  return html`${marked(mark, words)}<strong class="code">${code ?? '–'}</strong>${own}`
}

function status({ status: is, systems, account }: DeskDossier, words: Words): Markup {
  const { column } = words.desk
  return html`<span>${is === null ? '–' : words.status[is]}</span>${small(systems.map((system) => words.system[system]).join('; '))}${account === null ? '' : small(column.account, html`<span class="code">${shown(account)}</span>`)}`
}

function marked(mark: Mark | null, { desk }: Words): Markup {
  return mark === null ? html`` : html`<span class="mark ${mark}">${desk.mark[mark]}</span> `
}

function small(text: string, value?: Markup): Markup {
  return html`<span class="small">${text}${value === undefined ? '' : html`: ${value}`}</span>`
}

function instant(moment: string | null): Markup {
  return moment === null ? html`<span>–</span>` : html`<time datetime="${moment}">${instantText(moment)}</time>`
}

function left(hours: number | null, { desk }: Words): Markup {
  if (hours === null) return html`<span>–</span>`
  return hours < 0
    ? html`<strong class="late">${desk.late(hoursText(-hours))}</strong>`
    : html`<span class="left">${desk.hours(hoursText(hours))}</span>`
}

/** Each reason, and below it what to do about it. */
function reasons({ reasons: all }: DeskDossier, words: Words): Markup {
  const why = all.map((reason) => html`<li>${reasonText(reason, words)}</li>`)
  const what = actionTexts(all, words).map((action) => html`<li class="action">${action}</li>`)
  return html`<ul>${why}${what}</ul>`
}

function evidence(sources: DeskDossier['sources'], { desk }: Words): Markup {
  if (sources.length === 0) return html``
  const lines = sourceTexts(sources).map((text) => html`<li>${text}</li>`)
  return html`<details><summary>${desk.lines(sources.length)}</summary><ul aria-label="${desk.column.sources}">${lines}</ul></details>`
}

function fileTable(files: readonly DeskFile[], words: Words): Markup {
  const { column, noFiles } = words.desk
  if (files.length === 0) return html`<p class="none">${noFiles}</p>`
  const heads = [column.system, column.matter, column.actions, column.since]
  return html`<table role="table">
<thead role="rowgroup"><tr role="row">${heads.map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}${byHand(column.note)}</tr></thead>
<tbody role="rowgroup">
${files.map((file) => fileRow(file, words))}</tbody>
</table>`
}

function fileRow({ mark, reason, sources }: DeskFile, words: Words): Markup {
  const { column } = words.desk
  const system = reason.system === null ? '–' : words.system[reason.system]
  return html`<tr role="row" class="row">
${cell(column.system, system, html`${marked(mark, words)}<span>${system}</span>`)}
${cell(column.matter, reason.kind, html`<span>${reasonText(reason, words)}</span>`)}
${cell(column.actions, '', html`<span class="action">${words.kind[reason.kind].action}</span>`)}
${cell(column.since, reason.since, html`<span>${dayText(reason.since)}</span>${evidence(sources, words)}`)}
<td role="cell" class="byhand"></td>
</tr>
`
}
