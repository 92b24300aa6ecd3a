import { expect, test } from 'vitest'
import { masked } from '../../pipeline/mask.ts'

test.each([
  ['Nguyễn Văn An', 'N.V.A.'],
  ['NGUYỄN VĂN AN', 'N.V.A.'],
  ['Nguyễn Văn An'.normalize('NFD'), 'N.V.A.'],
  ['ông Đỗ Hồng Nhung nộp', 'ông Đ.H.N. nộp'],
  ['Nguyen Van An', 'N.V.A.'],
  ['031195694674', '•••674'],
  ['31195694674', '•••674'],
  ['031 195 694 674', '•••674'],
  ['031195694', '•••694'],
  ['0941 242 710', '•••710'],
  ['3.119569467E+10', '•••+10'],
  ['Hộ kinh doanh Đặng Xuân Đạt', 'Hộ kinh doanh Đ.X.Đ.'],
])('%s is shown as %s where it stands in a wrong place', (cell, shown) => {
  expect(masked(cell)).toBe(shown)
})

test.each([
  '31/02/2026',
  '20260106152859',
  '202601061528',
  '2026-02-13T13:45:35+07:00',
  '06.01.2026 15:28',
  'H24.131-260213-0051',
  'HKD-2026-2200037',
  '2.000720',
  '3.1198E+10',
  '1.000.000 đ',
  'Đã trả kết quả một phần',
  'Hồ Sơ Số',
  'Lý Do',
])('%s says nothing of anybody', (cell) => {
  expect(masked(cell)).toBe(cell)
})
