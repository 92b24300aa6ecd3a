import { describe, expect, test } from 'vitest'
import { surveyed } from './read-table.ts'

/** Lines as they would stand in a file. */
function text(...lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}

describe('a small table says little of its signs, and is read by what it says', () => {
  test('a quotation mark is one where no row tears on it, however few rows there are', () => {
    const survey = surveyed(text('Lượng nước (m3),Lượng nước/người,Chi phí', '"44,761",13.9,68'))
    expect([survey.quote, survey.rows]).toEqual(['"', [['44,761', '13.9', '68']]])
  })

  test('a mark that opens a cell and is a letter of it is a letter', () => {
    const lines = ['Tên;Cỡ;Số', '"Bình Minh" nhỏ;5;1', '"Hoa Mai" lớn;7;2', 'Thường;8;3']
    expect(surveyed(text(...lines))).toMatchObject({
      quote: null,
      rows: [
        ['"Bình Minh" nhỏ', '5', '1'],
        ['"Hoa Mai" lớn', '7', '2'],
        ['Thường', '8', '3'],
      ],
    })
  })

  test('a row with one cell more than there are names keeps it, over two lines too', () => {
    const survey = surveyed(text('"Bài";"Mục tiêu";"m";"D"', '"or30_10.dat";"21663";"21";"100";"', '"'))
    expect(survey.header).toEqual(['Bài', 'Mục tiêu', 'm', 'D'])
    expect(survey.rows).toEqual([['or30_10.dat', '21663', '21', '100', '\n']])
    expect(survey.lines).toMatchObject({ physical: 3, header: 1, data: 2 })
  })

  test('decimal commas do not divide cells, nor do points make numbers of codes', () => {
    const lines = ['STT;Đơn vị;Thu;Chi', '1;Phường A;1.024,5;900', '2;Phường B;2.000,25;1.100,75', '3;Phường C;3,5;2']
    expect(surveyed(text(...lines))).toMatchObject({ delimiter: ';', header: ['STT', 'Đơn vị', 'Thu', 'Chi'] })
  })
})

describe('names over two rows', () => {
  const trips = [
    '05.01.26,Hà Nội,Họp,,350,,,350',
    ',,Thăm xưởng,,,,,',
    '18.01.26,Huế,Tập huấn,900,,80,,980',
    ',,Thăm cơ sở,,,,,',
  ]

  test('are joined also where an empty row stands between them', () => {
    const names = ['NGÀY,NƠI ĐẾN,VIỆC,ĐI LẠI,,,KHÁC,Tổng', ',,,,,,,', ',,,Máy bay,Tàu,Taxi,,']
    const survey = surveyed(text('CHI CÔNG TÁC,,,,,,,', ...names, ...trips))
    expect(survey.header).toEqual([
      'NGÀY',
      'NƠI ĐẾN',
      'VIỆC',
      'ĐI LẠI Máy bay',
      'ĐI LẠI Tàu',
      'ĐI LẠI Taxi',
      'KHÁC',
      'Tổng',
    ])
    expect(survey.lines).toMatchObject({ preamble: 1, header: 2, blank: 1, data: 4 })
  })

  test('are not where the row below the empty one names no gap', () => {
    const survey = surveyed(
      text('NGÀY,NƠI ĐẾN,VIỆC,,SỐ', ',,,,', 'Tổ 1,,,,', '05.01.26,Hà Nội,Họp,,350', '06.01.26,Huế,Họp,,9'),
    )
    expect([survey.header, survey.sections]).toEqual([['NGÀY', 'NƠI ĐẾN', 'VIỆC', '', 'SỐ'], [3]])
  })
})

