import { count } from './format.ts'
import { incompleteText } from './paragraph.ts'
import type { PeriodReport } from './period-report.ts'
import type { Words } from './words.ts'

/** The systems without which nobody can say which dossiers went past the Centre. */
const asked: ReadonlySet<string> = new Set(['trungtam', 'dvcqg', 'botaichinh-hkd'])

/**
 * The first paragraph of section II: that household-business dossiers are received past the Centre, and how many of the
 * period were; that there were none; or that nobody can say. `office`: that registers household businesses.
 */
export function routingText({ routing, stated, basis }: PeriodReport, office: string, words: Words): string {
  const { received, seen, all } = routing
  const silent = stated[basis].incomplete.filter((system) => asked.has(system))
  const unknown = stated.centre.figures.received_total === null
  if (unknown || (silent.length > 0 && received === seen))
    return `${incompleteText(silent.map((system) => words.system[system])) || 'Số liệu chưa đầy đủ.'} Chưa xác định được số hồ sơ hộ kinh doanh tiếp nhận không qua Trung tâm.`
  if (received === seen)
    return 'Trong kỳ không phát sinh hồ sơ hộ kinh doanh tiếp nhận không qua Trung tâm Phục vụ hành chính công.'
  return `${cause(office)} Trong kỳ có ${count(received - seen)} hồ sơ hộ kinh doanh không được tiếp nhận qua Trung tâm; số hồ sơ mới được tiếp nhận qua Trung tâm là ${count(all.numerator)} trên tổng số ${count(all.denominator)} hồ sơ.`
}

function cause(office: string): string {
  return `Từ 01/01/2026, việc tiếp nhận, giải quyết thủ tục hành chính được triển khai trên hệ thống phần mềm riêng của các bộ, ngành. Đối với các thủ tục thuộc lĩnh vực thành lập và hoạt động hộ kinh doanh, hồ sơ sau khi nộp được chuyển đến tài khoản của lãnh đạo ${office}, không qua tài khoản tiếp nhận của công chức tiếp nhận tại Trung tâm Phục vụ hành chính công, dẫn đến việc không đảm bảo 100% hồ sơ được tiếp nhận tại Trung tâm theo quy định.`
}
