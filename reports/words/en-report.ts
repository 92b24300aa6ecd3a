import type { unfillable as vi } from './vi-report.ts'

export const unfillable: typeof vi = {
  no_docx: () => 'this file is no Word document (.docx).',
  unknown: (found) => `there is no place named {${found}}.`,
  missing: (found) => `the place {${found}} is missing.`,
  unclosed: (found) => `the place "${found}" lacks its { or its }.`,
  loop_open: (found) => `{#${found}} has no {/${found}} that ends it.`,
  loop_close: (found) => `{/${found}} stands without a {#${found}} before it.`,
  list: (found) => `{${found}} is a list: write {#${found}} before and {/${found}} after what is repeated.`,
  no_list: (found) => `{#${found}} is no list, write just {${found}}.`,
  broken: (found) => `the place {${found}} stands where nothing can be filled in.`,
}
