import type { DeskList } from './desk.ts'
import { type Cell, type Column, type DeskTable, deskTables, type Row } from './desk-table.ts'
import { instantText } from '../format.ts'
import { listCsv, type ListCell } from '../list-csv.ts'
import type { Words } from '../words.ts'

/** The desk's list as one table: the part in the first column, a row a line, so that it can be saved again by anything. */
export function deskCsv(list: DeskList, words: Words): string {
  const tables = deskTables(list, words)
  const columns = tables[0]!.columns
  const head = [words.desk.column.part, ...columns.map((column) => words.desk.column[column])]
  return listCsv(
    head,
    tables.flatMap((table) => rowsOf(table).map((row) => [words.desk.part[table.part], ...cellsOf(row, columns)])),
  )
}

/** Nothing to do is something to say; the other parts are left out when they are empty. */
function rowsOf({ part, rows, none }: DeskTable): readonly Row[] {
  return rows.length === 0 && part === 'dossiers' ? [{ reasons: none }] : rows
}

/** A file's system and matter stand in the columns that a dossier has for them. */
function cellsOf(row: Row, columns: readonly Column[]): ListCell[] {
  const whole: Row = { systems: row.system ?? null, reasons: row.matter ?? null, ...row }
  return columns.map((column) => plain(whole[column] ?? null))
}

function plain(cell: Cell): ListCell {
  if (typeof cell === 'string') return cell.replaceAll('.\n', '. ').replaceAll('\n', '; ')
  return typeof cell === 'object' && cell !== null ? instantText(cell.moment) : cell
}
