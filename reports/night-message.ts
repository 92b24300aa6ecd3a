import { discrepanciesMoved, type SettingsChange, settingsSentence } from './by-settings.ts'
import type { DeskCounts } from './desk/desk.ts'
import { dayText, printable } from './format.ts'
import type { NightKind } from './night-report.ts'
import type { Words } from './words.ts'

type System = keyof Words['system']

/**
 * What a night tells those who do not look at its pages, as a value: codes and counts, nothing that a file or a cell
 * says. Days are `2026-02-13`.
 */
export type NightMessage =
  | {
      readonly state: 'done' | 'incomplete' // incomplete: a gate was not held
      readonly unit: string
      readonly asOf: string
      readonly counts: DeskCounts // dossiers on the desk's list
      readonly kinds: readonly NightKind[] // discrepancies
      readonly incomplete: readonly System[] // of whose dossiers the figures do not know all
      readonly notTaken: readonly { readonly system: System | null; readonly files: number }[]
      readonly broken: readonly Broken[]
      readonly settingsChanges: readonly SettingsChange[]
      readonly laterNight: string | null
      readonly missed: readonly 'backup'[]
    }
  | {
      readonly state: 'failed'
      readonly unit: string
      readonly asOf: string
      readonly why: string // a sentence, as the ledger has it
      readonly standing: Standing
    }

/** Of which night the documents are: `day` null where none has come to its end. */
export type Standing = { readonly is: 'known'; readonly day: string | null } | { readonly is: 'unknown' }

type Broken = {
  readonly period: string
  readonly basis: keyof Words['basis']
  readonly identity: keyof Words['identity']
}

/** The message line by line; the first says it all, and is the only one when nothing has changed. */
export function messageLines(message: NightMessage, words: Words): string[] {
  const { title } = words.message
  const head = title(message.unit, dayText(message.asOf))
  const lines = message.state === 'failed' ? failedLines(message, head, words) : doneLines(message, head, words)
  return lines.map((line) => printable(line).replace(/\s+/g, ' '))
}

type Failed = Extract<NightMessage, { state: 'failed' }>
type Done = Exclude<NightMessage, Failed>

function failedLines({ why, standing }: Failed, head: string, { message }: Words): string[] {
  const stands =
    standing.is === 'unknown'
      ? message.standingUnknown
      : standing.day === null
        ? message.noneStanding
        : message.standing(dayText(standing.day))
  return [`${head}: ${message.failed}`, why, stands]
}

function doneLines(night: Done, head: string, words: Words): string[] {
  const { message, desk } = words
  const lines = changes(night, words)
  if (lines.length === 0) return [`${head}: ${message.unchanged(night.counts.dossiers)}`]
  return [`${head}: ${desk.counts(night.counts)}`, ...lines, message.page(`nightly/${night.asOf}/doi-soat.html`)]
}

/** What is otherwise than last night, or not as it should be; nothing where all is as it was. */
function changes(night: Done, words: Words): string[] {
  const { part, laterNight, notBackedUp } = words.message
  return [
    ...kindLine(part.fresh, night.kinds, 'fresh', words),
    ...kindLine(part.again, night.kinds, 'again', words),
    ...kindLine(part.worse, night.kinds, 'worse', words),
    ...kindLine(part.resolved, night.kinds, 'resolved', words),
    ...list(
      part.incomplete,
      night.incomplete.map((system) => words.system[system]),
    ),
    ...notTakenLine(night.notTaken, words),
    ...list(
      part.broken,
      night.broken.map((each) => brokenText(each, words)),
    ),
    ...night.settingsChanges.flatMap((each) => [settingsSentence(each, words), ...discrepanciesMoved(each, words)]),
    ...list(
      part.missed,
      night.missed.map(() => notBackedUp),
    ),
    ...(night.laterNight === null ? [] : [laterNight(dayText(night.laterNight))]),
  ]
}

function kindLine(
  name: string,
  kinds: readonly NightKind[],
  what: 'fresh' | 'again' | 'worse' | 'resolved',
  words: Words,
): string[] {
  const some = kinds.filter((each) => each[what] > 0)
  return list(
    name,
    some.map((each) => words.message.some(words.kind[each.kind].label, each[what])),
  )
}

function notTakenLine(files: Done['notTaken'], { message, system: systems }: Words): string[] {
  const each = files.map(({ system, files: count }) =>
    message.some(system === null ? message.unknownSystem : systems[system], count),
  )
  return list(`${message.part.notTaken} (${message.seeFiles})`, each)
}

function brokenText({ period, basis, identity }: Broken, words: Words): string {
  return words.message.identity(period, words.basis[basis], words.identity[identity])
}

/** One thing stands beside its name, several below it. */
function list(name: string, items: readonly string[]): string[] {
  if (items.length < 2) return items.map((item) => `${name}: ${item}`)
  return [`${name}:`, ...items.map((item) => `- ${item}`)]
}
