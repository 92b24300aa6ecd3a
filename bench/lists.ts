import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** How the lists of a night are made. */
export type Size = {
  readonly dossiers: number // on the portal, and as many at the ministry
  readonly changed: number // a share of them: half differs from the first night's, half is new
}

/** The files of a night, of the same bytes each time: whoever measures compares like with like. */
export type Lists = { readonly portal: string; readonly ministry: string; readonly planted: readonly string[] }

const portalHeader =
  'STT,Mã hồ sơ,Mã thủ tục,Tên thủ tục hành chính,Lĩnh vực,Cơ quan thực hiện,Người nộp hồ sơ,Số định danh,Số điện thoại,Địa chỉ,Hình thức nộp,Ngày nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày có kết quả,Ngày trả kết quả,Trạng thái,Hệ thống xử lý,Tài khoản tiếp nhận,Số thành phần hồ sơ,Số thành phần đã số hóa,Số thành phần tái sử dụng,Kết quả điện tử,"Phí, lệ phí"'
const ministryHeader =
  'STT,Số hồ sơ hộ tịch,Mã hồ sơ DVCQG,Mã loại việc,Loại việc,Người yêu cầu,Số giấy tờ tùy thân,Ngày tiếp nhận,Ngày hẹn,Ngày đăng ký,Tình trạng,Cán bộ thụ lý,Tài khoản,Lệ phí'

const procedures = [
  ['1.001193', 'Thủ tục đăng ký khai sinh'],
  ['1.000894', 'Thủ tục đăng ký kết hôn'],
  ['1.000656', 'Thủ tục đăng ký khai tử'],
] as const
const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô', 'Dương', 'Lý']
const middles = ['Văn', 'Thị', 'Minh', 'Thanh', 'Hồng', 'Quang', 'Tiến', 'Gia', 'Mạnh', 'Thu']
const names = ['Hải', 'Yến', 'Uyên', 'Sơn', 'Tú', 'Thảo', 'Nhung', 'Phúc', 'Trang', 'Nghĩa', 'Tâm', 'Phong', 'Linh']
const streets = ['Tổ dân phố Hạ Đoạn', 'Tổ dân phố Tiểu Trà', 'Mạc Quyết', 'Phạm Văn Đồng', 'Đường 361']
/** Working days of the period, each with the next one, when what was received is due: before the first night. */
const days = [
  ['19/01/2026', '20/01/2026', '260119'],
  ['20/01/2026', '21/01/2026', '260120'],
  ['21/01/2026', '22/01/2026', '260121'],
  ['22/01/2026', '23/01/2026', '260122'],
  ['26/01/2026', '27/01/2026', '260126'],
  ['27/01/2026', '28/01/2026', '260127'],
  ['28/01/2026', '29/01/2026', '260128'],
  ['29/01/2026', '30/01/2026', '260129'],
  ['02/02/2026', '03/02/2026', '260202'],
  ['03/02/2026', '04/02/2026', '260203'],
  ['04/02/2026', '05/02/2026', '260204'],
  ['05/02/2026', '06/02/2026', '260205'],
  ['09/02/2026', '10/02/2026', '260209'],
] as const

/**
 * Writes the lists of a night into a folder: 24 columns and some 465 bytes a row on the portal, 14 and 210 at the
 * ministry. Of a thousand dossiers five are on the portal alone, five at the ministry alone, five have another status
 * there, five another day, and ten are pending and overdue. `planted` are these, as `<kind> <code>`, in order.
 */
export function makeLists(folder: string, { dossiers, changed }: Size): Lists {
  mkdirSync(folder, { recursive: true })
  const [portal, ministry] = [join(folder, 'DVCQG_DanhSachHoSo.csv'), join(folder, 'HoTich_DanhSach.csv')]
  const from = ['Từ ngày 17/01/2026 đến ngày 13/02/2026']
  const count = dossiers + Math.round((dossiers * changed) / 2)
  writeRows(portal, [...from, portalHeader], count, (number) => portalLine(number, changed / 2))
  writeRows(ministry, [...from, ministryHeader], count, (number) => ministryLine(number, changed / 2))
  return { portal, ministry, planted: plantedIn(count) }
}

const kinds = {
  'portal only': 'missing_in_ministry',
  'ministry only': 'missing_in_portal',
  status: 'status_conflict',
  day: 'date_conflict',
  pending: 'overdue_pending',
} as const

