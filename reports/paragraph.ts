import { count, dayText, dong, rate } from './format.ts'

/** The figures that section I.2 of the report states; a rate over nothing is null. */
export type ParagraphFigures = {
  readonly received_total: number
  readonly received_online: number
  readonly received_direct: number
  readonly carried_in: number
  readonly resolved_total: number
  readonly resolved_early: number
  readonly resolved_on_time: number
  readonly resolved_overdue: number
  readonly refused: number
  readonly withdrawn: number
  readonly pending_in_time: number
  readonly pending_overdue: number
  readonly digitized_rate: number | null
  readonly reuse_rate: number | null
  readonly paid: number // dossiers with a successful online payment
  readonly online_payment_rate: number | null
  readonly online_payment_total: number
}

export type ParagraphPeriod = { readonly from: string; readonly to: string }

/** The text of section I.2, a blank line between its paragraphs. What is zero is left out. */
export function paragraphs(figures: ParagraphFigures, period: ParagraphPeriod, incomplete: readonly string[]): string {
  return paragraphList(figures, period, incomplete).join('\n\n')
}

/** The same, one string a paragraph. `incomplete`: the labels of the systems that sent nothing. */
export function paragraphList(
  figures: ParagraphFigures,
  period: ParagraphPeriod,
  incomplete: readonly string[],
): readonly string[] {
  return [dossiers(figures, period), shares(figures), incompleteText(incomplete)].filter((text) => text !== '')
}

/** What stands on the face of a report when a system sent nothing; empty when all of them did. */
export function incompleteText(labels: readonly string[]): string {
  return labels.length === 0 ? '' : `Số liệu chưa đầy đủ: ${labels.join('; ')}.`
}

function dossiers(figures: ParagraphFigures, period: ParagraphPeriod): string {
  return sentences(received(figures, period), resolved(figures), pending(figures))
}

function received(figures: ParagraphFigures, { from, to }: ParagraphPeriod): string {
  const start = `Từ ngày ${dayText(from)} đến ngày ${dayText(to)}, Trung tâm`
  if (figures.received_total === 0) return `${start} không tiếp nhận hồ sơ giải quyết TTHC nào`
  return withParts(`${start} đã tiếp nhận ${count(figures.received_total)} hồ sơ giải quyết TTHC`, [
    [figures.received_online, 'hồ sơ trực tuyến'],
    [figures.received_direct, 'hồ sơ trực tiếp'],
    [figures.carried_in, 'hồ sơ từ kỳ trước'],
  ])
}

function resolved(figures: ParagraphFigures): string {
  if (figures.resolved_total === 0) return ''
  return withParts(`Đã trả kết quả ${count(figures.resolved_total)} hồ sơ`, [
    [figures.resolved_early, 'hồ sơ giải quyết trước hạn'],
    [figures.resolved_on_time, 'hồ sơ đúng hạn'],
    [figures.resolved_overdue, 'hồ sơ quá hạn'],
    [figures.refused, 'hồ sơ từ chối'],
    [figures.withdrawn, 'hồ sơ rút'],
  ])
}

function pending(figures: ParagraphFigures): string {
  const parts = counted([
    [figures.pending_in_time, 'hồ sơ đang giải quyết trong hạn'],
    [figures.pending_overdue, 'hồ sơ đang giải quyết quá hạn'],
  ])
  return parts === '' ? '' : `Có ${parts}`
}

// A rate of 0 is a finding and is stated; a rate over nothing is not there.
function shares(figures: ParagraphFigures): string {
  const { digitized_rate, reuse_rate, paid, online_payment_rate, online_payment_total } = figures
  return sentences(
    digitized_rate === null ? '' : `${rate(digitized_rate)} hồ sơ được số hoá`,
    reuse_rate === null ? '' : `Tỷ lệ tái sử dụng lại dữ liệu số hoá đạt ${rate(reuse_rate)}`,
    paid === 0 ? '' : `Đã thu phí, lệ phí ${count(paid)} hồ sơ`,
    online_payment_rate === null ? '' : `Tỷ lệ thanh toán trực tuyến đạt ${rate(online_payment_rate)}`,
    online_payment_total === 0
      ? ''
      : `Số tiền thanh toán trực tuyến trên Dịch vụ công quốc gia: ${dong(online_payment_total)}`,
  )
}

type Part = readonly [number: number, words: string]

function withParts(start: string, parts: readonly Part[]): string {
  const clause = counted(parts)
  return clause === '' ? start : `${start}, trong đó có ${clause}`
}

function counted(parts: readonly Part[]): string {
  return parts
    .filter(([number]) => number > 0)
    .map(([number, words]) => `${count(number)} ${words}`)
    .join(', ')
}

function sentences(...texts: readonly string[]): string {
  return texts
    .filter((text) => text !== '')
    .map((text) => `${text}.`)
    .join(' ')
}
