import { table } from './terminal.ts'
import type { Words } from './words.ts'

type TableDifference = {
  readonly table: string
  readonly changed: readonly {
    readonly row: string
    readonly columns: readonly { readonly column: string; readonly expected: string; readonly found: string }[]
  }[]
  readonly missing: readonly string[]
  readonly unexpected: readonly string[]
}

const MOST_SHOWN = 20

/** What is otherwise than expected, table by table: rows that changed with their cells, rows that are missing or new. */
export function expectedText(differences: readonly TableDifference[], folder: string, { expected }: Words): string {
  if (differences.length === 0) return `${expected.same(folder)}\n`
  return differences.map((each) => `${tableText(each, expected)}\n`).join('\n')
}

function tableText({ table: name, changed, missing, unexpected }: TableDifference, words: Words['expected']): string {
  const cells = changed
    .slice(0, MOST_SHOWN)
    .flatMap(({ row, columns }) =>
      columns.map(({ column, expected, found }, at) => [at === 0 ? row : '', column, expected, found]),
    )
  const left = (all: readonly unknown[]): string[] =>
    all.length > MOST_SHOWN ? [words.more(all.length - MOST_SHOWN)] : []
  return [
    words.heading(name, changed.length, missing.length, unexpected.length),
    ...(cells.length === 0 ? [] : [table([words.row, words.column, words.was, words.is], cells)]),
    ...left(changed),
    ...missing.slice(0, MOST_SHOWN).map((row) => `− ${row}`),
    ...left(missing),
    ...unexpected.slice(0, MOST_SHOWN).map((row) => `+ ${row}`),
    ...left(unexpected),
  ].join('\n')
}
