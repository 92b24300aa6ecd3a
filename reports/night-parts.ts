import { discrepanciesMoved, type SettingsChange, settingsSentence, settingsTable } from './by-settings.ts'
import { shown } from './desk/desk.ts'
import { type Cell, numbers, plainTable, words as text } from './html-table.ts'
import type { NightReport, NightSystem } from './night-report.ts'
import { day, folded } from './overview/overview-sheet.ts'
import { html, type Markup } from './page.ts'
import { reasonSentence, type Words } from './words.ts'

/** Who was heard; who was not stands first. */
export function systemsPart({ systems }: NightReport, words: Words): Markup {
  const { column, night } = words.page
  const isMissing = ({ is }: NightSystem): boolean => is === 'silent' || is === 'late'
  const inOrder = [...systems.filter(isMissing), ...systems.filter((each) => !isMissing(each))]
  const rows = inOrder.map((each): Cell[] => [
    words.system[each.system],
    html`<span class="${isMissing(each) ? 'whole late' : 'whole'}">${night.heard[each.is]}</span>`,
    day(each.reaches),
  ])
  return plainTable(night.part.systems, [text(column.system), text(column.heard), numbers(column.reaches)], rows)
}

/** What other settings moved, and what the files of tonight say otherwise than those before them. */
export function changesPart(report: NightReport, words: Words): Markup {
  return html`${report.settingsChanges.map((change) => settingsPart(change, words))}${filesSay(report, words)}`
}

function settingsPart(change: SettingsChange, words: Words): Markup {
  const { heads, rows } = settingsTable(change, words)
  const columns = heads.map((head, at) => (at < 3 ? text(head) : numbers(head)))
  return html`<p class="told">${settingsSentence(change, words)} ${discrepanciesMoved(change, words)}</p>
${rows.length === 0 ? '' : plainTable(words.page.night.part.changes, columns, rows)}`
}

function filesSay({ changes, dues, duesLeftOut }: NightReport, words: Words): Markup {
  const { column, night } = words.page
  if (changes.length === 0) return html`<p class="none">${night.noChanges}</p>`
  const rows = changes.map(({ system, appeared, changed, gone }): Cell[] => [
    words.system[system],
    ...[appeared, changed, gone].map(String),
  ])
  const heads = [text(column.system), numbers(column.appeared), numbers(column.changed), numbers(column.gone)]
  const table = plainTable(night.part.changes, heads, rows)
  if (dues.length === 0) return table
  const moved = dues.map(({ code, system, before, after }): Cell[] => [
    html`<span class="code">${shown(code)}</span>`,
    words.system[system],
    day(before),
    day(after),
  ])
  const dueHeads = [text(column.code), text(column.system), numbers(column.dueBefore), numbers(column.dueAfter)]
  const more = duesLeftOut === 0 ? '' : html`<p class="none">${night.moreDues(duesLeftOut)}</p>`
  return html`${table}${folded(night.dues(dues.length + duesLeftOut), html`${plainTable(night.part.changes, dueHeads, moved)}${more}`)}`
}

/** What is wrong by kind, and what tonight did about it. */
export function kindsPart({ kinds }: NightReport, words: Words): Markup {
  const { column, night } = words.page
  if (kinds.length === 0) return html`<p class="none">${night.noKinds}</p>`
  const shownOf = [
    ['open', column.open],
    ['fresh', column.new],
    ['again', column.again],
    ['worse', column.worse],
    ['resolved', column.over],
    ['acknowledged', column.acknowledged],
  ] as const
  const told = shownOf.filter(([key]) => key === 'open' || key === 'fresh' || kinds.some((each) => each[key] > 0))
  const rows = kinds.map((each): Cell[] => [
    words.kind[each.kind].label,
    ...told.map(([key]) => (each[key] === 0 && key !== 'open' ? '' : String(each[key]))),
  ])
  return html`${plainTable(night.part.kinds, [text(column.kind), ...told.map(([, label]) => numbers(label))], rows)}
${told.some(([key]) => key === 'worse') ? html`<p class="none">${night.worse}</p>` : ''}`
}

/** What came tonight, what was not taken first, each with the reason. */
export function filesPart({ files }: NightReport, words: Words): Markup {
  const { column, night } = words.page
  if (files.length === 0) return html`<p class="none">${night.noFiles}</p>`
  const rows = files.map(({ path, system, state, rows, rejected, reason }): Cell[] => {
    const why =
      reason === null
        ? ''
        : html`<span class="small">${shown(reasonSentence(reason.id, reason, words.fileReason))}</span>`
    const label = words.fileState[state]
    return [
      html`<span class="code">${shown(path)}</span>`,
      system === null ? '–' : words.system[system],
      html`${state === 'loaded' ? label : html`<strong class="late">${label}</strong>`}${why}`,
      rows === null ? '–' : String(rows),
      rejected === null ? '–' : String(rejected),
    ]
  })
  const heads = [
    text(column.file),
    text(column.system),
    text(column.state),
    numbers(column.rows),
    numbers(column.rejected),
  ]
  return plainTable(night.part.files, heads, rows)
}
