import { dayText, figureValue } from './format.ts'
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

/** A sentence a figure, as far as one basis is asked for. */
export function figuresMovedBy(
  moved: readonly FigureBySettings[],
  basis: keyof Words['basis'],
  words: Words,
): string[] {
  const { settings, figure: figures } = words
  const these = moved.filter((each) => each.basis === basis)
  return these.map(({ asOf, figure, before, after, settings: names }) =>
    settings.figure(
      dayText(asOf),
      figures[figure].label,
      figureValue(figure, before),
      figureValue(figure, after),
      namesOf(names, settings),
    ),
  )
}

/** What changed and what it alone moved, a line each: for the end of a night. */
export function settingsText(changes: readonly SettingsChange[], words: Words): string[] {
  return changes.map((change) => settingsLines(change, words).join('\n'))
}

export function settingsLines({ settings: names, figures, discrepancies }: SettingsChange, words: Words): string[] {
  const { settings, figure: label, basis: bases } = words
  const turned = discrepancies.raised + discrepancies.over + discrepancies.retold
  return [
    settings.changed(namesOf(names, settings)),
    ...figures.map(({ period, basis, figure, before, after }) =>
      settings.moved(
        period,
        label[figure].label,
        bases[basis],
        figureValue(figure, before),
        figureValue(figure, after),
      ),
    ),
    ...(turned === 0 ? [] : [settings.turned(discrepancies)]),
    ...(turned + figures.length === 0 ? [settings.nothing] : []),
  ]
}

function namesOf(names: readonly Setting[], { name, and }: Words['settings']): string {
  const all = names.map((each) => name[each])
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} ${and} ${all.at(-1)!}`
}
