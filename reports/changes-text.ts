import { dayText } from './format.ts'
import { table } from './terminal.ts'
import type { Words } from './words.ts'

type ChangeValue = {
  readonly code: string
  readonly system: keyof Words['system']
  readonly what: keyof Words['terminal']['change']
  readonly dueBefore: string | null
  readonly dueAfter: string | null
}

/** What changed in a night, a line a dossier and system. */
export function changesText(
  changes: readonly ChangeValue[],
  asOf: string,
  { terminal, system: systems }: Words,
  colour: boolean,
): string {
  if (changes.length === 0) return `${terminal.noChanges(dayText(asOf))}\n`
  const rows = changes.map(({ code, system, what, dueBefore, dueAfter }) => [
    code,
    systems[system],
    terminal.change[what],
    movedText(dueBefore, dueAfter),
  ])
  const head = [terminal.code, terminal.system, terminal.what, terminal.dueMoved]
  return `${terminal.changesHeading(dayText(asOf), changes.length)}\n\n${table(head, rows, { colour })}\n`
}

/** `20/02/2026 → 27/02/2026`, a dash for no day; empty where it did not move. */
export function movedText(before: string | null, after: string | null): string {
  return before === after ? '' : `${day(before)} → ${day(after)}`
}

function day(text: string | null): string {
  return text === null ? '–' : dayText(text)
}
