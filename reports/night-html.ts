import { settingsSentence } from './by-settings.ts'
import { hatchings } from './overview/chart.ts'
import { dayText } from './format.ts'
import { filesPart, kindsPart, changesPart, systemsPart } from './night-parts.ts'
import type { NightReport } from './night-report.ts'
import { alarmsOf, noticesOf } from './notices.ts'
import { openingOf } from './overview/opening.ts'
import { figureTiles } from './overview/overview-figures.ts'
import { part, periodTitle } from './overview/overview-sheet.ts'
import { statement } from './overview/overview-statement.ts'
import { identityTable } from './overview/overview-verdicts.ts'
import { html, type Markup, pageText } from './page.ts'
import { reasonSentence, type Words } from './words.ts'
import { shown } from './desk/desk.ts'

type PartId = keyof Words['page']['night']['part']

/**
 * The night at a glance, on one page that runs nothing: who was heard, what changed, what is wrong, what was not taken.
 * Its numbers are opened on the pages that it leads to: the period's, and the desk's list. Equal values give equal bytes.
 */
export function nightHtml(night: NightReport, words: Words): Promise<string> {
  const { page } = words
  const { night: its } = page
  const title = its.title(dayText(night.asOf))
  const parts = partsOf(night, words)
  return pageText({
    language: 'vi',
    title: `${title} – ${shown(night.centre)}`,
    styles: ['base.css', 'overview.css'],
    script: null,
    body: html`${hatchings()}<header>
<p class="unit">${shown(night.centre)}</p>
<h1>${title}</h1>
<p>${night.before === null ? its.first : its.before(dayText(night.before))}</p>
${notices(night, words)}
</header>
<nav aria-label="${page.contents}"><ul>${parts.map(([id]) => html`<li><a href="#${id}">${its.part[id]}</a></li>`)}</ul></nav>
<main>
${parts.map(([id, body]) => part(id, its.part[id], body))}</main>`,
  })
}

function partsOf(night: NightReport, words: Words): (readonly [PartId, Markup])[] {
  const open = openingOf(null)
  return [
    ['work', work(night, words)],
    ['month', month(night, words)],
    ['systems', systemsPart(night, words)],
    ['changes', changesPart(night, words)],
    ['kinds', kindsPart(night, words)],
    ['statement', statement(night.stated.centre, words, open)],
    ['identities', identityTable(night.stated, words)],
    ['files', filesPart(night, words)],
  ]
}

/** How much there is to do, and where. */
function work({ desk }: NightReport, words: Words): Markup {
  const { night } = words.page
  return html`<p class="told">${words.desk.counts(desk)}</p>
<p><a href="ho-so-can-xu-ly.html">${night.toDesk}</a></p>`
}

function month({ stated, period }: NightReport, words: Words): Markup {
  const { page } = words
  const title = page.title(periodTitle(period.id, words))
  return html`<p class="told">${page.span(dayText(period.from), dayText(period.to))}. ${words.basis.centre}.</p>
${figureTiles({ stated: stated.centre, words, open: openingOf(null) })}
<p><a href="../../${period.id}/tong-hop.html">${page.night.toPeriod(title)}</a></p>`
}

function notices({ stated, files, outranked, laterNight, settingsChanges }: NightReport, words: Words): Markup {
  const { page, fileReason, fileState } = words
  const turnedAway = files.filter(({ state }) => state !== 'loaded')
  const alarms = [
    ...alarmsOf(stated, 'centre', words),
    ...turnedAway.map(({ path, reason, state }) =>
      shown(`${path}: ${reason === null ? fileState[state] : reasonSentence(reason.id, reason, fileReason)}`),
    ),
  ]
  const notes = [
    ...(laterNight === null ? [] : [page.night.later(dayText(laterNight))]),
    ...settingsChanges.map((change) => settingsSentence(change, words)),
    ...outranked.map(({ path, by }) => shown(page.night.outranked(path, by))),
  ]
  return noticesOf(alarms, notes)
}
