import type { verified as vietnamese } from './vi-verified.ts'

export const verified: typeof vietnamese = {
  heading: (folder, asOf, inputs, outputs) =>
    `${folder}: figures as of the end of ${asOf}, made from ${inputs} files, ${outputs} documents.`,
  program: (then, now) => `Made by version ${then}; this is ${now}.`,
  setting: (what) => `Not what it was: ${what}.`,
  settings: {
    configuration: 'the configuration',
    catalogue: 'the catalogue of procedures',
    calendar: 'the calendar',
    template: "the report's template",
    tasks: 'the text of section I.1',
    difficulties: 'the text of section II',
    plans: 'the text of section III',
  },
  input: {
    damaged: 'the kept file is not the one that was loaded.',
    missing: 'the kept file is gone.',
    purged: 'was purged (doisoat purge).',
  },
  output: {
    changed: 'changed since it was published.',
    missing: 'not in the folder any more.',
    unlisted: 'not among the documents that were published.',
  },
  notMade: 'not made again, so not compared.',
  line: (line, published, rebuilt) => `differs from line ${line} on: published ${published}, made again ${rebuilt}.`,
  noLine: 'the end of the file',
  byte: (byte) => `differs from what is made again from byte ${byte} on.`,
  same: 'The same: every figure counted again and every document made again from the kept files is as published.',
  purged:
    'Cannot be made again: the files behind it were purged. The documents that are left are as they were published.',
  different: 'Something differs.',
}
