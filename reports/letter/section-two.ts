import { count } from '../format.ts'
import { incompleteText } from '../paragraph.ts'
import type { PeriodReport, Routing } from '../period-report.ts'
import type { Words } from '../words.ts'

/** The systems without which nobody can say which dossiers went past the Centre. */
const asked: ReadonlySet<string> = new Set(['trungtam', 'dvcqg', 'botaichinh-hkd'])

/**
 * The first paragraph of section II: that household-business dossiers are received past the Centre, and how many of the
 * period were; that there were none; or that nobody can say. `office`: that registers household businesses.
 */
export function routingText({ routing, stated, basis }: PeriodReport, office: string, words: Words): string {
  const { routed } = routing
  const silent = stated[basis].incomplete.filter((system) => asked.has(system))
  const unknown = stated.centre.figures.received_total === null
  if (unknown || (silent.length > 0 && routed.all === 0))
    return `${incompleteText(silent.map((system) => words.system[system])) || 'Số liệu chưa đầy đủ.'} Chưa xác định được số hồ sơ hộ kinh doanh tiếp nhận không qua Trung tâm.`
  if (routed.all === 0)
    return 'Trong kỳ không phát sinh hồ sơ hộ kinh doanh tiếp nhận không qua Trung tâm Phục vụ hành chính công.'
  return `${cause(office)} ${gap(routing)}`
}

/**
 * The gap is the statement's, so those carried in are told apart: only new ones are missing from the new ones that the
 * Centre received. What else is missing from them is said too, or the numbers would not add up.
 */
function gap({ routed, all }: Routing): string {
  const carried = routed.carried === 0 ? '' : `, trong đó có ${count(routed.carried)} hồ sơ từ kỳ trước`
  const others = all.denominator - all.numerator - (routed.all - routed.carried)
  const missing = others <= 0 ? '' : `, còn ${count(others)} hồ sơ khác chưa có trong sổ của Trung tâm`
  return `Trong kỳ có ${count(routed.all)} hồ sơ hộ kinh doanh không được tiếp nhận qua Trung tâm${carried}; số hồ sơ mới được tiếp nhận qua Trung tâm là ${count(all.numerator)} trên tổng số ${count(all.denominator)} hồ sơ${missing}.`
}

function cause(office: string): string {
  return `Từ 01/01/2026, việc tiếp nhận, giải quyết thủ tục hành chính được triển khai trên hệ thống phần mềm riêng của các bộ, ngành. Đối với các thủ tục thuộc lĩnh vực thành lập và hoạt động hộ kinh doanh, hồ sơ sau khi nộp được chuyển đến tài khoản của lãnh đạo ${office}, không qua tài khoản tiếp nhận của công chức tiếp nhận tại Trung tâm Phục vụ hành chính công, dẫn đến việc không đảm bảo 100% hồ sơ được tiếp nhận tại Trung tâm theo quy định.`
}
