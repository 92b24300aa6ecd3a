import { dayText, instantText } from './format.ts'
import { table } from './terminal.ts'
import type { Words } from './words.ts'

export type LinksShown = {
  readonly asOf: string
  readonly rows: readonly {
    readonly key: string
    readonly received: string | null
    readonly candidates: readonly string[]
    readonly rivals: readonly string[]
    readonly proposals: readonly { readonly code: string; readonly near: readonly string[] }[]
  }[]
  readonly decisions: readonly {
    readonly key: string
    readonly code: string
    readonly why: string | null
    readonly by: string
    readonly at: string
    readonly state: keyof Words['decisionState']
  }[]
}

/** The rows without a code that wait for a person, a line a dossier that may be meant; then what people decided. */
export function linksText({ asOf, rows, decisions }: LinksShown, words: Words): string {
  const { terminal } = words
  const waiting = [
    terminal.unmatchedHeading(rows.length, dayText(asOf)),
    ...(rows.length === 0
      ? []
      : [
          table(
            unmatchedHead(words),
            rows.flatMap((row) => lines(row, words)),
          ),
        ]),
    ...(rows.length === 0 ? [] : [terminal.howToLink]),
  ]
  if (decisions.length === 0) return `${waiting.join('\n')}\n`
  const decided = decisions.map(({ key, code, state, by, at, why }) => [
    key,
    code,
    words.decisionState[state],
    by,
    instantText(at),
    why,
  ])
  const head = [words.column.key, words.column.code, words.column.state, terminal.by, terminal.at, terminal.why]
  return `${[...waiting, '', terminal.decisionsHeading(decisions.length), table(head, decided)].join('\n')}\n`
}

function unmatchedHead({ column, terminal }: Words): string[] {
  return [column.key, column.received, terminal.mayBe, terminal.reason]
}

function lines(
  { key, received, candidates, rivals, proposals }: LinksShown['rows'][number],
  words: Words,
): (string | null)[][] {
  const { detailValue, terminal } = words
  const known: Readonly<Record<string, string>> = detailValue
  const beside = rivals.length === 0 ? '' : `; ${words.detail.rivals}: ${rivals.join(', ')}`
  const meant = [
    ...candidates.map((code) => [code, `${terminal.undecided}${beside}`]),
    ...proposals.map(({ code, near }) => [code, near.map((reason) => known[reason] ?? reason).join(', ')]),
  ]
  const all = meant.length === 0 ? [['', terminal.nothingNear]] : meant
  const day = received === null ? null : dayText(received)
  return all.map((each, index) => [index === 0 ? key : '', index === 0 ? day : '', ...each])
}
