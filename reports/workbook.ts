import { type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { printable } from './format.ts'

export type { CellStyle, CellValue, DataValidation, WriteSheet } from 'hucre/xlsx'

/** A sheet with what a printer needs to know: rows are counted from 1, both ends are meant, and so are columns. */
export type PrintedSheet = {
  readonly sheet: WriteSheet
  readonly titles: readonly [first: number, last: number] // the rows that stand on every page
  readonly area: { readonly columns: number; readonly rows: number } // from the sheet's first cell on
}

/** The bytes of a workbook, the same for the same sheets: the day that it states is the only clock. */
export async function workbookBytes(sheets: readonly PrintedSheet[], title: string, day: string): Promise<Uint8Array> {
  const when = momentOf(day)
  return writeXlsx({
    sheets: sheets.map(({ sheet }) => sound(sheet)),
    properties: { title: printable(title), creator: 'doisoat', created: when, modified: when },
    namedRanges: sheets.flatMap(namesOf),
    defaultFont: { name: 'Times New Roman', size: 11 },
  })
}

/** What cells, titles and footers say without the signs that XML cannot hold, or that turn a text's direction. */
function sound<Part>(part: Part): Part {
  if (typeof part === 'string') return printable(part) as Part
  if (part instanceof Map) return new Map([...part].map(([key, each]) => [key, sound(each)])) as Part
  if (Array.isArray(part)) return soundList(part) as Part
  if (typeof part !== 'object' || part === null || Object.getPrototypeOf(part) !== Object.prototype) return part
  const [keys, values] = [Object.keys(part), Object.values(part)]
  const clean = soundList(values)
  return clean === values ? part : (Object.fromEntries(keys.map((key, i) => [key, clean[i]])) as Part)
}

/** The list itself where nothing is changed, which is nearly always: lists have a hundred thousand cells. */
function soundList(parts: readonly unknown[]): readonly unknown[] {
  const clean = parts.map(sound)
  return clean.every((each, i) => each === parts[i]) ? parts : clean
}

/** A4, as wide as the page and as many pages long as it takes; margins in inches. */
export function onA4(orientation: 'landscape' | 'portrait'): NonNullable<WriteSheet['pageSetup']> {
  return {
    paperSize: 'a4',
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { top: 0.5, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
  }
}

/** What stands in a cell as text, whatever it begins with; no cell may be longer than a workbook allows. */
export function literal(text: string): string {
  // `_x003D_` stands for an equals sign; where an export has these very letters, they stay letters
  return text.slice(0, LONGEST_CELL).replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
}

const LONGEST_CELL = 32_767

/** What is not for a cell of its own, in a header or footer: there an ampersand begins a command. */
export function inFooter(text: string): string {
  return text.replaceAll('&', '&&')
}

/** A day or an instant as it stands on the office's wall: a workbook knows no zone. */
export function momentOf(instant: string): Date {
  return new Date(instant.length > 10 ? `${instant}Z` : `${instant}T00:00:00Z`)
}

/** 1 is A, 27 is AA. */
export function letter(column: number): string {
  const at = column - 1
  return at < 26 ? String.fromCharCode(65 + at) : `${letter(Math.floor(at / 26))}${letter((at % 26) + 1)}`
}

/** Printed titles and area as names of the workbook: the library's own options leave a sheet's name unquoted. */
function namesOf({ sheet: { name }, titles, area }: PrintedSheet): { name: string; range: string; scope: string }[] {
  const quoted = `'${name.replaceAll("'", "''")}'`
  return [
    { name: '_xlnm.Print_Titles', range: `${quoted}!$${titles[0]}:$${titles[1]}`, scope: name },
    { name: '_xlnm.Print_Area', range: `${quoted}!$A$1:$${letter(area.columns)}$${area.rows}`, scope: name },
  ]
}
