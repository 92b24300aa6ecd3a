import type { Dossier } from './months.ts'

export type List = {
  readonly header: string
  readonly has: (each: Dossier) => boolean
  readonly line: (each: Dossier, number: number, until: string) => string
}

/** The lists of a month by the names of their files. */
export const lists: Readonly<Record<string, List>> = {
  'DVCQG_DanhSachHoSo.csv': {
    header:
      'STT,Mã hồ sơ,Mã thủ tục,Tên thủ tục hành chính,Lĩnh vực,Cơ quan thực hiện,Người nộp hồ sơ,Số định danh,Số điện thoại,Địa chỉ,Hình thức nộp,Ngày nộp,Ngày tiếp nhận,Ngày hẹn trả,Ngày có kết quả,Ngày trả kết quả,Trạng thái,Hệ thống xử lý,Tài khoản tiếp nhận,Số thành phần hồ sơ,Số thành phần đã số hóa,Số thành phần tái sử dụng,Kết quả điện tử,"Phí, lệ phí"',
    has: (each) => each.odd !== 'portal',
    line: (each, number, until) => {
      const isOver = each.ended <= until
      const ended = isOver ? `${written(each.ended)} ${each.at}:00` : ''
      return `${number},${each.code},${procedureOf(each)},${each.isCivil ? 'Hộ tịch' : 'Chứng thực'},"UBND ${each.place}",${each.person},${each.identity},0904112233,"Số ${1 + (each.number % 400)} Mạc Quyết, ${each.place}",Trực tuyến,${written(each.received)} 08:00:00,${written(each.received)} 08:30:00,${written(each.due)} 17:00:00,${ended},${ended},${isOver ? 'Đã trả kết quả' : 'Đang xử lý'},${each.isCivil ? 'Bộ Tư pháp - hộ tịch điện tử' : 'Bộ Tư pháp - chứng thực'},${each.account},2,2,1,${isOver ? 'Có' : ''},\n`
    },
  },
  'SoTheoDoi_TTPVHCC.csv': {
    header:
      'STT;Mã hồ sơ;Thủ tục;Mã TTHC;Họ và tên;CCCD;Hình thức;Ngày nhận;Ngày hẹn trả;Ngày trả;Tài khoản tiếp nhận;Công chức tiếp nhận;Ghi chú',
    has: (each) => each.odd !== 'book',
    line: (each, number, until) =>
      `${number};${each.code};;${each.isCivil ? civil : certified};${each.person};${each.identity};Trực tuyến;${written(each.received)};${written(each.due)};${each.ended <= until ? written(each.ended) : ''};${each.account};Lê Thị Hoa;\n`,
  },
  'HoTich_DanhSach.csv': {
    header:
      'STT;Số hồ sơ hộ tịch;Mã hồ sơ DVCQG;Mã loại việc;Loại việc;Người yêu cầu;Số giấy tờ tùy thân;Ngày tiếp nhận;Ngày hẹn;Ngày đăng ký;Tình trạng;Cán bộ thụ lý;Tài khoản;Lệ phí',
    has: (each) => each.isCivil && each.odd !== 'ministry',
    line: (each, number, until) =>
      `${number};${each.own};${each.code};${procedureOf(each).replace(',', ';')};${each.person};${each.identity};${ministryCells(each, until).join(';')};Đỗ Hồng Nhung;${each.account};\n`,
  },
  'ChungThuc.csv': {
    header:
      'STT;Số chứng thực;Mã hồ sơ;Mã TTHC;Việc chứng thực;Người yêu cầu chứng thực;Số CCCD/Hộ chiếu;Thời điểm tiếp nhận;Hẹn trả;Thời điểm chứng thực;Trạng thái;Tài khoản tiếp nhận;Phí chứng thực',
    has: (each) => !each.isCivil && each.odd !== 'ministry',
    line: (each, number, until) =>
      `${number};${each.own};${each.code};${procedureOf(each).replace(',', ';')};${each.person};${each.identity};${ministryCells(each, until).join(';')};${each.account};\n`,
  },
}

const [civil, certified] = ['1.001193', '2.000815']

function procedureOf({ isCivil }: Dossier): string {
  return isCivil ? `${civil},Thủ tục đăng ký khai sinh` : `${certified},Chứng thực bản sao từ bản chính giấy tờ`
}

/** Received, due, ended, status. */
function ministryCells(each: Dossier, until: string): string[] {
  const isOver = each.ended <= until
  const ended = each.odd === 'day' && each.ended < each.due && each.due <= until ? each.due : each.ended
  return [
    `${written(each.received)} 08:30`,
    `${written(each.due)} 17:00`,
    isOver ? `${written(ended)} ${each.at}` : '',
    isOver ? 'Hoàn thành' : 'Đang giải quyết',
  ]
}

/** `2026-02-13` as people write it. */
export function written(day: string): string {
  return day.split('-').toReversed().join('/')
}
