import { median, type Taken } from './measured.ts'

/**
 * A goal as a ratio, or a number of its own: met where it is at most, or at least, so much; with neither it is only told.
 * Null: nothing was measured.
 */
export type Goal = {
  readonly says: string
  readonly measured: number | null
  readonly most?: number
  readonly least?: number
}

/** What a section found out: it stands under its heading in RESULTS.md until it is measured again. */
export type Part = { readonly heading: string; readonly text: string; readonly goals: readonly Goal[] }

/** Medians of what was measured of each thing in every round, with the smallest and the largest. */
export function takenTable(first: string, all: ReadonlyMap<string, readonly Taken[]>): string {
  const rows = [...all].map(([name, taken]) => [
    name,
    span(taken.map(({ seconds }) => seconds), 2), // prettier-ignore
    span(taken.flatMap(({ cpu }) => cpu ?? []), 2), // prettier-ignore
    span(taken.flatMap(({ megabytes }) => megabytes ?? []), 0), // prettier-ignore
  ])
  return table([first, 'seconds', 'seconds of processor', 'MB at most'], rows)
}

export function goalTable(goals: readonly Goal[]): string {
  const rows = goals.map((goal) => [goal.says, wanted(goal), goal.measured?.toFixed(2) ?? 'not measured', outcome(goal)]) // prettier-ignore
  return table(['goal', 'wanted', 'measured', ''], rows)
}

function wanted({ most, least }: Goal): string {
  if (most === undefined && least === undefined) return '–'
  return most === undefined ? `≥ ${least}` : `≤ ${most}`
}

function outcome({ measured, most, least }: Goal): string {
  if (measured === null || (most === undefined && least === undefined)) return '–'
  return (least ?? measured) <= measured && measured <= (most ?? measured) ? 'reached' : '**missed**'
}

/** The middle of the values; with several, the smallest and the largest too. */
export function span(values: readonly number[], digits: number): string {
  if (values.length === 0) return '–'
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const middle = median(values).toFixed(digits)
  return values.length === 1 ? middle : `${middle} (${low.toFixed(digits)}–${high.toFixed(digits)})`
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('')
}

/**
 * The results as they stand, with some parts measured anew: a part takes the place of the one with its heading, or
 * comes last. Whatever else stands there, people's own sections among it, is kept.
 */
export function withParts(
  results: string,
  parts: readonly { readonly heading: string; readonly text: string }[],
): string {
  const [top, ...sections] = results.split(/^(?=## )/m)
  const kept = new Map(sections.map((section) => [section.slice(3, section.indexOf('\n')), section.trim()]))
  for (const { heading, text } of parts) kept.set(heading, `## ${heading}\n\n${text.trim()}`)
  return `${[top!.trim(), ...kept.values()].join('\n\n')}\n`
}
