import { listed, quoted } from './pieces.ts'

/** What each command and flag is for, as `--help` says it. */
export const command = {
  doisoat:
    "Reconciles a ward's dossiers between the National Public Service Portal, the ministries' systems and the Centre's book",
  nightly: "The night's work: load what is new, reconcile, state the figures, publish",
  run: 'One stage again: load, normalize, reconcile, summarize or publish',
  figures: 'The figures of a period, the identities and the reconciliation statement',
  discrepancies: 'The list of discrepancies, and acknowledging what is known',
  discrepancyList: 'The list of discrepancies (the word list may be left out)',
  discrepancyAck: 'Acknowledge: known, and left until a day is over; by a key, or a whole list that was handed back',
  discrepancyReopen: 'Take an acknowledgement back',
  discrepancyLinks: 'Rows without a code that could not be matched, what may be meant, and what people confirmed',
  discrepancyLink: 'Confirm whose dossier a row without a code is; remembered, and applied in every later night',
  discrepancyUnlink: 'Take a confirmation back',
  dossiers: 'The dossiers of a period as the program believes them',
  rejects: 'Rows that could not be read: file, line, column, reason',
  city: 'A period of every ward of a city: a report each, and a summary with one row a ward',
  verify: 'Makes a published folder again from the kept files, and says the same or what differs',
  filesList: 'Every file seen: whose it is, how many lines, whether they add up',
  filesRetract: 'Takes back a file that should not have been loaded; figures and discrepancies are worked out anew',
  files: 'Every file seen: whose it is, how many lines, whether they add up',
  report: "A period's report (section I.2) and its files in the output folder",
  check: 'Audits figures that somebody else stated: the paragraph of a report, or `key: value` lines',
  status: 'How fresh the systems are, the last night, what is open',
  why: 'Why: where a dossier, a figure or a discrepancy comes from',
  close: 'Close a period: its figures stay as they were published',
  reopen: 'Give up the closing of a period',
  restate: 'State a closed period again, and say what moved and because of which dossiers',
  backup: 'Back the database up now, and check the copy; every night does so by itself',
  purge: 'Take away personal data of dossiers that ended long ago; without --yes it only says what would go',
  restore: 'Put a backup in the place of the database; the database that was there is kept',
  changes: 'What changed from one night to the next: dossiers that appeared, changed, are gone, due days put off',
  connector: 'The export formats that the program reads',
  connectorList: 'List the formats',
  connectorTest: 'Try a format on the samples that come with it',
  connectorTry: 'Show how a file is read, without loading it',
}

export const flag = {
  config: 'The configuration (default: doisoat.yaml in the working directory)',
  lang: 'Language: vi or en',
  json: 'Print one JSON document',
  csv: 'Print CSV for a spreadsheet',
  tableCsv: 'Print the table that was read as CSV (RFC 4180, UTF-8), its cells as they came',
  quiet: 'Print nothing when all is well',
  asOf: 'As of the end of this day, such as 2026-02-13',
  inbox: 'The inbox, instead of the configured one',
  canary: 'After the night, put 40 faults into a copy and see whether each is noticed',
  dryRun: 'Try it and take it back: nothing is kept',
  period: 'Period: 2026-02, 2026-Q1, 2026-H1, 2026-9M or 2026',
  from: 'First day, such as 2026-01-17',
  to: 'Last day, such as 2026-02-13',
  basis: "centre: by the Centre's book; all: every dossier of the ward",
  kind: 'One kind of discrepancy only',
  state: 'One state only: new, open, acknowledged, resolved, reopened',
  system: 'One system only',
  fixtures: 'Run on a folder of files, in a throw-away database',
  why: 'Why, in a sentence for whoever reads it later',
  by: 'Who decided (default: the user of this machine)',
  preview: 'Show what would move, write nothing',
  whyAsked: 'A dossier code, period/figure (2026-02/resolved_overdue), or the key of a discrepancy',
  closedPeriod: 'The period, e.g. 2026-02',
  retracted: 'The file as `doisoat files` has it, or the beginning of its hash',
  purgeBefore: 'Dossiers that ended before this day; by whole months',
  olderThan: 'Dossiers that ended so many years ago (default: retention.years of the configuration)',
  yes: 'Do it',
  backupTo: 'The file to write (default: the folder of backups, named after the last night)',
  backupFile: 'The backup (default: the newest good one)',
  undo: 'Take the file in again',
  publishedFolder: 'A published folder, e.g. out/2026-02',
  asOfNight: 'As the night of this day knew it, e.g. 2026-02-10',
  failOn: 'Leave with 1 when discrepancies are new, or open',
  stage: 'load, normalize, reconcile, summarize or publish',
  file: 'The file to look at',
  key: 'Key of a discrepancy, such as unlinked_record/00303/2026/botuphap-chungthuc',
  code: "A dossier's code",
  stated: 'The text file to audit; - reads standard input',
  until: 'Acknowledge until the end of this day, such as 2026-02-28',
  handedBack: "The desk's list (.xlsx or .csv) with notes and days filled in",
  unmask: 'Show names and identity numbers; needs --why, and is written down',
  whyUnmasked: 'Why names and identity numbers have to be seen',
  connector: "A system's id, such as botuphap-hotich",
}

/** Help's own words, and what is said of a command line that was not understood. */
export const help = {
  keywords: { default: 'default =', separator: 'separator =' },
  headers: { usage: 'USAGE', aliases: 'ALIASES', commands: 'COMMANDS', flags: 'FLAGS', arguments: 'ARGUMENTS' },
  briefs: {
    help: 'Print this help and leave',
    helpAll: 'Print help with hidden commands and flags',
    version: 'Print the version and leave',
    argumentEscapeSequence: 'All that follows is an argument',
  },
  noCommand: (input: string, near: readonly string[]) =>
    `There is no command ${quoted(input)}.${meant(near)} \`doisoat --help\` lists the commands.`,
  noFlag: (input: string, near: readonly string[]) =>
    `There is no flag ${quoted(input)}.${meant(near)} Add --help to see the flags.`,
  noChoice: (flag: string, input: string, choices: readonly string[]) =>
    `--${flag}: found ${quoted(input)}, expected one of: ${listed(choices)}.`,
  noValue: (flag: string, input: string) =>
    `${flag}: ${quoted(input)} could not be read. Add --help to see how it is written.`,
  needsValue: (flag: string) => `--${flag} needs a value. Add --help to see how it is written.`,
  needsArgument: (placeholder: string) =>
    `The argument ${placeholder} is missing. Add --help to see how it is written.`,
  tooMany: (input: string) => `The argument ${quoted(input)} is one too many. Add --help to see how it is written.`,
  notUnderstood: (message: string) =>
    `The command line was not understood: ${message}. Add --help to see how it is written.`,
  bug: 'The program met a fault of its own; nothing was published, the last good outputs still stand. Send the text below to the developers.',
}

function meant(near: readonly string[]): string {
  return near.length === 0 ? '' : ` Did you mean ${near.join(', ')}?`
}
