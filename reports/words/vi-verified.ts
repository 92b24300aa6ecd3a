/** What `verify` says of a published folder. */
export const verified = {
  heading: (folder: string, asOf: string, inputs: number, outputs: number) =>
    `${folder}: số liệu tính đến hết ngày ${asOf}, lập từ ${inputs} tệp, gồm ${outputs} tài liệu.`,
  program: (then: string, now: string) => `Lập bằng phiên bản ${then}; phiên bản đang chạy là ${now}.`,
  setting: (what: string) => `Nay đã khác lúc lập: ${what}.`,
  settings: {
    configuration: 'tệp cấu hình',
    catalogue: 'danh mục thủ tục',
    calendar: 'lịch ngày nghỉ',
    template: 'mẫu báo cáo',
    tasks: 'tệp nội dung mục I.1',
    difficulties: 'tệp nội dung mục II',
    plans: 'tệp nội dung mục III',
  },
  input: {
    damaged: 'tệp lưu đã bị thay đổi, không còn là tệp đã nạp.',
    missing: 'tệp lưu không còn.',
    purged: 'đã xoá theo thời hạn lưu trữ (doisoat purge).',
  },
  output: {
    changed: 'đã bị sửa sau khi lập.',
    missing: 'không còn trong thư mục.',
    unlisted: 'không có trong danh sách tài liệu đã lập.',
  },
  notMade: 'không lập lại được để so.',
  line: (line: number, published: string, rebuilt: string) =>
    `khác từ dòng ${line}: trong thư mục là ${published}, lập lại là ${rebuilt}.`,
  noLine: 'hết tệp',
  byte: (byte: number) => `khác bản lập lại từ byte ${byte}.`,
  same: 'Giống hệt: mọi số liệu đếm lại và mọi tài liệu lập lại từ các tệp đã nạp đều như đã công bố.',
  purged:
    'Không lập lại được: các tệp nguồn đã xoá theo thời hạn lưu trữ. Những tài liệu còn lại vẫn đúng như lúc công bố.',
  different: 'Có chỗ khác.',
}
