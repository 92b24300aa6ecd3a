import { detailText } from './detail.ts'
import { type DiscrepancyLine, personCells, stateText } from './discrepancy-csv.ts'
import { dayText } from './format.ts'
import { table } from './terminal.ts'
import type { Words } from './words.ts'

/** The list on a terminal, a block a kind: what it is, what to do, then a line a dossier. */
export function discrepanciesText(
  lines: readonly DiscrepancyLine[],
  asOf: string,
  words: Words,
  colour: boolean,
): string {
  if (lines.length === 0) return `${words.terminal.noDiscrepancies(dayText(asOf))}\n`
  const blocks = [...Map.groupBy(lines, ({ kind }) => kind)].map(([kind, these]) => block(kind, these, words, colour))
  return `${words.terminal.discrepanciesHeading(lines.length, dayText(asOf))}\n\n${blocks.join('\n')}`
}

/** How many of each kind, one line a kind. */
export function kindsText(
  kinds: readonly { readonly kind: keyof Words['kind']; readonly count: number; readonly fresh?: number }[],
  words: Words,
): string {
  if (kinds.length === 0) return words.terminal.noneOpen
  const rows = kinds.map(({ kind, count, fresh = 0 }) => [
    count,
    words.kind[kind].label,
    kind,
    fresh > 0 ? words.terminal.fresh(fresh) : '',
  ])
  return table([words.terminal.count, words.terminal.kind, '', ''], rows, { align: ['right', 'left', 'left', 'left'] })
}

function block(kind: keyof Words['kind'], lines: readonly DiscrepancyLine[], words: Words, colour: boolean): string {
  const { label, action } = words.kind[kind]
  const unmasked = lines.some(({ people }) => people !== undefined)
  const rows = lines.map((line) => [
    line.code ?? shortSystem(line, words),
    stateText(line, words),
    dayText(line.since),
    detailText(line.detail, words),
    firstSource(line),
    ...(unmasked ? personCells(line.people ?? []) : []),
  ])
  const { terminal, decided } = words
  const people = unmasked ? [decided.person, decided.identity] : []
  const shown = table(
    [terminal.code, terminal.state, terminal.since, terminal.detail, terminal.source, ...people],
    rows,
    {
      colour,
    },
  )
  return `${label} (${kind}): ${lines.length}. ${action}\n${indented(shown)}\n`
}

function shortSystem({ system }: DiscrepancyLine, words: Words): string {
  return system === null ? '' : words.system[system]
}

function firstSource({ sources }: DiscrepancyLine): string {
  const [first, ...rest] = sources
  if (first === undefined) return ''
  return `${first.file}:${first.line}${rest.length > 0 ? ` +${rest.length}` : ''}`
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, '  ')
}
