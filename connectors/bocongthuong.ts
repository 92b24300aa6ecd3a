import type { Connector } from './connector.ts'
import { choice, codeIfKnown, dong, identity, ifThere, moment, optional, text } from './column.ts'
import { statusWords } from './words.ts'

/**
 * Conditional business (Ministry of Industry and Trade): a nightly dump. UTF-8, pipes, no quoting; headers and
 * statuses in capitals without accents; times without any separator.
 *
 *   MA_HO_SO|MA_TTHC|TEN_TTHC|NGUOI_NOP|SO_CCCD|NGAY_NHAN|NGAY_HEN|NGAY_XONG|TRANG_THAI|TAI_KHOAN|LE_PHI
 *   H24.131-260106-0009|2.001283|…|Đào Quang Nhung|031290099880|20260106152859|20260126170000||DANG XU LY|…|
 */
export const bocongthuong = {
  system: 'bocongthuong',
  label: 'Bộ Công Thương - cấp phép kinh doanh có điều kiện',
  lists: 'dossiers',
  quoting: false,
  columns: {
    code: codeIfKnown('MA_HO_SO', 'MAHOSO'),
    procedure: optional(text('MA_TTHC')),
    procedureName: ifThere(text('TEN_TTHC')),
    person: optional(text('NGUOI_NOP')),
    identity: optional(identity('SO_CCCD')),
    received: optional(moment('NGAY_NHAN', 'NGAY_TIEP_NHAN')),
    due: optional(moment('NGAY_HEN', 'NGAY_HEN_TRA')),
    ended: optional(moment('NGAY_XONG', 'NGAY_KET_QUA')),
    status: choice(statusWords, 'TRANG_THAI'),
    account: optional(text('TAI_KHOAN')),
    fee_dong: ifThere(dong('LE_PHI')),
  },
  ignored: ['STT'],
} as const satisfies Connector
