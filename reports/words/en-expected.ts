import type { expected as vi } from './vi-expected.ts'

export const expected: typeof vi = {
  same: (folder) => `As ${folder} has it.`,
  written: (folder, rows) => `${rows} rows written into ${folder}.`,
  heading: (table, changed, missing, unexpected) =>
    `Table ${table}: ${changed} rows changed, ${missing} missing, ${unexpected} too many.`,
  more: (count) => `  … and ${count} more.`,
  row: 'Row',
  column: 'Column',
  was: 'Expected',
  is: 'Now',
}
