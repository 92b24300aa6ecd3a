import { footerOf, headCell, noteRows, rowOf, sheetHead } from './form-head.ts'
import type { PaperCell, PaperRow, PaperSheet } from './paper-sheet.ts'
import type { PeriodReport } from '../period-report.ts'
import type { Words } from '../words.ts'

type Line = keyof Words['statementLine']

const COLUMNS = 5

/**
 * The walk from the portal's list to the Centre's book, as a bank reconciliation: each line with its sign, what they
 * come to as a formula, the book, and what is left unexplained. There is no walk where one of the two lists is missing.
 */
export function statementSheet(report: PeriodReport, words: Words): PaperSheet {
  const { form } = words
  const { column } = form
  const names = [column.number, column.line, column.sign, column.count, column.meaning]
  const above = sheetHead('statement', report, COLUMNS, words)
  const head = [...above, rowOf(...names.map((name) => headCell(name)))]
  const missing = (['dvcqg', 'trungtam'] as const).filter((each) => isMissing(each, report))
  const rows =
    missing.length > 0
      ? [
          rowOf({
            look: 'middle',
            value: form.statement.unknown(missing.map((each) => words.system[each])),
            across: COLUMNS,
          }),
        ]
      : walkRows(report, head.length + 1, words)
  return {
    name: form.sheet.statement,
    orientation: 'portrait',
    widths: [5, 37, 6, 11, 46],
    head: [head.length, head.length],
    frozen: 2,
    rows: [...head, ...rows, ...noteRows([], COLUMNS)],
    footer: footerOf(report, words),
  }
}

/** As on the terminal: a list that was not heard on the last night is no end to walk from, or to. */
function isMissing(system: 'dvcqg' | 'trungtam', { stated, basis }: PeriodReport): boolean {
  return stated[basis].incomplete.includes(system)
}

const signs = {
  portal: '+',
  unreadable_portal: '+',
  routed_past_centre: '−',
  missing_at_centre: '−',
  missing_in_portal: '+',
} as const satisfies Partial<Record<Line, '+' | '−'>>

const steps = Object.keys(signs) as (keyof typeof signs)[]

function walkRows(report: PeriodReport, first: number, words: Words): PaperRow[] {
  const { statement } = words.form
  const count = (line: Line) =>
    report.stated[report.basis].reconciliation.find((each) => each.line === line)?.count ?? 0
  const name = (line: Line) => words.statementLine[line]
  const walked = steps.reduce((sum, line) => sum + (signs[line] === '+' ? 1 : -1) * count(line), 0)
  const [end, book] = [first + steps.length, first + steps.length + 1]
  const formula = steps.map((line, at) => `${signs[line] === '+' ? '+' : '-'}D${first + at}`).join('')
  const lines = steps.map((line, at) =>
    lineRow(at + 1, name(line), signs[line], { look: 'count', value: count(line) }, statement.meaning[line]),
  )
  return [
    ...lines,
    sumRow(statement.walked, '=', { value: walked, formula: formula.slice(1) }, statement.walkedMeaning),
    lineRow(
      steps.length + 1,
      name('centre_book'),
      '',
      { look: 'count', value: count('centre_book') },
      statement.meaning.centre_book,
    ),
    sumRow(
      name('unexplained'),
      '=',
      { value: count('centre_book') - walked, formula: `D${book}-D${end}` },
      statement.meaning.unexplained,
    ),
  ]
}

function lineRow(number: number, name: string, sign: string, count: PaperCell, meaning: string): PaperRow {
  return rowOf(
    { look: 'middle', value: number },
    { look: 'name', value: name },
    { look: 'middle', value: sign },
    count,
    { look: 'name', value: meaning },
  )
}

function sumRow(name: string, sign: string, sum: Pick<PaperCell, 'value' | 'formula'>, meaning: string): PaperRow {
  return rowOf(
    { look: 'groupMiddle', value: '' },
    { look: 'groupName', value: name },
    { look: 'groupMiddle', value: sign },
    { look: 'groupCount', ...sum },
    { look: 'groupText', value: meaning },
  )
}
