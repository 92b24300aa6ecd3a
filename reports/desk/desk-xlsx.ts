import { countsText, type DeskDossier, type DeskList } from './desk.ts'
import { type Cell, type Column, type DeskTable, deskTables } from './desk-table.ts'
import { dayText } from '../format.ts'
import type { SheetColumn, TableSheet } from '../table-sheet-cell.ts'
import { tableSheet } from '../table-sheet.ts'
import { inFooter, workbookBytes } from '../workbook.ts'
import type { Words } from '../words.ts'

/** The desk's list as a workbook: a sheet of dossiers, one of files, one of what was resolved. */
export function deskXlsx(list: DeskList, words: Words): Promise<Uint8Array> {
  const sheets = deskTables(list, words).map((table) => tableSheet(sheetOf(table, list, words)))
  return workbookBytes(sheets, words.desk.title, list.asOf)
}

function sheetOf({ part, columns, rows, none }: DeskTable, list: DeskList, words: Words): TableSheet {
  const { desk } = words
  const handedBack = part !== 'resolved'
  return {
    name: desk.part[part],
    title: titleOf(part, list, words),
    notes: [`${desk.asOf(dayText(list.asOf))} ${countsText(list, words)}`, ...(handedBack ? [desk.handBack] : [])],
    columns: columns.map((column) => columnOf(column, list, words)),
    frozen: part === 'files' ? 1 : columns.indexOf('code') + 1,
    rows: rows.map((row) => columns.map((column) => cellOf(column, row[column] ?? null))),
    tints: part === 'dossiers' ? list.dossiers.map(({ group }) => tints[group]) : rows.map(() => null),
    none,
    footer: `&L${inFooter(list.unit)}, ${dayText(list.asOf)}&R${desk.page('&P', '&N')}`,
  }
}

/** What is looked up and not read stands in one line. */
function cellOf(column: Column, cell: Cell): Cell {
  return typeof cell === 'string' && aside.has(column) ? cell.replaceAll('\n', '; ') : cell
}

function titleOf(part: DeskTable['part'], { unit, before }: DeskList, { desk }: Words): string {
  if (part === 'dossiers') return `${desk.title} – ${unit}`
  const title = part === 'files' ? desk.part.files : desk.resolvedSince(before === null ? null : dayText(before))
  return `${title} – ${unit}`
}

function columnOf(column: Column, { asOf }: DeskList, { desk }: Words): SheetColumn {
  return {
    title: desk.column[column],
    width: widths[column],
    aside: aside.has(column),
    tinted: column === 'group',
    filledIn: column === 'note' || column === 'until',
    ...(column in moments ? { moments: moments[column as keyof typeof moments] } : {}),
    ...(column in formats ? { format: formats[column as keyof typeof formats] } : {}),
    ...(column === 'until' ? { day: { after: asOf, prompt: desk.untilPrompt } } : {}),
  }
}

const moments = { received: 'day', due: 'day', until: 'day', since: 'day', submitted: 'instant' } as const
const formats = { number: '0', hoursLeft: '0.0;[Red]-0.0' } as const

/** Not printed: what is left must be legible on A4. */
const aside: ReadonlySet<Column> = new Set<Column>(['since', 'submitted', 'systems', 'sources', 'keys'])

const widths: Readonly<Record<Column, number>> = {
  number: 5,
  part: 12,
  group: 12,
  mark: 9,
  code: 21,
  ownNumber: 14,
  procedure: 26,
  person: 9,
  received: 11,
  due: 11,
  hoursLeft: 8,
  status: 13,
  account: 15,
  reasons: 30,
  actions: 27,
  note: 18,
  until: 12,
  since: 11,
  submitted: 17,
  systems: 24,
  sources: 44,
  keys: 60,
  system: 26,
  matter: 60,
}

/** Pale, so that they print as paper; the group's name says the same. */
const tints: Readonly<Record<DeskDossier['group'], string | null>> = {
  overdue: 'F8CBAD',
  reception_overdue: 'FCE4D6',
  due_soon: 'FFF2CC',
  routed: 'DDEBF7',
  conflict: 'E2EFDA',
  rest: null,
  acknowledged: 'EDEDED',
}
