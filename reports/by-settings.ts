import { dayText, figureValue } from './format.ts'
import { table } from './terminal.ts'
import type { Words } from './words.ts'

type Setting = keyof Words['settings']['name']

/** Other settings since a night, and not a file, are why a discrepancy is there, over, or says something else. */
export type BySettings = {
  readonly asOf: string
  readonly how: keyof Words['settings']['how']
  readonly settings: readonly Setting[]
}

export type SettingsChange = {
  readonly settings: readonly Setting[]
  readonly figures: readonly MovedFigure[]
  readonly discrepancies: Readonly<Record<keyof Words['settings']['how'], number>>
}

type MovedFigure = {
  readonly period: string
  readonly basis: keyof Words['basis']
  readonly figure: keyof Words['figure']
  readonly before: number | null
  readonly after: number | null
}

/** The same of a period, with the night. */
export type FigureBySettings = Omit<MovedFigure, 'period'> & {
  readonly asOf: string
  readonly settings: readonly Setting[]
}

/** `do danh mục thủ tục thay đổi từ đêm 13/02/2026`; nothing where files moved it. */
export function movedBy(by: BySettings | null, { settings }: Words): string[] {
  return by === null ? [] : [settings.how[by.how](namesOf(by.settings, settings), dayText(by.asOf))]
}

/** A sentence for each night whose settings moved figures of a period, as far as one basis is asked for. */
export function figuresMovedBy(
  moved: readonly FigureBySettings[],
  basis: keyof Words['basis'],
  words: Words,
): string[] {
  const { settings, figure: figures } = words
  const these = moved.filter((each) => each.basis === basis)
  const nights = Map.groupBy(these, ({ asOf, settings: names }) => `${asOf} ${names.join()}`)
  return [...nights.values()].map((all) => {
    const moves = all.map(({ figure, before, after }) => settings.move(figures[figure].label, figureValue(figure, before), figureValue(figure, after))) // prettier-ignore
    return settings.sinceNight(dayText(all[0]!.asOf), namesOf(all[0]!.settings, settings), moves)
  })
}

/** What changed and what it alone moved: for the end of a night. */
export function settingsText(changes: readonly SettingsChange[], words: Words): string[] {
  return changes.map((change) => {
    const { heads, rows } = settingsTable(change, words)
    const figures = rows.length === 0 ? [] : [table(heads, rows, { align: ['left', 'left', 'left', 'right', 'right'] })]
    return [settingsSentence(change, words), ...figures, ...discrepanciesMoved(change, words)].join('\n')
  })
}

/** Which settings are others, and how much they alone moved. */
export function settingsSentence(change: SettingsChange, { settings }: Words): string {
  const names = namesOf(change.settings, settings)
  const turned = turnedBy(change)
  return turned + change.figures.length === 0
    ? settings.movedNothing(names)
    : settings.moved(names, change.figures.length, turned)
}

export function settingsTable(
  { figures }: SettingsChange,
  { settings, terminal, figure: labels, basis: bases }: Words,
) {
  const heads = [terminal.period, terminal.figure, terminal.basis, settings.before, settings.after]
  const rows = figures.map(({ period, figure, basis, before, after }) => [
    period,
    labels[figure].label,
    bases[basis],
    figureValue(figure, before),
    figureValue(figure, after),
  ])
  return { heads, rows }
}

/** How many discrepancies they raised, ended and told otherwise; nothing where none. */
export function discrepanciesMoved(change: SettingsChange, { settings }: Words): string[] {
  return turnedBy(change) === 0 ? [] : [settings.turned(change.discrepancies)]
}

function turnedBy({ discrepancies: { raised, over, retold } }: SettingsChange): number {
  return raised + over + retold
}

function namesOf(names: readonly Setting[], { name, and }: Words['settings']): string {
  const all = names.map((each) => name[each])
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} ${and} ${all.at(-1)!}`
}
