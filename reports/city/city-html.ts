import { shown } from '../desk/desk.ts'
import { capitalized, dayText } from '../format.ts'
import { noticesOf } from '../notices.ts'
import { openingOf } from '../overview/opening.ts'
import { figureTiles } from '../overview/overview-figures.ts'
import { part, periodTitle } from '../overview/overview-sheet.ts'
import { html, type Markup, pageText } from '../page.ts'
import type { Words } from '../words.ts'
import { brokenNotes, wardNotes } from './city-notes.ts'
import { fieldsPart, formPart, identitiesPart, latePart, rankingPart, wardsPart } from './city-parts.ts'
import type { CityReport } from './city-report.ts'
import { knownWards } from './city-sheet.ts'

type PartId = keyof Words['city']['page']['part']

/**
 * A city on one page that runs nothing: its sum, its wards, their order by the national index, who is late, what adds
 * up. Each ward leads to its own page. Equal values give equal bytes.
 */
export function cityHtml(report: CityReport, words: Words): Promise<string> {
  const { city, page } = words
  const title = city.page.title(shown(capitalized(report.city)), periodTitle(report.period, words))
  const parts = partsOf(report, words)
  return pageText({
    language: 'vi',
    title,
    styles: ['base.css', 'overview.css'],
    script: null,
    body: html`<header>
<h1>${title}</h1>
<p>${report.asOf === null ? '' : `${city.page.asOf(dayText(report.asOf))} `}${words.basis[report.basis]}.</p>
${noticesOf(alarms(report, words), [])}
</header>
<nav aria-label="${page.contents}"><ul>${parts.map(([id]) => html`<li><a href="#${id}">${city.page.part[id]}</a></li>`)}</ul></nav>
<main>
${parts.map(([id, body]) => part(id, city.page.part[id], body))}</main>`,
  })
}

function partsOf(report: CityReport, words: Words): (readonly [PartId, Markup])[] {
  return [
    ['glance', glance(report, words)],
    ['wards', wardsPart(report, words)],
    ['ranking', rankingPart(report, words)],
    ['form', formPart(report, words)],
    ['fields', fieldsPart(report, words)],
    ['late', latePart(report, words)],
    ['identities', identitiesPart(report, words)],
  ]
}

function glance({ total, wards }: CityReport, words: Words): Markup {
  const stated = { ...total, identities: [], reconciliation: [], incomplete: [], warnings: [] }
  return html`<p class="told">${words.city.page.wardsKnown(knownWards(wards), wards.length)}</p>
${figureTiles({ stated, words, open: openingOf(null) })}`
}

/** A hundred wards with a list each are no notice: who is late has a part of its own. */
function alarms(report: CityReport, words: Words): string[] {
  const notes = report.wards.flatMap((ward) => wardNotes(ward, words)).map(shown)
  const told = notes.length > MOST ? [...notes.slice(0, MOST), '…'] : notes
  return [...brokenNotes(report, words), ...told]
}

const MOST = 12
