import { columnStyle, heights, oddCells, type SheetColumn, type TableSheet, valuesOf } from './table-sheet-cell.ts'
import { type DataValidation, letter, momentOf, onA4, type PrintedSheet } from './workbook.ts'

/** A table as a sheet on A4 landscape, its header on every page; it can be sorted and filtered. */
export function tableSheet(table: TableSheet): PrintedSheet {
  const { name, columns, rows, frozen, footer } = table
  const head = headRow(table)
  const last = head + Math.max(1, rows.length)
  return {
    sheet: {
      name,
      columns: columns.map((column) => ({ width: column.width, style: columnStyle(column) })),
      rows: valuesOf(table),
      cells: new Map(oddCells(table, head - 1)),
      autoFilter: { range: `A${head}:${letter(columns.length)}${last}` },
      rowDefs: heights(table, head - 1),
      freezePane: { rows: head, columns: frozen },
      dataValidations: rows.length === 0 ? [] : daysAsked(columns, head + 1, last),
      pageSetup: onA4('landscape'),
      headerFooter: { oddFooter: footer },
    },
    titles: [head, head],
    area: { columns: columns.filter(({ aside }) => aside !== true).length, rows: last },
  }
}

/** Below the title, the notes and a blank row. */
function headRow({ notes }: TableSheet): number {
  return notes.length + 3
}

/** A day may be filled in that is not over; the program reads others too, and says which it cannot take. */
function daysAsked(columns: readonly SheetColumn[], first: number, last: number): DataValidation[] {
  return columns.flatMap(({ day }, at) => {
    if (day === undefined) return []
    const range = `${letter(at + 1)}${first}:${letter(at + 1)}${last}`
    const said = { showInputMessage: true, inputMessage: day.prompt, showErrorMessage: true, errorMessage: day.prompt }
    const formula1 = String(serialOf(day.after))
    return [{ type: 'date', operator: 'greaterThan', formula1, allowBlank: true, ...said, range }]
  })
}

const FIRST_SERIAL = Date.UTC(1899, 11, 30)

function serialOf(day: string): number {
  return (momentOf(day).getTime() - FIRST_SERIAL) / 86_400_000
}
