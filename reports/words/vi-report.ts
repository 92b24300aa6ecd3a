/** Why a template of the report cannot be filled in. */
export const unfillable = {
  no_docx: (_found: string) => 'tệp này không phải văn bản Word (.docx).',
  unknown: (found: string) => `không có chỗ điền nào tên {${found}}.`,
  missing: (found: string) => `thiếu chỗ điền {${found}}.`,
  unclosed: (found: string) => `chỗ điền "${found}" thiếu dấu { mở hoặc dấu } khép.`,
  loop_open: (found: string) => `{#${found}} chưa có {/${found}} khép lại.`,
  loop_close: (found: string) => `có {/${found}} mà phía trước không có {#${found}}.`,
  list: (found: string) => `{${found}} là danh sách, phải viết {#${found}} ở trước và {/${found}} ở sau phần lặp lại.`,
  no_list: (found: string) => `{#${found}} không phải danh sách, chỉ viết {${found}}.`,
  broken: (found: string) => `chỗ điền {${found}} đứng ở chỗ không điền được.`,
}
