import {
  actionTexts,
  type DeskDossier,
  type DeskFile,
  type DeskList,
  procedureText,
  reasonText,
  shown,
  sourceTexts,
} from './desk.ts'
import type { Words } from '../words.ts'

/** A cell with its type: text, a number, a day or an instant; null is empty. */
export type Cell = string | number | null | { readonly moment: string }

export type Column = keyof Words['desk']['column']

/** One row; what a column has nothing for is left out. */
export type Row = Readonly<Partial<Record<Column, Cell>>>

export type DeskTable = {
  readonly part: keyof Words['desk']['part']
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly none: string // what is said where there are no rows
}

/** The list as tables of typed cells, for a workbook or a text: dossiers, files, what was resolved. */
export function deskTables({ dossiers, files, resolved }: DeskList, words: Words): DeskTable[] {
  const { noDossiers, noFiles, noResolved } = words.desk
  const onDossier = (row: DeskDossier): Row => dossierRow(row, words)
  return [
    table('dossiers', onDossiers, dossiers.map(onDossier), noDossiers),
    table(
      'files',
      onFiles,
      files.map((row) => fileRow(row, words)),
      noFiles,
    ),
    table('resolved', onResolved, resolved.map(onDossier), noResolved),
  ]
}

/** Numbered, and with its own columns alone: what is over has nothing to do. */
function table(part: DeskTable['part'], columns: readonly Column[], rows: readonly Row[], none: string): DeskTable {
  const own = rows.map((row, index): Row => {
    const whole: Row = { number: index + 1, ...row }
    return Object.fromEntries(columns.map((column) => [column, whole[column] ?? null]))
  })
  return { part, columns, rows: own, none }
}

/** What people act on first, then what they fill in, then what is looked up. */
const onDossiers: readonly Column[] = [
  'number',
  'group',
  'mark',
  'code',
  'ownNumber',
  'procedure',
  'person',
  'received',
  'due',
  'hoursLeft',
  'status',
  'account',
  'reasons',
  'actions',
  'note',
  'until',
  'since',
  'submitted',
  'systems',
  'sources',
  'keys',
]

const onFiles: readonly Column[] = [
  'number',
  'mark',
  'system',
  'matter',
  'actions',
  'note',
  'until',
  'since',
  'sources',
  'keys',
]

const onResolved: readonly Column[] = [
  'number',
  'code',
  'ownNumber',
  'procedure',
  'person',
  'received',
  'due',
  'status',
  'reasons',
  'since',
  'submitted',
  'systems',
  'sources',
]

function dossierRow(row: DeskDossier, words: Words): Row {
  const { desk } = words
  return {
    group: desk.group[row.group],
    mark: row.mark === null ? null : desk.mark[row.mark],
    code: row.code,
    ownNumber: joined(row.ownNumbers.map(shown)),
    procedure: procedureText(row.procedure),
    person: row.person,
    submitted: moment(row.submitted),
    received: moment(row.received),
    due: moment(row.due),
    hoursLeft: row.hoursLeft,
    status: row.status === null ? null : words.status[row.status],
    systems: joined(row.systems.map((system) => words.system[system])),
    account: row.account === null ? null : shown(row.account),
    reasons: joined(row.reasons.map((reason) => reasonText(reason, words))),
    actions: joined(actionTexts(row.reasons, words)),
    since: moment(row.since),
    sources: joined(sourceTexts(row.sources)),
    keys: joined(row.reasons.map(({ key }) => key)),
  }
}

function fileRow({ mark, reason, sources }: DeskFile, words: Words): Row {
  return {
    mark: mark === null ? null : words.desk.mark[mark],
    system: reason.system === null ? null : words.system[reason.system],
    matter: reasonText(reason, words),
    actions: joined(actionTexts([reason], words)),
    since: moment(reason.since),
    sources: joined(sourceTexts(sources)),
    keys: reason.key,
  }
}

function moment(instant: string | null): Cell {
  return instant === null ? null : { moment: instant }
}

/** Several things in one cell, a line each. */
function joined(texts: readonly string[]): string | null {
  return texts.length === 0 ? null : texts.join('\n')
}
