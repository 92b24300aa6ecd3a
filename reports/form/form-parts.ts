import { footerOf, headCell, knownFigures, noteRows, rowOf, sheetHead } from './form-head.ts'
import { type Ledger, type LedgerGroup, ledgerRows } from './ledger.ts'
import type { PaperCell, PaperRow, PaperSheet } from './paper-sheet.ts'
import type { FigureKey, FigureValues, PeriodReport, ProcedurePart, SystemPart } from '../period-report.ts'
import type { Words } from '../words.ts'

/** The procedures of each field under the field's sum; refused and withdrawn have columns of their own. */
export function proceduresSheet(report: PeriodReport, words: Words): PaperSheet {
  const { form } = words
  const fields = [...Map.groupBy(report.procedures, ({ field }) => field)]
  const groups = fields.map(([field, parts]) => fieldGroup(field, parts, words))
  const names = [form.column.number, form.column.code, form.column.procedure]
  const [labels, widths] = [names.map((name) => headCell(name, { down: 2 })), [5, 11, 52]]
  return partsSheet('procedures', { labels, widths, groups, notes: [] }, report, words)
}

/** The ministries' systems, and up to when each of them was heard. */
export function systemsSheet(report: PeriodReport, words: Words): PaperSheet {
  const { form } = words
  const order = Object.keys(words.system)
  const place = ({ system }: SystemPart) => (system === null ? order.length : order.indexOf(system))
  const parts = report.systems
    .filter(({ system }) => system === null || !ofAll.has(system))
    .toSorted((a, b) => place(a) - place(b))
  const lines = parts.map((part, at) => systemLine(part, at + 1, report, words))
  const names = [form.column.number, form.column.system, form.column.reaches, form.column.came]
  const [labels, widths] = [names.map((name) => headCell(name, { down: 2 })), [5, 40, 12, 12]]
  const groups = lines.length === 0 ? [] : [{ title: null, lines }]
  return partsSheet('systems', { labels, widths, groups, notes: [form.systemsNote] }, report, words)
}

/** They list dossiers of every system, and handle none. */
const ofAll: ReadonlySet<string> = new Set(['dvcqg', 'dvcqg-thanhtoan', 'trungtam'])

type Parts = {
  readonly labels: readonly PaperCell[]
  readonly widths: readonly number[]
  readonly groups: readonly LedgerGroup[]
  readonly notes: readonly string[]
}

function partsSheet(
  id: 'procedures' | 'systems',
  { labels, widths, groups, notes }: Parts,
  report: PeriodReport,
  words: Words,
): PaperSheet {
  const { form } = words
  const columns = labels.length + adds.length
  const above = sheetHead(id, report, columns, words)
  const head = [...above, ...countHeads(labels, words)]
  const ledger: Ledger = {
    labels: labels.length,
    adds,
    groups: knownFigures(report) === null ? null : groups,
    total: form.total,
    none: form.none,
  }
  const said = [form.note.basis[report.basis], ...notes]
  return {
    name: form.sheet[id],
    orientation: 'landscape',
    widths: [...widths, ...adds.map(() => 9)],
    head: [above.length + 1, head.length],
    frozen: id === 'systems' ? 2 : 3,
    rows: [...head, ...ledgerRows(ledger, head.length + 1), ...noteRows(said, columns)],
    footer: footerOf(report, words),
  }
}

/** Received (total, new, carried in), resolved (total and five ways), pending (total, in time, overdue). */
export const adds = [2, 0, 0, 5, 0, 0, 0, 0, 0, 2, 0, 0]

export function countHeads(labels: readonly PaperCell[], { form: { column } }: Words): PaperRow[] {
  const { all, early, onTime, overdue, refused, withdrawn, inTime } = column
  const names = [
    all,
    column.new,
    column.carriedIn,
    all,
    early,
    onTime,
    overdue,
    refused,
    withdrawn,
    all,
    inTime,
    overdue,
  ]
  return [
    rowOf(
      ...labels,
      headCell(column.received, { across: 3 }),
      headCell(column.resolved, { across: 6 }),
      headCell(column.pending, { across: 3 }),
    ),
    { cells: [labels.length, ...names.map((name) => headCell(name))] },
  ]
}

function fieldGroup(field: string, parts: readonly ProcedurePart[], { form }: Words): LedgerGroup {
  return {
    title: field === '' ? form.noField : field,
    lines: parts.map(({ code, name, figures }, at) => ({
      labels: [
        { look: 'middle', value: at + 1 },
        { look: 'middle', value: code ?? '–' },
        { look: 'name', value: name === '' ? (code === null ? form.noProcedure : form.notListed) : name },
      ],
      counts: countsOf(figures),
    })),
  }
}

function systemLine(
  { system, figures, reaches, came }: SystemPart,
  number: number,
  { stated, basis }: PeriodReport,
  words: Words,
): LedgerGroup['lines'][number] {
  const name = system === null ? words.form.noSystem : words.system[system]
  const isSilent = system !== null && stated[basis].incomplete.includes(system)
  return {
    labels: [
      { look: 'middle', value: number },
      { look: 'name', value: isSilent ? words.form.notHeard(name) : name },
      dayCell(reaches),
      dayCell(came),
    ],
    counts: countsOf(figures),
  }
}

function dayCell(day: string | null): PaperCell {
  return day === null ? { look: 'middle', value: '–' } : { look: 'day', value: { day: day.slice(0, 10) } }
}

const counted: readonly FigureKey[] = [
  'received_new',
  'carried_in',
  'resolved_early',
  'resolved_on_time',
  'resolved_overdue',
  'refused',
  'withdrawn',
  'pending_in_time',
  'pending_overdue',
]

/** Null where one of them is not known. */
export function countsOf(figures: FigureValues): number[] | null {
  const values = counted.map((key) => figures[key]).filter((value) => value !== null)
  return values.length === counted.length ? values : null
}