function plantedIn(count: number): string[] {
  const planted: string[] = []
  for (let number = 0; number < count; number++) {
    const odd = oddity(number)
    if (odd !== null) planted.push(`${kinds[odd]} ${dossierOf(number).code}`)
  }
  return planted.toSorted()
}

function writeRows(path: string, head: readonly string[], count: number, line: (number: number) => string): void {
  const file = openSync(path, 'w')
  writeSync(file, `\u{FEFF}${head.join('\n')}\n`)
  for (let at = 0; at < count; at += 2000) {
    let text = ''
    for (let number = at; number < Math.min(at + 2000, count); number++) text += line(number)
    writeSync(file, text)
  }
  closeSync(file)
}

/** Spreads numbers evenly and without a random state: each dossier is made alone. */
export function mix(number: number, salt: number): number {
  let x = Math.imul(number ^ (salt * 0x9e3779b9), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}

function isChanged(number: number, changed: number): boolean {
  return changed > 0 && mix(number, 99) % 10_000 < changed * 10_000
}

type Dossier = {
  readonly code: string
  readonly procedure: string
  readonly name: string
  readonly person: string
  readonly identity: string
  readonly day: string
  readonly due: string
  readonly hour: string
  readonly account: string
}

function dossierOf(number: number): Dossier {
  const pick = <Of>(of: readonly Of[], salt: number): Of => of[mix(number, salt) % of.length]!
  const [procedure, name] = pick(procedures, 1)
  const [day, due, stamp] = pick(days, 2)
  return {
    code: `H24.131-${stamp}-${String(number).padStart(7, '0')}`,
    procedure,
    name,
    person: `${pick(families, 3)} ${pick(middles, 4)} ${pick(names, 5)}`,
    identity: `031${String(1 + (mix(number, 6) % 2))}${String(60 + (mix(number, 7) % 40))}${String(mix(number, 8) % 1_000_000).padStart(6, '0')}`,
    day,
    due,
    hour: `${String(8 + (mix(number, 9) % 3)).padStart(2, '0')}:${String(mix(number, 10) % 60).padStart(2, '0')}`,
    account: `ttpvhcc.hd0${1 + (mix(number, 11) % 3)}`,
  }
}

/** What differs between the two lists, in the thousandths that are said above. */
function oddity(number: number): keyof typeof kinds | null {
  const at = mix(number, 20) % 1000
  if (at < 5) return 'portal only'
  if (at < 10) return 'ministry only'
  if (at < 15) return 'status'
  if (at < 20) return 'day'
  return at < 30 ? 'pending' : null
}

function portalLine(number: number, changed: number): string {
  const odd = oddity(number)
  if (odd === 'ministry only') return ''
  const each = dossierOf(number)
  const isPending = odd === 'pending' || odd === 'status'
  const handed = isChanged(number, changed) ? '17:20:00' : '16:10:00'
  const ended = isPending ? ',' : `${each.day} 16:00:00,${each.day} ${handed}`
  const place = `"Số ${1 + (mix(number, 12) % 400)} ${streets[mix(number, 13) % streets.length]!}, phường Hưng Đạo, thành phố Hải Phòng"`
  const phone = `09${String(mix(number, 14) % 100_000_000).padStart(8, '0')}`
  return `${number + 1},${each.code},${each.procedure},${each.name},Hộ tịch,"UBND phường Hưng Đạo, thành phố Hải Phòng",${each.person},${each.identity},${phone},${place},${mix(number, 15) % 4 === 0 ? 'Trực tiếp' : 'Trực tuyến'},${each.day} ${each.hour}:00,${each.day} ${each.hour}:30,${each.due} 17:00:00,${ended},${isPending ? 'Đang xử lý' : 'Đã trả kết quả'},Bộ Tư pháp - hộ tịch điện tử,${each.account},2,2,1,${isPending ? '' : 'Có'},\n`
}

function ministryLine(number: number, changed: number): string {
  const odd = oddity(number)
  if (odd === 'portal only') return ''
  const each = dossierOf(number)
  const day = odd === 'day' ? each.due : each.day
  const ended = odd === 'pending' ? '' : `${day} ${isChanged(number, changed) ? '15:59' : '16:00'}`
  return `${number + 1},${String(number % 100_000).padStart(5, '0')}/2026,${each.code},${each.procedure},${each.name},${each.person},${each.identity},${each.day} ${each.hour},${each.due} 17:00,${ended},${odd === 'pending' ? 'Đang giải quyết' : 'Hoàn thành'},Đỗ Hồng Nhung,${each.account},\n`
}
