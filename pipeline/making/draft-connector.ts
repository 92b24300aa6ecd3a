import { codeIfKnown, choice, type Column, count, dong, dossierCode, identity, ifThere, moment, optional, serialMoment, text, type Value } from '../../connectors/column.ts' // prettier-ignore
import type { Connector, System } from '../../connectors/connector.ts'
import { channelWords, statusCodesAndWords, statusWords, yesOrNo } from '../../connectors/words.ts'
import { masked } from '../mask.ts'
import { type Field, guesses } from './fields.ts'
import { type Kind, kinds } from './kinds.ts'
import type { Proposed } from './propose.ts'

type Plain = (...headers: string[]) => Column<Value>
type Row = readonly string[]

const readers = { dossierCode, codeIfKnown, identity, moment, serialMoment, dong, count, text } as const satisfies {
  readonly [name: string]: Plain
}
const wordTables = { statusWords, statusCodesAndWords, channelWords, yesOrNo } as const
const empties = { optional, ifThere } as const

/** How a column is read, by the names that its source has too. */
export type Reader = {
  readonly field: Field
  readonly heading: string
  readonly reader: keyof typeof readers | 'choice'
  readonly words: keyof typeof wordTables | null
  readonly empty: keyof typeof empties | null // null: what it reads decides
}

/** The columns that were given a field, in the order in which connectors have them. */
export function readersOf(columns: readonly Proposed[]): readonly Reader[] {
  const order = guesses.map(({ field }) => field)
  const given = columns.flatMap((column) => (column.field === null ? [] : [readerOf(column, column.field)]))
  return given.toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
}

const byKind: { readonly [kind in Kind]?: keyof typeof readers } = {
  identity: 'identity',
  day: 'moment',
  serial: 'serialMoment',
  money: 'dong',
  count: 'count',
}

function readerOf({ heading, why, hasEmpty, isNeedless }: Proposed, field: Field): Reader {
  const { kind, such, filled } = why!
  const words = wordsFor(field, kind)
  if (kind === 'code') {
    const isAlways = such === filled && !hasEmpty
    return { field, heading, reader: isAlways ? 'dossierCode' : 'codeIfKnown', words: null, empty: null }
  }
  const empty = isNeedless ? 'ifThere' : field === 'status' && !hasEmpty ? null : 'optional'
  return { field, heading, reader: words === null ? (byKind[kind] ?? 'text') : 'choice', words, empty }
}

function wordsFor(field: Field, kind: Kind): Reader['words'] {
  if (field === 'status') return kind === 'status_number' ? 'statusCodesAndWords' : 'statusWords'
  return field === 'channel' ? 'channelWords' : field === 'electronicResult' ? 'yesOrNo' : null
}

/** The connector itself, so that it can be tried before its file is written. */
export function draftConnector(id: string, label: string, columns: readonly Proposed[], multiline: boolean): Connector {
  const made = readersOf(columns).map(({ field, heading, reader, words, empty }) => {
    const plain: Column<Value> =
      reader === 'choice' ? choice<Value>(wordTables[words!], heading) : readers[reader](heading)
    return [field, empty === null ? plain : empties[empty](plain)]
  })
  return {
    system: id as System,
    label,
    lists: 'dossiers',
    columns: Object.fromEntries(made) as Connector['columns'],
    ignored: columns.filter(({ field }) => field === null).map(({ heading }) => heading),
    ...(multiline ? { multiline } : {}),
  }
}

const MOST_WORDS = 20
const LONGEST_WORD = 60

/** Words of a column that the tables lack, most frequent first; none that stands only once or might name somebody. */
export function unknownWordsIn({ field, at }: Proposed, rows: readonly Row[]): readonly string[] {
  if (field !== 'status' && field !== 'channel') return []
  const isKnown =
    field === 'channel' ? kinds.channel : (cell: string) => kinds.status(cell) || kinds.status_number(cell)
  const counts = new Map<string, number>()
  for (const cells of rows) {
    const word = (cells[at] ?? '').trim()
    if (word !== '' && !isKnown(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const shown = [...counts].filter(([word, count]) => count > 1 && word.length <= LONGEST_WORD && masked(word) === word && !/\d{4}/.test(word)) // prettier-ignore
  return shown.toSorted((a, b) => b[1] - a[1]).slice(0, MOST_WORDS).map(([word]) => word) // prettier-ignore
}
