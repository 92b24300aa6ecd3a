import { type DataValidation, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { columnStyle, heights, momentOf, oddCells, valuesOf } from './workbook-cell.ts'

export type { CellStyle, CellValue } from 'hucre/xlsx'

/** A cell with its type: text stays text, whatever it begins with; null is empty. */
export type SheetCell = string | number | null | { readonly moment: string }

export type SheetColumn = {
  readonly title: string
  readonly width: number // in letters
  readonly format?: string // of its numbers
  readonly moments?: 'day' | 'instant' // how its moments are shown; a cell has the time of day in any case
  readonly filledIn?: boolean // by hand
  readonly tinted?: boolean // by the row's tint
  readonly aside?: boolean // not printed, one line high; the last columns
  readonly day?: { readonly after: string; readonly prompt: string } // what may be filled in
}

/** A table with a head of its own, as an office prints it. */
export type TableSheet = {
  readonly name: string
  readonly title: string
  readonly notes: readonly string[]
  readonly columns: readonly SheetColumn[]
  readonly frozen: number // columns that stay
  readonly rows: readonly (readonly SheetCell[])[]
  readonly tints: readonly (string | null)[] // of the rows, as RRGGBB
  readonly none: string // what is said where there are no rows
  readonly footer: string
}

/**
 * The bytes of a workbook, the same for the same sheets: the day that it states is the only clock. Sheets are printed
 * on A4 landscape as wide as the page, with their header on every page; they can be sorted and filtered.
 */
export async function workbookBytes(sheets: readonly TableSheet[], title: string, day: string): Promise<Uint8Array> {
  const when = momentOf(day)
  return writeXlsx({
    sheets: sheets.map(sheetOf),
    properties: { title, creator: 'doisoat', created: when, modified: when },
    namedRanges: sheets.flatMap(namesOf),
    defaultFont: { name: 'Times New Roman', size: 11 },
  })
}

function sheetOf(sheet: TableSheet): WriteSheet {
  const { name, columns, rows, frozen, footer } = sheet
  const head = headRow(sheet)
  const last = head + Math.max(1, rows.length)
  return {
    name,
    columns: columns.map((column) => ({ width: column.width, style: columnStyle(column) })),
    rows: valuesOf(sheet),
    cells: new Map(oddCells(sheet, head)),
    autoFilter: { range: `A${head + 1}:${letter(columns.length)}${last + 1}` },
    rowDefs: heights(sheet, head),
    freezePane: { rows: head + 1, columns: frozen },
    dataValidations: rows.length === 0 ? [] : daysAsked(columns, head + 2, last + 1),
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { top: 0.5, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: footer },
  }
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

/** Printed titles and area as names of the workbook: the library's own options leave a sheet's name unquoted. */
function namesOf(sheet: TableSheet): { name: string; range: string; scope: string }[] {
  const head = headRow(sheet) + 1
  const quoted = `'${sheet.name.replaceAll("'", "''")}'`
  const printed = sheet.columns.filter(({ aside }) => aside !== true).length
  const last = head + Math.max(1, sheet.rows.length)
  return [
    { name: '_xlnm.Print_Titles', range: `${quoted}!$${head}:$${head}`, scope: sheet.name },
    { name: '_xlnm.Print_Area', range: `${quoted}!$A$1:$${letter(printed)}$${last}`, scope: sheet.name },
  ]
}

/** Counted from 0: below the title, the notes and a blank row. */
function headRow({ notes }: TableSheet): number {
  return notes.length + 2
}

const FIRST_SERIAL = Date.UTC(1899, 11, 30)

function serialOf(day: string): number {
  return (momentOf(day).getTime() - FIRST_SERIAL) / 86_400_000
}

/** 1 is A, 27 is AA. */
function letter(column: number): string {
  const at = column - 1
  return at < 26 ? String.fromCharCode(65 + at) : `${letter(Math.floor(at / 26))}${letter((at % 26) + 1)}`
}
