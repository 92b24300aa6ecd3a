import type { Words } from './column.ts'
import type { Channel, PaymentRow, Status } from './connector.ts'
import type { RejectReason } from './reading.ts'
import { foldKey } from './fold.ts'

/** Every word of every system for where a dossier stands. */
export const statusWords = words<Status>('unknown_status', [
  ['submitted', 'Mới đăng ký', '01 - Mới nộp', 'MOI NOP', 'Chờ tiếp nhận'],
  ['received', 'Được tiếp nhận', '02 - Đã tiếp nhận', 'DA TIEP NHAN', 'Đã tiếp nhận'],
  ['processing', 'Đang xử lý', '03 - Đang thẩm định', 'DANG XU LY', 'Đang giải quyết'],
  ['supplement', 'Yêu cầu bổ sung giấy tờ', '04 - Thông báo sửa đổi, bổ sung', 'CHO BO SUNG'],
  ['supplement', 'Chờ bổ sung hồ sơ', 'Yêu cầu bổ sung'],
  ['returned', 'Đã trả kết quả', '05 - Đã cấp', 'DA TRA KET QUA', 'Hoàn thành', 'Trả kết quả'],
  ['refused', 'Từ chối giải quyết', '06 - Từ chối', 'TU CHOI', 'Không đủ điều kiện'],
  ['withdrawn', 'Công dân yêu cầu rút hồ sơ', '09 - Đã rút', 'RUT HO SO', 'Rút hồ sơ'],
  ['withdrawn', 'Hủy hồ sơ theo yêu cầu công dân'],
  ['not_accepted', 'Không được tiếp nhận'],
  ['financial', 'Yêu cầu thực hiện nghĩa vụ tài chính'],
  ['stopped', 'Dừng xử lý'],
  ['completed', 'Đã xử lý xong'],
])

/** The national status codes, only for those who write them: elsewhere a bare number is no word. */
const statusCodes = words<Status>('unknown_status', [
  ['submitted', '1', '01'],
  ['received', '2', '02'],
  ['not_accepted', '3', '03'],
  ['processing', '4', '04'],
  ['supplement', '5', '05'],
  ['financial', '6', '06'],
  ['withdrawn', '7', '07'],
  ['stopped', '8', '08'],
  ['completed', '9', '09'],
  ['returned', '10'],
])

export const statusCodesAndWords: Words<Status> = {
  meanings: new Map([...statusWords.meanings, ...statusCodes.meanings]),
  otherwise: 'unknown_status',
}

export const channelWords = words<Channel>('invalid_word', [
  ['online', 'Trực tuyến', 'TT'],
  ['counter', 'Trực tiếp', 'TrT'],
  ['post', 'Bưu chính', 'Bưu chính công ích', 'BC'],
])

export const outcomeWords = words<PaymentRow['outcome']>('unknown_status', [
  ['succeeded', 'Thành công'],
  ['failed', 'Thất bại'],
  ['refunded', 'Hoàn tiền'],
])

export const yesOrNo = words<boolean>('invalid_word', [
  [true, 'Có'],
  [false, 'Không'],
])

type Meaning<V> = readonly [meaning: V, ...spellings: readonly string[]]

function words<V>(otherwise: RejectReason, table: readonly Meaning<V>[]): Words<V> {
  const entries = table.flatMap(([meaning, ...all]) => all.map((word): [string, V] => [foldKey(word), meaning]))
  return { meanings: new Map(entries), otherwise }
}
