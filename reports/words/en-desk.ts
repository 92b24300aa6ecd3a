import { quoted } from './pieces.ts'
import type * as vi from './vi-desk.ts'

export const desk: typeof vi.desk = {
  title: 'Dossiers to act on',
  part: { dossiers: 'Dossiers', files: 'Files and figures', resolved: 'Resolved' },
  resolvedSince: (day) => (day === null ? 'Resolved' : `Resolved since ${day}`),
  group: {
    overdue: 'Overdue',
    reception_overdue: 'Reception overdue',
    due_soon: 'Due soon',
    routed: 'Bypassed the Centre',
    conflict: 'Systems differ',
    rest: 'Other',
    acknowledged: 'Acknowledged',
  },
  mark: { new: 'New', worse: 'Worse', again: 'Back again' },
  column: {
    number: 'No.',
    part: 'Part',
    group: 'Group',
    mark: 'Since last night',
    code: 'Dossier',
    ownNumber: "Ministry's number",
    procedure: 'Procedure',
    person: 'Submitted by',
    submitted: 'Submitted at',
    received: 'Received at',
    due: 'Due at',
    hoursLeft: 'Left (working hours)',
    status: 'Status',
    systems: 'Systems that have it',
    account: 'Held by account',
    reasons: 'Reasons',
    actions: 'What to do',
    since: 'Seen since',
    note: 'Note',
    until: 'Acknowledge until',
    sources: 'File and line',
    keys: 'Key',
    system: 'System',
    matter: 'What',
  },
  asOf: (day) => `As of the end of ${day}.`,
  counts: (d) =>
    `${d.dossiers} dossiers to act on: ${d.fresh} new, ${d.worse} worse${d.acknowledged > 0 ? `; ${d.acknowledged} acknowledged` : ''}; ${d.resolved} resolved since last night.`,
  noDossiers: 'No dossier needs to be acted on.',
  noFiles: 'Nothing is to be looked at in the files and figures.',
  noResolved: 'No dossier has just been resolved.',
  handBack:
    'What is known and cannot be done yet: fill in the note (why) and the day until when, and hand this file back; once that day is over it is shown again.',
  acknowledgedUntil: (until, by, why) => `acknowledged until the end of ${until} (${by}): ${why}`,
  unverified: 'not verified tonight',
  hours: (hours) => `${hours} h`,
  late: (hours) => `${hours} h late`,
  page: (page, pages) => `Page ${page}/${pages}`,
  search: 'Search',
  everything: 'All',
  onlyMarked: 'Only what is new, worse or back again',
  shown: (shown, all) => `Showing ${shown} of ${all} rows.`,
  lines: (count) => `${count} lines`,
  filters: 'Filter the list',
  untilPrompt: 'A day, such as 28/02/2026. Once it is over, this is shown again.',
}

export const decided: typeof vi.decided = {
  acknowledged: (count, already, resolved) =>
    [
      `Acknowledged ${count} discrepancies.`,
      already > 0 ? `${already} were so already.` : '',
      resolved > 0 ? `${resolved} are resolved and need no acknowledgement.` : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  reopened: (key) => `${key}: acknowledged no longer.`,
  person: 'Submitted by',
  identity: 'Identity number',
}

export const undecidable: typeof vi.undecidable = {
  why_missing: () => 'a day and no note: the reason is needed.',
  until_missing: () => 'a note and no day: the day until when is needed.',
  until_unreadable: (found) => `found ${quoted(found)}, a day of the calendar written as 28/02/2026 was expected.`,
  until_over: (found) => `${found} was over in the last night, a later day is needed.`,
  until_far: (found) => `${found} is more than a year away, a nearer day is needed.`,
  why_long: () => 'the note is longer than 1000 letters, a shorter one is needed.',
  keys_missing: () => 'a note or a day and no key: nobody can say what is meant.',
  since_differs: (found) =>
    `Thấy từ ngày: found ${quoted(found)}, the program wrote another day; the spreadsheet writes days otherwise, so none can be trusted. Save it as .xlsx.`,
  key_unknown: (found) => `no discrepancy has the key ${quoted(found)}.`,
  key_twice: (found) => `the key ${quoted(found)} stands in a row above with another note or day.`,
}
