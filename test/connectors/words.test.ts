import { expect, test } from 'vitest'
import { foldKey, plainKey } from '../../connectors/fold.ts'
import { channelWords, outcomeWords, statusCodesAndWords, statusWords, yesOrNo } from '../../connectors/words.ts'

/** What the words of systems mean, as wards wrote them down; national codes last. */
const statuses = {
  submitted: ['Mới đăng ký', '01 - Mới nộp', 'MOI NOP', 'Chờ tiếp nhận'],
  received: ['Được tiếp nhận', '02 - Đã tiếp nhận', 'DA TIEP NHAN', 'Đã tiếp nhận'],
  processing: ['Đang xử lý', '03 - Đang thẩm định', 'DANG XU LY', 'Đang giải quyết'],
  supplement: [
    'Yêu cầu bổ sung giấy tờ',
    '04 - Thông báo sửa đổi, bổ sung',
    'CHO BO SUNG',
    'Chờ bổ sung hồ sơ',
    'Yêu cầu bổ sung',
  ],
  returned: ['Đã trả kết quả', '05 - Đã cấp', 'DA TRA KET QUA', 'Hoàn thành', 'Trả kết quả'],
  refused: ['Từ chối giải quyết', '06 - Từ chối', 'TU CHOI', 'Không đủ điều kiện'],
  withdrawn: ['Công dân yêu cầu rút hồ sơ', '09 - Đã rút', 'RUT HO SO', 'Rút hồ sơ', 'Hủy hồ sơ theo yêu cầu công dân'],
  not_accepted: ['Không được tiếp nhận'],
  financial: ['Yêu cầu thực hiện nghĩa vụ tài chính'],
  stopped: ['Dừng xử lý'],
  completed: ['Đã xử lý xong'],
}

const codes = {
  submitted: ['1', '01'],
  received: ['2', '02'],
  not_accepted: ['3', '03'],
  processing: ['4', '04'],
  supplement: ['5', '05'],
  financial: ['6', '06'],
  withdrawn: ['7', '07'],
  stopped: ['8', '08'],
  completed: ['9', '09'],
  returned: ['10'],
}

function meaningsOf(table: Readonly<Record<string, readonly string[]>>): Record<string, string> {
  return Object.fromEntries(Object.entries(table).flatMap(([is, words]) => words.map((word) => [foldKey(word), is])))
}

test('every word of every system has its one meaning, a national code only where codes are written', () => {
  expect(Object.fromEntries(statusWords.meanings)).toEqual(meaningsOf(statuses))
  expect(Object.fromEntries(statusCodesAndWords.meanings)).toEqual({ ...meaningsOf(statuses), ...meaningsOf(codes) })
  expect(Object.fromEntries(channelWords.meanings)).toEqual(
    meaningsOf({
      online: ['Trực tuyến', 'TT'],
      counter: ['Trực tiếp', 'TrT'],
      post: ['Bưu chính', 'Bưu chính công ích', 'BC'],
    }),
  )
  expect(Object.fromEntries(outcomeWords.meanings)).toEqual(
    meaningsOf({ succeeded: ['Thành công'], failed: ['Thất bại'], refunded: ['Hoàn tiền'] }),
  )
  expect([...yesOrNo.meanings]).toEqual([
    [foldKey('Có'), true],
    [foldKey('Không'), false],
  ])
})

test('another word is a reject by its reason', () => {
  const all = [statusWords, statusCodesAndWords, outcomeWords, channelWords, yesOrNo]
  expect(all.map(({ otherwise }) => otherwise)).toEqual([
    'unknown_status',
    'unknown_status',
    'unknown_status',
    'invalid_word',
    'invalid_word',
  ])
})

test('one key stands for a word in any case, composition, spacing and place of the tone, and for no other accent', () => {
  const key = foldKey('Hòa giải - thuỷ lợi')
  const same = [
    'hoà giải-thủy lợi',
    'HOÀ  GIẢI – THỦY LỢI',
    ' hòa\u00a0giải\n—thuỷ lợi ',
    'h\u00f2a gi\u200b\u200bải ‑ thuỷ lợi'.normalize('NFD'),
    '\ufeffhòa giải- thuỷ\u00ad lợi',
  ]
  expect(same.map(foldKey)).toEqual(same.map(() => key))
  expect(foldKey('hoa giải - thuỷ lợi')).not.toBe(key)
  expect(foldKey('Hoà –  Thuỷ  Lợi')).toBe('hoa\u0300-thuy\u0309 lo\u031bi\u0323')
  expect(foldKey('\u00D0ã')).toBe(foldKey('Đã'))
  expect(foldKey('toán tử')).toBe(foldKey('toań tử'))
})

test('a weaker key leaves the accents out', () => {
  expect(plainKey('  \u00D0ặng  THỊ\tĐào ')).toBe('dang thi dao')
})
