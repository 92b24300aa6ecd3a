import { type Cells, exportOf, preamble, written } from './make-export.ts'

/** A dossier as the sources tell of it: received and resolved in time, in every list that should have it. */
export type Told = {
  readonly code: string
  readonly procedure: string
  readonly person: string
  readonly identity: string
  readonly received: string // a day, or empty
  readonly due: string
  readonly ended: string
  readonly status: string
  readonly account: string
  readonly fee: string
  readonly channel: string
}

export const usualDossier: Told = {
  code: 'H24.131-260204-0001',
  procedure: '1.001193', // one working day, civil status
  person: 'Trần Thị Hòa',
  identity: '031195694674',
  received: '2026-02-04',
  due: '2026-02-05',
  ended: '2026-02-05',
  status: 'Đã trả kết quả',
  account: 'ttpvhcc.hd01',
  fee: '',
  channel: 'Trực tuyến',
}

export const window = { from: '2026-01-17', to: '2026-02-13' } as const

export function portalRow(given: Partial<Told> = {}, cells: Cells = {}): Cells {
  const told = { ...usualDossier, ...given }
  return {
    'Mã hồ sơ': told.code,
    'Mã thủ tục': told.procedure,
    'Cơ quan thực hiện': 'UBND phường Hưng Đạo, thành phố Hải Phòng',
    'Người nộp hồ sơ': told.person,
    'Số định danh': told.identity,
    'Hình thức nộp': told.channel,
    'Ngày nộp': at(told.received, '08:00:00'),
    'Ngày tiếp nhận': at(told.received, '08:30:00'),
    'Ngày hẹn trả': at(told.due, '17:00:00'),
    'Ngày có kết quả': at(told.ended, '10:00:00'),
    'Trạng thái': told.status,
    'Tài khoản tiếp nhận': told.account,
    'Số thành phần hồ sơ': 2,
    'Số thành phần đã số hóa': 2,
    'Số thành phần tái sử dụng': 1,
    'Phí, lệ phí': told.fee,
    ...cells,
  }
}

export function bookRow(given: Partial<Told> = {}, cells: Cells = {}): Cells {
  const told = { ...usualDossier, ...given }
  return {
    'Mã hồ sơ': told.code,
    'Mã TTHC': told.procedure,
    'Họ và tên': told.person,
    CCCD: told.identity,
    'Hình thức': told.channel,
    'Ngày nhận': written(told.received),
    'Ngày hẹn trả': written(told.due),
    'Ngày trả': written(told.ended),
    'Tài khoản tiếp nhận': told.account,
    ...cells,
  }
}

export function civilRow(given: Partial<Told> = {}, cells: Cells = {}): Cells {
  const told = { ...usualDossier, ...given }
  return {
    'Số hồ sơ hộ tịch': '00001/2026',
    'Mã hồ sơ DVCQG': told.code,
    'Mã loại việc': told.procedure,
    'Người yêu cầu': told.person,
    'Số giấy tờ tùy thân': told.identity,
    'Ngày tiếp nhận': at(told.received, '8:30'),
    'Ngày hẹn': at(told.due, '17:00'),
    'Ngày đăng ký': at(told.ended, '10:00'),
    'Tình trạng': told.status,
    'Tài khoản': told.account,
    ...cells,
  }
}

export function certifiedRow(given: Partial<Told> = {}, cells: Cells = {}): Cells {
  const told = { ...usualDossier, procedure: '2.000815', ...given }
  return {
    'Số chứng thực': '00001/2026',
    'Mã hồ sơ': told.code,
    'Mã TTHC': told.procedure,
    'Người yêu cầu chứng thực': told.person,
    'Số CCCD/Hộ chiếu': told.identity,
    'Thời điểm tiếp nhận': at(told.received, '08:30'),
    'Hẹn trả': at(told.due, '17:00'),
    'Thời điểm chứng thực': at(told.ended, '10:00'),
    'Trạng thái': told.status,
    'Tài khoản tiếp nhận': told.account,
    ...cells,
  }
}

export function businessRow(given: Partial<Told> = {}, cells: Cells = {}): Cells {
  const told = { ...usualDossier, procedure: '1.001612', account: 'ktht.truongphong', ...given }
  return {
    'Mã số hồ sơ': 'HKD-2026-0000001',
    'Mã DVCQG': told.code,
    'Mã thủ tục': told.procedure,
    'Chủ hộ kinh doanh': told.person,
    'Số định danh chủ hộ': told.identity,
    'Thời điểm nộp': iso(told.received, '08:00:00'),
    'Thời điểm tiếp nhận': iso(told.received, '08:30:00'),
    'Thời hạn xử lý': iso(told.due, '17:00:00'),
    'Thời điểm cấp': iso(told.ended, '10:00:00'),
    'Tình trạng hồ sơ': told.status,
    'Tài khoản xử lý': told.account,
    ...cells,
  }
}

export function paymentRow(
  code: string,
  transaction: string,
  amount: string,
  day: string,
  outcome = 'Thành công',
): Cells {
  return {
    'Mã giao dịch': transaction,
    'Mã hồ sơ': code,
    'Loại khoản thu': 'Lệ phí',
    'Số tiền': amount,
    'Thời điểm thanh toán': iso(day, '09:00:00'),
    'Trạng thái giao dịch': outcome,
  }
}

/** The portal's list and the Centre's book of a window, by file name. */
export function portalAndBook(
  portal: readonly Partial<Told>[],
  book: readonly Partial<Told>[],
  to: string = window.to,
): [string, string][] {
  const before = [preamble(window.from, to)]
  return [
    [
      'portal.csv',
      exportOf(
        'portal',
        portal.map((each) => portalRow(each)),
        { before },
      ),
    ],
    [
      'book.csv',
      exportOf(
        'book',
        book.map((each) => bookRow(each)),
        { before },
      ),
    ],
  ]
}

function at(day: string, time: string): string {
  return day === '' ? '' : `${written(day)} ${time}`
}

function iso(day: string, time: string): string {
  return day === '' ? '' : `${day}T${time}+07:00`
}