describe('tables below each other, all as wide as the widest', () => {
  const meetings = [
    'TIẾP KHÁCH,,,,',
    'Cán bộ,Ngày,Đơn vị,Việc,',
    'Ông An,Oct-25,Sở Y tế,Trao đổi,',
    ',,Sở Tài chính,,',
    ',,UBND quận,,',
  ]
  const trips = ['ĐI CÔNG TÁC,,,,', 'Cán bộ,Ngày đi,Nơi đến,Việc,Chi phí', 'Ông An,12 - 15/10,Huế,Hội nghị,3271']
  const gifts = ['QUÀ TẶNG,,,,', 'Cán bộ,Ngày,Quà,,', 'Ông An,Không có,Không có,,']
  const blank = [',,,,', ',,,,']

  test('the first has its header, though others repeat its words, and ends where the next one begins', () => {
    const survey = surveyed(text(...meetings, ...blank, ...trips, ...blank, ...gifts))
    expect(survey).toMatchObject({
      header: ['Cán bộ', 'Ngày', 'Đơn vị', 'Việc', ''],
      headerRows: 1,
      lines: { physical: 15, preamble: 1, header: 1, blank: 4, data: 3, footer: 6 },
      nextTable: 8,
    })
    expect(survey.rows.at(-1)).toEqual(['', '', 'UBND quận', '', ''])
  })

  test('the next one begins with its titles, of which there may be several, with empty rows between', () => {
    const titles = ['UBND PHƯỜNG,,,,', 'Quý I,,,,', ',,,,']
    expect(surveyed(text(...meetings, ',,,,', ...titles, ...trips)).nextTable).toBe(7)
  })

  test('words below an empty row are no header for a row that ends before the columns do', () => {
    const list = ['Tên,Mã,Số', 'An,a-1,5', 'Bình,a-2,6', 'Cường,a-3,7', 'Dung,a-4,8', ',,']
    const survey = surveyed(text(...list, 'Ghi,chú,thêm', 'xem,12', 'An,a-5,9'))
    expect([survey.nextTable, survey.ragged]).toEqual([null, [{ line: 8, cells: 2 }]])
  })

  test('a table that goes on below its own title and names, page after page, is one', () => {
    const page = (from: number) => [1, 2, 3].map((i) => `${from + i},Hồ sơ ${from + i},Xong`)
    const names = 'STT,Tên,Kết quả'
    const survey = surveyed(text(names, ...page(0), ',,', 'DANH SÁCH (tiếp theo),,', names, ...page(3)))
    expect([survey.nextTable, survey.rows.length, survey.sections]).toEqual([null, 7, [6]])
    expect(surveyed(text(names, ...page(0), ',,', 'DANH SÁCH HAI,,', names, ...page(0))).nextTable).toBe(6)
  })

  test('a list of who holds which office has no signatures in it', () => {
    const list = [
      'Chức vụ,Họ tên',
      'Trưởng phòng,Nguyễn Văn An',
      ',',
      'Phó Chủ tịch,Trần Thị Bình',
      'Chủ tịch,Lê Cường',
    ]
    expect(surveyed(text(...list)).rows).toHaveLength(3)
  })

  test('a section of the same table, or its signatures, are no other table', () => {
    const list = ['Họ tên,Nơi sinh,Quê quán', 'An,Hải Phòng,Hà Nội', 'Bình,Huế,Đà Nẵng', ',,']
    expect(surveyed(text(...list, 'Phần hai,,', 'Cường,Huế,Hà Nội', 'Dung,Hà Nội,Huế')).nextTable).toBe(null)
    const signed = ['"Hải Phòng, ngày 15 tháng 2",,', 'Người lập biểu,Kế toán,Chủ tịch', 'Nguyễn A,Trần B,Lê C']
    const survey = surveyed(text(...list, ...signed))
    expect([survey.nextTable, survey.rows.length, survey.lines.footer]).toEqual([null, 2, 3])
  })
})

describe('what offices send', () => {
  test('titles over three lines, names over two, numbers of columns, sections, notes and signatures', () => {
    const survey = surveyed(
      text(
        'UBND PHƯỜNG;;;;;CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM;',
        'TRUNG TÂM HÀNH CHÍNH CÔNG;;;;;Độc lập - Tự do - Hạnh phúc;',
        ';;;;;;',
        'TỔNG HỢP KẾT QUẢ;;;;;;',
        'Tháng 02 năm 2026;;;;;;',
        '(Kèm theo Báo cáo số 12/BC-TTPVHCC ngày 15/02/2026);;;;;;',
        'STT;Lĩnh vực;Số hồ sơ tiếp nhận;;;Tỷ lệ (%);Ghi chú',
        ';;Tổng số;Trực tuyến;Trực tiếp;;',
        '(1);(2);(3)=(4)+(5);(4);(5);(6);(7)',
        'I;Cấp phường;1.024;1.020;4;99,6;',
        '1;Hộ tịch;312;312;0;100,0;',
        '2;Chứng thực;407;405;2;99,5;',
        'II;Chuyển cấp trên;37;37;0;100,0;',
        '1;Hộ kinh doanh;37;37;0;100,0;',
        'Tổng cộng;;1.061;1.057;4;99,6;',
        ';;;;;;',
        'Ghi chú: số liệu tính đến hết ngày 13/02/2026;;;;;;',
        'NGƯỜI LẬP BIỂU;;;;;GIÁM ĐỐC;',
        '(Ký, ghi rõ họ tên);;;;;(Ký, đóng dấu);',
        'Nguyễn Thị A;;;;;Trần Văn B;',
      ),
    )
    expect(survey).toMatchObject({
      delimiter: ';',
      headerRows: 3,
      lines: { physical: 20, preamble: 5, header: 3, blank: 2, data: 6, footer: 4 },
      nextTable: null,
    })
    expect(survey.header!.slice(2, 5)).toEqual([
      'Số hồ sơ tiếp nhận Tổng số',
      'Số hồ sơ tiếp nhận Trực tuyến',
      'Số hồ sơ tiếp nhận Trực tiếp',
    ])
    expect(survey.rows.at(-1)).toEqual(['Tổng cộng', '', '1.061', '1.057', '4', '99,6', ''])
  })

  test('running numbers that begin again, lettered sections and their sums stay rows of one table', () => {
    const first = ['A,Hộ nghèo,,', '1,Nguyễn Văn An,Tổ 1,4', '2,Trần Thị Bình,Tổ 2,3', ',Cộng,,7']
    const second = ['B,Hộ cận nghèo,,', '1,Lê Văn Cường,Tổ 1,5', '2,Phạm Thị Dung,Tổ 3,2', ',Cộng,,7']
    const lines = ['STT,Họ và tên,Tổ dân phố,Số khẩu', ...first, ...second]
    const survey = surveyed(text(...lines))
    expect([survey.rows.length, survey.nextTable, survey.lines.footer]).toEqual([8, null, 0])
  })
})

