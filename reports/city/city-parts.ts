import { shown } from '../desk/desk.ts'
import { capitalized, dayText, rate } from '../format.ts'
import { countedColumns } from '../form/form-notes.ts'
import { type Cell, numbers, plainTable, words as text } from '../html-table.ts'
import { folded } from '../overview/overview-sheet.ts'
import { html, type Markup } from '../page.ts'
import type { NationalRate } from '../period-report.ts'
import { sentence, type Words } from '../words.ts'
import { formCounts } from './city-form-xlsx.ts'
import { countText, lateCells, rankingNotes } from './city-notes.ts'
import type { CityReport, CityTotal, Ranked, WardRow } from './city-report.ts'
import { totalText } from './city-sheet.ts'

const counts = ['received_total', 'carried_in', 'received_new', 'resolved_total', 'resolved_overdue', 'pending_total', 'pending_overdue'] as const // prettier-ignore
const ids = ['on_time', 'online_payment', 'digitization', 'reuse', 'online'] as const satisfies readonly NationalRate['id'][] // prettier-ignore

/** A row a ward, each leading to its own page, and their sum. */
export function wardsPart(report: CityReport, words: Words): Markup {
  const { column } = words.page
  const heads = [
    text(words.city.ward),
    ...[column.receivedTotal, column.carried, column.fresh, column.resolvedTotal, column.overdue, column.pending, column.pendingOverdue].map(numbers), // prettier-ignore
    numbers(words.city.national.on_time),
    numbers(words.city.asOf),
  ]
  const rows = report.wards.map((ward): Cell[] => {
    const { state } = ward
    return [wardName(ward, words), ...(state === null ? heads.slice(1).map(() => '–') : [...countsOf(state), dayText(state.asOf)])] // prettier-ignore
  })
  return plainTable(words.city.page.part.wards, heads, rows, [totalText(report, words), ...countsOf(report.total), ''])
}

function wardName({ name, folder, problem }: WardRow, words: Words): Markup {
  const label = shown(capitalized(name))
  const why = problem === null ? '' : html`<span class="small late">${shown(sentence(problem, words))}</span>`
  if (folder === null) return html`${label}${why}`
  return html`<a href="${encodeURI(`${folder}/tong-hop.html`)}">${label}</a>${why}`
}

function countsOf({ figures, national }: CityTotal): string[] {
  const percent = national.find(({ id }) => id === 'on_time')?.percent ?? null
  return [...counts.map((key) => countText(figures[key])), percent === null ? '–' : rate(percent)]
}

/** By place; each rate with the place by it alone. */
export function rankingPart(report: CityReport, words: Words): Markup {
  const { ranking } = report
  const { city, form } = words
  const heads = [
    text(city.ward),
    numbers(city.ranking.place),
    numbers(city.ranking.mean),
    ...ids.map((id) => numbers(form.national[id].label)),
  ]
  const rows = ranking.map(({ name, place, mean, rates }): Cell[] => [
    shown(capitalized(name)),
    place === null ? city.ranking.none : html`<strong>${place}</strong>`,
    mean === null ? '–' : rate(mean),
    ...ids.map((id) => rateCell(rates[id])),
  ])
  return html`${plainTable(city.page.part.ranking, heads, rows)}
<p class="none">${rankingNotes(report, words)
    .map((note) => note.replace(/^- /, ''))
    .join(' ')}</p>`
}

function rateCell(known: Ranked['rates'][NationalRate['id']]): Cell {
  return known === null ? '–' : html`${rate(known.percent)} <span class="whole">(${known.place})</span>`
}

/** The form's columns, a row a ward. */
export function formPart(report: CityReport, words: Words): Markup {
  const rows = report.wards.map(({ name, state }): Cell[] => {
    const isKnown = state !== null && state.figures.received_total !== null
    return [shown(capitalized(name)), ...(isKnown ? formCells(formCounts(state.form)) : formColumns(words).map(() => '–'))] // prettier-ignore
  })
  const foot = [totalText(report, words), ...formCells(formCounts(report.form))]
  return plainTable(words.city.page.part.form, [text(words.city.ward), ...formColumns(words).map(numbers)], rows, foot)
}

/** The same of all wards together, a row a field. */
export function fieldsPart({ form }: CityReport, words: Words): Markup {
  const title = words.city.page.part.fields
  if (form.length === 0) return html`<p class="none">${words.form.none}</p>`
  const inFull: Readonly<Record<string, string>> = words.form.ministry
  const rows = form.flatMap((group) =>
    group.fields.map(({ name, counts: each }): Cell[] => [
      html`${name === '' ? words.form.noField : shown(name)}<span class="small">${group.ministry === '' ? words.form.noMinistry : shown(inFull[group.ministry] ?? group.ministry)}</span>`,
      ...formCells(formCounts([{ ministry: '', fields: [{ name, counts: each }] }])),
    ]),
  )
  const foot = [words.form.total, ...formCells(formCounts(form))]
  return plainTable(title, [text(words.form.column.field), ...formColumns(words).map(numbers)], rows, foot)
}

function formColumns({ form: { column } }: Words): string[] {
  const { online, direct, carriedIn, early, onTime, overdue, inTime } = column
  return [
    `(3) ${column.received}`,
    `(4) ${online}`,
    `(5) ${direct}`,
    `(6) ${carriedIn}`,
    `(7) ${column.resolved}`,
    `(8) ${early}`,
    `(9) ${onTime}`,
    `(10) ${overdue}`,
    `(11) ${column.pending}`,
    `(12) ${inTime}`,
    `(13) ${overdue}`,
  ]
}

/** Columns (3), (7) and (11) before those that they add up. */
function formCells(counted: readonly number[]): string[] {
  const sums = [counted.slice(0, 3), counted.slice(3, 6), counted.slice(6, countedColumns.length)]
  return sums.flatMap((parts) => [parts.reduce((sum, value) => sum + value, 0), ...parts]).map(String)
}

/** Which ward, which system, since when. */
export function latePart({ late }: CityReport, words: Words): Markup {
  const { city } = words
  if (late.length === 0) return html`<p class="none">${city.late.none}</p>`
  const heads = [text(city.ward), text(city.late.system), numbers(city.late.since), numbers(city.late.reaches)]
  const rows = late.map((each): Cell[] => [shown(capitalized(each.name)), ...lateCells(each, words)])
  return plainTable(city.page.part.late, heads, rows)
}

/** What must add up; what holds everywhere is folded away, what does not stands first. */
export function identitiesPart({ identities }: CityReport, words: Words): Markup {
  const { city, figure: figures } = words
  const heads = [text(city.page.identity), text(city.page.figure), numbers(city.page.city), numbers(city.page.other), text(city.page.holds)] // prettier-ignore
  const rowsOf = (which: typeof identities): Cell[][] =>
    which.map(({ id, figure, left, right, holds }) => [
      city.identity[id],
      figures[figure].label,
      countText(left),
      countText(right),
      holds === null ? city.page.verdict.unknown : holds ? `✓ ${city.page.verdict.yes}` : html`<strong class="late">✗ ${city.page.verdict.no}</strong>`, // prettier-ignore
    ])
  const broken = identities.filter(({ holds }) => holds === false)
  const held = identities.filter(({ holds }) => holds !== false)
  const count = held.filter(({ holds }) => holds === true).length
  return html`${broken.length === 0 ? '' : plainTable(city.page.part.identities, heads, rowsOf(broken))}
${folded(`✓ ${count} / ${identities.length}`, plainTable(city.page.part.identities, heads, rowsOf(held)))}`
}
