import { count, dayText } from '../format.ts'
import { movedNotes } from '../form/form-notes.ts'
import { type FormColumns, formRows } from '../form/form-rows.ts'
import { incompleteText } from '../paragraph.ts'
import type { PeriodReport } from '../period-report.ts'
import type { Filling } from './places.ts'
import { plainName } from '../plain-text.ts'
import type { Words } from '../words.ts'

type Annex = Pick<
  Filling,
  'Các lĩnh vực' | 'Các ghi chú' | 'Các loại sai lệch' | 'Nhận xét sai lệch' | `Tổng ${keyof FormColumns}`
>

/** What stands in the annex: the form's table by field with its total and notes, and the discrepancies by kind. */
export function annexOf(report: PeriodReport, words: Words): Annex {
  const { rows, total } = formRows(report)
  return {
    'Các lĩnh vực': rows.map(({ name, columns }, at) => {
      return { STT: String(at + 1), 'Lĩnh vực': plainName(name) || 'Chưa rõ lĩnh vực', ...cells('Cột', columns) }
    }),
    ...cells('Tổng', total),
    'Các ghi chú': notes(report, words).map((note) => ({ 'Ghi chú': note })),
    'Các loại sai lệch': kinds(report, words),
    'Nhận xét sai lệch': remark(report),
  }
}

function cells<Prefix extends string>(prefix: Prefix, columns: FormColumns) {
  const named = Object.entries<number | null>(columns).map(([column, number]) => [`${prefix} ${column}`, cell(number)])
  return Object.fromEntries(named) as Record<`${Prefix} ${keyof FormColumns}`, string>
}

function cell(number: number | null): string {
  return number === null ? '–' : String(number)
}

function notes(report: PeriodReport, words: Words): readonly string[] {
  const { figures, incomplete } = report.stated[report.basis]
  return [
    folded(figures.refused, figures.withdrawn),
    figures.carried_in === 0
      ? ''
      : 'Cột (4) và cột (5) chỉ tính hồ sơ tiếp nhận mới trong kỳ; số hồ sơ trực tuyến tại mục I.2 gồm cả hồ sơ từ kỳ trước.',
    ...[...basisNote(report, words), ...movedNotes(report, words)].map((note) => note.replace(/^- /, '')),
    incompleteText(incomplete.map((system) => words.system[system])),
  ].filter((note) => note !== '')
}

/** Of all dossiers: the sentences of I.2 speak of the Centre, as the office writes them. */
function basisNote({ basis }: PeriodReport, { form }: Words): readonly string[] {
  return basis === 'centre' ? [] : [form.note.basis[basis]]
}

/** The form has no column of their own for them. */
function folded(refused: number | null, withdrawn: number | null): string {
  if (refused === null || withdrawn === null) return 'Cột (9) gồm cả hồ sơ từ chối và hồ sơ rút.'
  if (refused + withdrawn === 0) return 'Trong kỳ không có hồ sơ từ chối, hồ sơ rút (nếu có thì được tính vào cột (9)).'
  return `Cột (9) gồm cả ${count(refused)} hồ sơ từ chối và ${count(withdrawn)} hồ sơ rút.`
}

function kinds({ kinds: open }: PeriodReport, words: Words): Annex['Các loại sai lệch'] {
  const row = (number: string, label: string, many: string, fresh: string) => {
    return { STT: number, 'Loại sai lệch': label, 'Số lượng': many, 'Mới phát sinh': fresh }
  }
  if (open.length === 0) return [row('', 'Không có', '0', '0')]
  return open.map(({ kind, count: many, fresh }, at) => {
    return row(String(at + 1), words.kind[kind].label, String(many), String(fresh))
  })
}

function remark({ kinds: open, asOf }: PeriodReport): string {
  const [all, fresh] = [
    open.reduce((sum, { count }) => sum + count, 0),
    open.reduce((sum, each) => sum + each.fresh, 0),
  ]
  const start = `Tính đến hết ngày ${dayText(asOf)},`
  if (all === 0) return `${start} không còn sai lệch, việc nào của kỳ chưa xử lý.`
  return `${start} còn ${count(all)} sai lệch, việc của kỳ chưa xử lý, trong đó có ${count(fresh)} mới phát sinh.`
}
