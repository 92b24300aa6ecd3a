import { type SettingsChange, settingsText } from './by-settings.ts'
import { kindsText } from './discrepancies-text.ts'
import { type StatedFigures, statementText } from './figures-text.ts'
import { dayText } from './format.ts'
import { reportText, type Stated } from './letter/report-text.ts'
import { reasonSentence, type Words } from './words.ts'

type NightValue = {
  readonly asOf: string
  readonly figures: StatedFigures & Stated
  readonly kinds: readonly { readonly kind: keyof Words['kind']; readonly count: number; readonly fresh: number }[]
  readonly turnedAway: readonly { readonly path: string; readonly state: string; readonly reason: string | null }[]
  readonly outranked: readonly { readonly path: string; readonly by: string }[]
  readonly laterNight: string | null
  readonly settingsChanges: readonly SettingsChange[]
  readonly broken: readonly string[]
  readonly folder: string
}

type How = {
  readonly dryRun: boolean
  readonly canary: {
    readonly tried: number
    readonly caught: number
    readonly survivors: readonly { readonly mutation: string; readonly where: string }[]
  } | null
}

/** How a night ends: the report's paragraphs, the walk from the portal to the book, what is open, what was not taken. */
export function nightText(night: NightValue, how: How, words: Words): string {
  const { figures, kinds, folder } = night
  const { id, from, to } = figures.period
  return [
    words.night.heading(id, dayText(from), dayText(to), dayText(night.asOf)),
    reportText(figures, words),
    statementText(figures, words),
    kindsText(kinds, words),
    ...settingsText(night.settingsChanges, words),
    ...turnedAwayText(night.turnedAway, words),
    ...night.outranked.map(({ path, by }) => words.night.outranked(path, by)),
    ...night.broken.map((identity) => words.night.broken(identity)),
    night.laterNight === null ? '' : words.night.laterNight(dayText(night.asOf), dayText(night.laterNight)),
    ...canaryText(how.canary, words),
    how.dryRun ? words.night.dryRun : words.night.written(folder),
  ]
    .filter((part) => part !== '')
    .map((part) => `${part}\n`)
    .join('\n')
}

/** How many of the faults that were tried were noticed, and those that were not. */
function canaryText(canary: How['canary'], { night }: Words): string[] {
  if (canary === null) return []
  const { caught, tried, survivors } = canary
  const lines = survivors.map(({ mutation, where }) => night.survivor(mutation, where))
  return [[night.canary(caught, tried), ...lines].join('\n')]
}

function turnedAwayText(files: NightValue['turnedAway'], words: Words): string[] {
  const states: Readonly<Record<string, string>> = words.fileState
  const lines = files.map(({ path, state, reason }) => {
    if (reason === null) return `${path}: ${states[state] ?? state}`
    const found = JSON.parse(reason) as { id: string }
    return `${path}: ${reasonSentence(found.id, { ...found }, words.fileReason)}`
  })
  return lines.length === 0 ? [] : [lines.join('\n')]
}