describe('a row with an empty cell too many, or too few', () => {
  const rows = [
    'Ngày,Giờ,Số,Tả,Ghi chú',
    '05/01/2026,08:00,4,Ghế xoay,',
    '06/01/2026,09:30,7,Tủ,',
    '07/01/2026,10:15,2,Bàn,',
  ]

  test('is evened out where its days and numbers then stand in their columns, and said', () => {
    const survey = surveyed(
      text(...rows, '08/01/2026,,11:00,9,Đèn,', ',09/01/2026,11:30,8,Kệ,', '10/01/2026,12:00,5,Giá'),
    )
    expect(survey.rows.slice(3)).toEqual([
      ['08/01/2026', '11:00', '9', 'Đèn', ''],
      ['09/01/2026', '11:30', '8', 'Kệ', ''],
      ['10/01/2026', '12:00', '5', 'Giá', ''],
    ])
    expect(survey.mended.map(({ line }) => line)).toEqual([5, 6, 7])
    expect(survey.ragged).toEqual([])
  })

  test('stays as it is where only words speak for it', () => {
    const survey = surveyed(text('Tên,Nơi,Quê', 'An,Huế,Vinh', 'Bình,,Huế,Vinh', 'Cường,Huế,Vinh', 'Dung,Vinh,Huế'))
    expect(survey.ragged).toEqual([{ line: 3, cells: 4 }])
  })
})

describe('what stands below a table', () => {
  const list = [
    'STT,Mã,Họ tên,Ngày,Phí',
    ...Array.from({ length: 8 }, (_, i) => `${i + 1},A${i},Lan,0${i + 1}/01/2026,${i}`),
  ]

  test.each([
    ['Hải Phòng, ngày 13 tháng 02 năm 2026', 'Người lập biểu'],
    ['13/02/2026', 'Cán bộ tiếp nhận'],
    ['Ngày 13 tháng 02 năm 2026', 'Công chức lập danh sách'],
  ])('is no row of it: %s, and one who signs', (day, signatory) => {
    const cell = `"${day}"`
    const survey = surveyed(
      text(...list, ',,Tổng số: 8,,', '', `,,,${cell},`, `,,,${signatory},`, '', ',,,Trần Thị B,'),
    )
    expect([survey.rows.length, survey.lines.footer, survey.lines.blank]).toEqual([8, 4, 2])
  })

  test('a header of two rows that comes again on each page is no row', () => {
    const head = ['STT,Hồ sơ,,Ngày,Phí', ',Mã,Họ tên,,']
    const body = list.slice(1)
    const survey = surveyed(text(...head, ...body.slice(0, 4), ...head, ...body.slice(4)))
    expect([survey.rows.length, survey.lines.header]).toEqual([8, 4])
  })
})

describe('a table that is followed by another one', () => {
  const first = ['Mã,Ngày,Số,Ghi chú', ...Array.from({ length: 9 }, (_, i) => `A${i},0${i + 1}/01/2026,${i},x`)]

  test('is the first one, however long the other is', () => {
    const other = Array.from({ length: 200 }, (_, i) => `${i},a,b,c,02/01/2026,${i}`)
    const survey = surveyed(text(...first, '', 'STT,Tên,Nơi,Quê,Ngày,Phí', ...other))
    expect([survey.rows.length, survey.nextTable, survey.lines.footer]).toEqual([9, 12, 201])
  })

  test('ends at the title of one that another delimiter divides', () => {
    const survey = surveyed(text(...first, '', 'Danh mục', 'Mã;Tên;Số', 'D1;Tổ một;3', 'D2;Tổ hai;4'))
    expect([survey.rows.length, survey.nextTable, survey.ragged]).toEqual([9, 12, []])
  })
})

test('names of persons in one column stay whole', () => {
  const survey = surveyed(
    text('Họ tên', 'Nguyễn Văn An', 'Trần Thị Bình', 'Lê Văn Cường', 'Phạm Thị Dung', 'Võ Văn Em'),
  )
  expect([survey.delimiter, survey.header, survey.rows.length]).toEqual([null, ['Họ tên'], 5])
})
