import { shown } from '../desk/desk.ts'
import { dayText, rate } from '../format.ts'
import { type Opening, openingOf } from './opening.ts'
import { html, type Markup } from '../page.ts'
import type { FigureKey, PeriodReport, StatedPeriod } from '../period-report.ts'
import { periodName } from '../period-names.ts'
import type { Words } from '../words.ts'

/** What every part of the page is given. */
export type Sheet = {
  readonly report: PeriodReport
  readonly stated: StatedPeriod // on the report's basis
  readonly words: Words
  readonly open: Opening
}

export function sheetOf(report: PeriodReport, words: Words): Sheet {
  return { report, stated: report.stated[report.basis], words, open: openingOf(report.opened) }
}

export type PartId = keyof Words['page']['part']

/** A part of a page under its heading. */
export function part(id: string, title: string, body: Markup): Markup {
  return html`<section id="${id}" aria-labelledby="h-${id}">
<h2 id="h-${id}">${title}</h2>
${body}
</section>
`
}

/** A period as a title names it: `tháng 02/2026`. */
export function periodTitle(id: string, { page }: Words): string {
  return periodName(id, page.period) ?? page.period.days
}

/** A figure, which opens where its dossiers are known. */
export function figureCell({ stated, words, open }: Pick<Sheet, 'stated' | 'words' | 'open'>, key: FigureKey): Markup {
  return open.count(stated.figures[key], { title: words.figure[key].label, key })
}

/** A figure of some of the dossiers; `title` says of which. */
export function partCell(
  { words, open }: Sheet,
  key: FigureKey,
  value: number | null,
  title: string,
  where: NonNullable<Parameters<Opening['count']>[1]['where']>,
): Markup {
  return open.count(value, { title: `${words.figure[key].label} – ${title}`, key, where })
}

export function day(value: string | null): string {
  return value === null ? '–' : dayText(value)
}

/** A field as it is shown; dossiers of which nobody says it have a name too. */
export function fieldName(name: string, { form }: Words): string {
  return name === '' ? form.noField : shown(name)
}

/** `numerator` of `denominator` in percent, half up to two decimals, as all rates are; null over nothing. */
export function percentOf(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : Math.floor((numerator / denominator) * 10_000 + 0.5) / 100
}

export function rateText(percent: number | null): string {
  return percent === null ? '–' : rate(percent)
}

/** What is long: there for whoever wants it, in the way of nobody. */
export function folded(summary: string, body: Markup, id?: string): Markup {
  return html`<details${id === undefined ? '' : html` id="${id}"`}><summary>${summary}</summary>
${body}</details>`
}
