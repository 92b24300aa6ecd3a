import { table } from './terminal.ts'
import { listed, quoted } from './words/pieces.ts'
import type { Words } from './words.ts'

type Made = {
  readonly id: string
  readonly written: readonly string[]
  readonly changed: readonly string[]
  readonly columns: readonly MadeColumn[]
  readonly notThere: readonly string[]
  readonly toDecide: number
  readonly sample: { readonly rows: number }
  readonly file: { readonly rows: number; readonly rejected: number } | null
}

type MadeColumn = {
  readonly heading: string
  readonly field: string | null
  readonly why: {
    readonly heading: keyof Words['making']['heading']
    readonly systems: readonly string[]
    readonly such: number
    readonly filled: number
  } | null
  readonly isSure: boolean
  readonly rivals: readonly string[]
  readonly unneeded: keyof Words['making']['unneeded'] | null
  readonly unknownWords: readonly string[]
}

/** What `connector new` made, what it took each column for, and what is to be done next. */
export function madeText(made: Made, { making }: Words): string {
  const { id, written, changed, columns, notThere, toDecide, sample, file } = made
  const [head, field, why] = making.head
  const rows = columns.map((each) => [each.heading, fieldOf(each, making), whyOf(each, making)])
  const next = [
    ['test', 'npx vitest run test/connectors'],
    ['words', 'npx vitest run test/words.test.ts -u'],
    ['kit', `bin/doisoat connector test ${id}`],
  ] as const
  return [
    making.written,
    ...written.map((path) => `  ${path}${path.startsWith('fixtures/') ? ` (${making.sampleOf(sample.rows)})` : ''}`),
    making.changed,
    ...changed.map((path) => `  ${path}`),
    '',
    table([head!, field!, why!], rows),
    '',
    ...(notThere.length === 0 ? [] : [making.notThere(notThere.join(', '))]),
    ...columns.flatMap(({ heading, unknownWords }) =>
      unknownWords.length === 0 ? [] : [making.unknownWords(heading, listed(unknownWords))],
    ),
    file === null ? making.notRead : making.read(file.rows, file.rejected),
    making.decide(toDecide, ['connectors', 'reports/words'].join(', ')),
    '',
    making.nextHeading,
    ...next.flatMap(([what, command]) => [`  # ${making.next[what]}`, `  ${command}`]),
  ]
    .map((line) => `${line}\n`)
    .join('')
}

function fieldOf({ field, isSure, unneeded }: MadeColumn, making: Words['making']): string {
  if (field === null) return unneeded === null ? making.undecided : '–'
  return isSure ? field : `${field} ${making.unsure}`
}

function whyOf({ why, rivals, unneeded }: MadeColumn, making: Words['making']): string {
  if (unneeded !== null) return making.unneeded[unneeded]
  const or = rivals.length === 0 ? [] : [making.or(rivals.map(quoted).join(', '))]
  if (why === null) return or.join('')
  const some = `${why.systems.slice(0, 2).join(', ')}${why.systems.length > 2 ? ', …' : ''}`
  return [making.heading[why.heading](some), making.share(why.such, why.filled), ...or].join('; ')
}
