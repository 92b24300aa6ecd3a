/** What a stage made, held against what was expected of it. */
export const expected = {
  same: (folder: string) => `Đúng như ghi trong ${folder}.`,
  written: (folder: string, rows: number) => `Đã ghi ${rows} dòng vào ${folder}.`,
  heading: (table: string, changed: number, missing: number, unexpected: number) =>
    `Bảng ${table}: ${changed} dòng khác, ${missing} dòng thiếu, ${unexpected} dòng thừa.`,
  more: (count: number) => `  … và ${count} dòng nữa.`,
  row: 'Dòng',
  column: 'Cột',
  was: 'Ghi trong tệp',
  is: 'Nay',
}
