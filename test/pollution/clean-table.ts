/** One clean table, invented: what every kind of pollution is put on. Its columns are of all kinds that a cell can be. */
export type Table = { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }

const header = ['NGÀY', 'Giờ', 'Lượng', 'MÃ', 'Giá', 'LoạiHàng', 'Tả', 'Link', 'GhiChú']

const things = [
  'Bàn làm việc',
  'Ghế',
  'Ghế xoay, lưng lưới',
  'Tủ hồ sơ',
  'Đèn bàn',
  "Máy in 'cũ'",
  'Màn hình 24"',
  'Bảng tên',
  'Giá sách, gỗ thông',
]

const praises = [
  'Chắc chắn, dễ lắp, dùng được nhiều năm.',
  'Loại nhẹ dành cho phòng nhỏ; không chiếm chỗ.',
  'Cao 8\\\'9" khi mở hết, gấp lại còn một nửa.',
  'Mua theo đợt, giá đã gồm thuế: giao tận nơi, lắp tận phòng.',
  'Chất liệu bền',
  "Màu d'eau, sơn hai lớp, chống xước.",
  'Bảo hành 24 tháng kể từ ngày giao.',
]

export function cleanTable(count = 30): Table {
  return { header, rows: Array.from({ length: count }, (_, i) => rowOf(i)) }
}

function rowOf(i: number): readonly string[] {
  const two = (n: number) => String(n).padStart(2, '0')
  const code = `${'BGTDMH'[i % 6]}${'KLNP'[i % 4]}-${1000 + ((i * 7919) % 9000)}`
  return [
    `${two((i % 27) + 1)}/${two(((i * 5) % 12) + 1)}/2026`,
    `${two(i % 24)}:${two((i * 15) % 60)}`,
    String((i * 3) % 17),
    code,
    `$${(i * 37) % 90}.${two((i * 13) % 100)}`,
    things[i % things.length]!,
    praises[i % praises.length]!,
    `https://kho.example.vn/hang/${code.replace('-', '_')}.html`,
    i % 29 === 5 ? 'lại' : '',
  ]
}
