import { cellText, mergedRow, MOST_COLUMNS, MOST_ROWS, type Row, type Rows } from './sheet.ts'
import { type Attributes, type Handler, LONGEST, readMarkup, type Sink } from './sheet-markup.ts'
import { type Broken, isBroken, type Pieces } from './table.ts'
import { dayOrInstant, numberText } from './workbook-cell.ts'

/**
 * SpreadsheetML 2003, a workbook in one XML file: `<Worksheet ss:Name="…"><Table><Row ss:Index="4"><Cell
 * ss:MergeDown="1"><Data ss:Type="String">…`. Rows and cells without an index follow the one before.
 */
export function spreadsheetRows(pieces: Pieces, sheet: number): Rows {
  return readMarkup(pieces, 'xml', (sink: Sink<Row>) => sheetHandler(sink, sheet))
}

/** The names of its sheets, in their order. */
export function spreadsheetNames(pieces: Pieces): readonly string[] | Broken {
  const names: string[] = []
  const reading = readMarkup(pieces, 'xml', (sink: Sink<string>) => ({
    open: (name, attributes) => {
      if (name === 'Worksheet') sink.items.push(attributes['ss:Name'] ?? attributes['Name'] ?? '')
    },
    text: () => {},
    close: () => {},
  }))
  let next = reading.next()
  for (; next.done !== true; next = reading.next()) names.push(next.value)
  return isBroken(next.value) ? next.value : names
}

function sheetHandler(sink: Sink<Row>, wanted: number): Handler {
  let [sheet, line, column, text, type] = [-1, 0, 0, '', '']
  let [isValue, isComment] = [false, false]
  let cells: string[] = []
  let [down, across] = [new Map<number, number>(), new Map<number, number>()]
  return {
    open: (name, attributes) => {
      if (name === 'Worksheet') sheet++
      if (sheet !== wanted) return
      if (name === 'Row') {
        line = numberOf(attributes, 'Index') ?? line + 1
        ;[cells, column, down, across] = [[], 0, new Map(), new Map()]
        if (line > MOST_ROWS) sink.broken ??= { id: 'too_large', part: 'rows', limit: MOST_ROWS }
      } else if (name === 'Cell') {
        column = (numberOf(attributes, 'Index') ?? column + 1) - 1
        const [right, below] = [numberOf(attributes, 'MergeAcross') ?? 0, numberOf(attributes, 'MergeDown') ?? 0]
        if (column >= MOST_COLUMNS) sink.broken ??= { id: 'too_large', part: 'columns', limit: MOST_COLUMNS }
        else while (cells.length <= column) cells.push('')
        if (below > 0) down.set(column, line + below)
        if (right > 0) across.set(column, column + right)
        column += 1 + right
      } else if (name === 'Comment') isComment = true
      else if (name === 'Data' && !isComment) [isValue, text, type] = [true, '', attributes['ss:Type'] ?? 'String']
    },
    text: (part) => {
      if (isValue && text.length <= LONGEST) text += part
    },
    close: (name) => {
      if (sheet !== wanted) return
      if (name === 'Comment') isComment = false
      else if (name === 'Data' && isValue) {
        isValue = false
        if (cells.length > 0) cells[cells.length - 1] = shownText(text, type)
      } else if (name === 'Row') sink.items.push(mergedRow({ line, cells }, down, across))
    },
  }
}

function shownText(text: string, type: string): string {
  if (type === 'Number') return numberText(text)
  if (type === 'DateTime') return dayOrInstant(text)
  if (type === 'Boolean') return text === '1' ? 'TRUE' : 'FALSE'
  return cellText(text)
}

function numberOf(attributes: Attributes, name: string): number | null {
  const number = Number.parseInt(attributes[`ss:${name}`] ?? attributes[name] ?? '', 10)
  return number >= 0 ? number : null
}
