import { fewOf } from './pieces.ts'
import { progress } from './en-message.ts'
import type { plan as vietnamese } from './vi-plan.ts'

export const plan: typeof vietnamese = {
  head: (night, unit) =>
    `${unit}, the night of ${night}, if \`doisoat nightly\` began now. This only looks ahead, nothing is written.`,
  running: (pid, since) =>
    `Another run holds the lock (process ${pid}, since ${since}): \`doisoat nightly\` would leave with exit 75 now.`,
  stage: { ...progress.stage, backup: 'Backup' },
  noFiles: 'The inbox is empty.',
  nothingNew: (known) => `Nothing new; ${known} files were loaded before.`,
  toRead: (read, known) => `${read} files to read; ${known} were loaded before.`,
  untaken: (count) => `${count} files cannot be read now, or have to wait.`,
  file: {
    new: 'new',
    changed: 'not what was loaded under this name',
    again: 'not taken last time, is read again',
    held: 'not taken, waits for its system to export once more',
    elsewhere: 'its content is known from elsewhere',
    not_ready: 'still being written, left to the next run',
    link: 'a link, not read',
    too_deep: 'lies too deep, not read',
    unreadable: 'cannot be read',
  },
  size: (bytes) => `${bytes} bytes`,
  like: (path) => `the same as ${path}`,
  more: (count) => `… and ${count} more files: see \`doisoat plan --json\`.`,
  unread: 'What the files to read move is known when they are read: below is what is known before.',
  fromTheBeginning: 'From the beginning: nothing is in the database yet.',
  exports: (inForce, changed) =>
    `${inForce} exports in force, ${changed === 0 ? 'all as they are' : `${changed} to be made anew`}; rows without a code are matched anew.`,
  allDossiers: (known) => `All ${known} dossiers anew, because:`,
  someDossiers: (anew, known, turning) =>
    `${anew} of ${known} dossiers anew${turning === 0 ? '' : `, of which ${turning} may turn with the day`}.`,
  noDossiers: (known) => `Nothing anew; ${known} dossiers stand.`,
  because: {
    not_known: 'it is not known what stands was made of',
    settings: 'the configuration, catalogue, calendar or program is another than last time',
    decisions: 'people have decided since about rows without a code, retracted files or purged data',
    earlier_night: 'this night is before the last one that was worked out',
    exports: 'an export is in force no more, or its file was read again',
  },
  others: (names) => `others than last time: ${names}`,
  othersAlone: (names) =>
    `Others than last time: ${names}; the last night is worked out again beside it, to know what this alone moves.`,
  months: (anew, standing) => `${fewOf(anew)} anew${standing.length === 0 ? '' : `; ${fewOf(standing)} as stated`}.`,
  folder: {
    current: 'the current period',
    not_stated: 'not stated yet',
    not_as_published: 'its documents are not what is known now',
  },
  folders: (list, night) => `${fewOf(list)}; nightly/${night}.`,
  otherMonths: (list) => `${fewOf(list)}: only if its figures or discrepancies turn out otherwise.`,
  monthsOfFiles: 'Other periods: those that the files tell of.',
  noCopy: 'No backup (backups.keep: 0).',
  serverCopies: 'The business of who keeps the PostgreSQL server.',
}
