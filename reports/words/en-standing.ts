import type { standing as vietnamese } from './vi-standing.ts'

export const standing: typeof vietnamese = {
  head: (unit, now) => `${unit}, at ${now}`,
  period: (period) => `Current period: ${period}.`,
  next: (period) => `Next period:    ${period}.`,
  backup: (night, days) =>
    `Last backup: up to the night of ${night}${days === 0 ? '' : `; ${days} nights since then are not backed up`}.`,
  work: 'To do, the most urgent first',
  files: 'Files and figures to look at',
  count: 'Count',
  fresh: (count) => `${count} new`,
  nothing: 'There is nothing to do.',
  list: (folder) => `List: ${folder}`,
  systems: 'The systems, by the day up to which their files go',
  without: (count) => `–           ${count} systems without any file yet`,
  silent: 'The last night should have had files of:',
}
