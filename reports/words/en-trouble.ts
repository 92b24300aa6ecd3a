import { dayText } from '../format.ts'
import { config, meant, need } from './en-config.ts'
import { listed, quoted } from './pieces.ts'
import type { Problems, TemplateFaults, trouble as vietnamese } from './vi-trouble.ts'
import { undecidable } from './en-desk.ts'
import { fileReason } from './en-reading.ts'
import { unfillable } from './en-report.ts'
import { makingTrouble } from './en-connector.ts'
import { storeTrouble } from './en-store.ts'
import { unitsTrouble } from './en-units.ts'
import { setupTrouble } from './en-setup.ts'

export const trouble: typeof vietnamese = {
  config_missing: {
    sentence: (d) => `${d.file}: there is no such configuration file.`,
    hint: 'Run `doisoat init` to make one, or give its path by --config.',
  },
  config_invalid: {
    sentence: config,
    hint: 'Correct that line of the configuration and run again; nothing has been done.',
  },
  unknown_period: {
    sentence: (d) => `There is no period ${quoted(d.found)}; a period is written like ${listed(d.examples)}.`,
    hint: 'Write it in that manner, or give any days with --from and --to.',
  },
  period_reversed: {
    sentence: (d) => `Period ${quoted(d.period)} begins on ${d.from}, after its end on ${d.to}.`,
    hint: 'Exchange the two days, in periods.override of the configuration or on the command line.',
  },
  night_unknown: {
    sentence: (d) =>
      `No night had ended by ${dayText(d.day)}${d.first === null ? '' : `; the first is ${dayText(d.first)}`}.`,
    hint: 'Choose a day from the first night on.',
  },
  period_running: {
    sentence: (d) => `Period ${d.period} runs to ${dayText(d.to)}; the last night reaches ${dayText(d.asOf)} only.`,
    hint: 'Close it when it is over and its last night has run.',
  },
  period_closed: {
    sentence: (d) => `Period ${d.period} has been closed as of ${dayText(d.asOf)}.`,
    hint: 'Where its figures would be others now, use `doisoat restate`; to give the closing up, `doisoat reopen`.',
  },
  period_not_closed: {
    sentence: (d) =>
      `Period ${d.period} is not closed; ${d.closed.length === 0 ? 'none is' : `closed are: ${listed(d.closed)}`}.`,
    hint: 'Check the period, or close it with `doisoat close`.',
  },
  period_without_figures: {
    sentence: (d) =>
      `Period ${d.period} has no figures to close${d.missing.length === 0 ? '' : `: nothing came from ${listed(d.missing)}`}.`,
    hint: 'Put all exports into the inbox, run `doisoat nightly`, then close.',
  },
  why_unknown: {
    sentence: (d) => `${quoted(d.asked)} is no dossier code, no period/figure, and no key of a discrepancy.`,
    hint: 'Write it like H24.131-260123-0007 or 2026-02/resolved_overdue, or copy the key from `doisoat discrepancies --csv`.',
  },
  code_unknown: {
    sentence: (d) => `${d.code}: no file has this dossier code.`,
    hint: 'Check the code; the file that has it may not have been loaded (`doisoat files`).',
  },
  key_unknown: {
    sentence: (d) => `${quoted(d.key)}: no discrepancy has this key.${meant(d.nearest)}`,
    hint: 'Copy the key from `doisoat discrepancies --csv`.',
  },
  unknown_day: {
    sentence: (d) => `${d.option}: found ${quoted(d.found)}, ${need('day')} was expected.`,
    hint: 'Write the day in that manner and run again.',
  },
  unknown_choice: {
    sentence: (d) =>
      `${d.option}: found ${quoted(d.found)}, one of these was expected: ${listed(d.choices)}.${meant(d.nearest)}`,
    hint: 'Choose one of them.',
  },
  file_missing: { sentence: (d) => `${d.file}: there is no such file.`, hint: 'Check the path.' },
  not_a_text: {
    sentence: (d) => `${d.file}: this file (${d.found}) is no plain text, a .txt file was expected.`,
    hint: 'Open it, copy the paragraph, and paste it into a .txt file or behind `doisoat check -`.',
  },
  states_nothing: {
    sentence: (d) => `${d.file}: no figure of dossiers could be read in this text.`,
    hint: 'Hand over the paragraph that states the dossiers, or lines such as `received_total: 1024`.',
  },
  report_file_missing: {
    sentence: (d) => `${d.key}: ${d.file}: there is no such file.`,
    hint: 'Make it, or correct the path. A path with {period} is a file for each period; the report has a line of dots where a period has none yet.',
  },
  report_file_unreadable: {
    sentence: (d) => `${d.key}: ${d.file}: this file (${d.found}) is no plain text, a .txt file was expected.`,
    hint: 'Copy what it says into a .txt file, saved as UTF-8.',
  },
  template_unfillable: {
    sentence: ({ file, faults }) => faults.map((fault) => `${file}: ${faultText(fault)}`).join('\n'),
    hint: 'Correct the template and run again; every place stands in the template of the program, reports/templates/bao-cao.docx.',
  },
  inbox_missing: {
    sentence: (d) => `${d.folder}: there is no such inbox.`,
    hint: 'Make the folder, or correct the key inbox of the configuration.',
  },
  table_columns: {
    sentence: (d) => `${d.file}:1: found the columns ${listed(d.found)}, missing are ${listed(d.missing)}.`,
    hint: 'Add the columns, or remove the key from the configuration to use the table that comes with the program.',
  },
  table_cell: {
    sentence: (d) => `${d.file}:${d.line}: ${d.column}: found ${quoted(d.found)}, ${need(d.expected)} was expected.`,
    hint: 'Correct the cell and run again.',
  },
  lock_held: {
    sentence: (d) => `Another run holds the lock (process ${d.pid}, since ${d.since}).`,
    hint: 'Wait until it has ended; if its process is gone, the lock opens by itself.',
  },
  interrupted: {
    sentence: (d): string =>
      d.stage === 'publish'
        ? 'Stopped as asked: the figures are in the database, not all of the documents are written; those that are not are whole, as before.'
        : 'Stopped as asked: the database and all documents are as they were before this run.',
    hint: 'Give the same command again; that is enough.',
  },
  ack_what: {
    sentence: () => "A discrepancy's key with --until and --why is needed, or --from with a file, and not both.",
    hint: "Keys stand in `doisoat discrepancies --csv` and in the desk's list.",
  },
  cannot_decide: {
    sentence: ({ problems }) => problems.map(problemText).join('\n'),
    hint: 'Nothing has been acknowledged. Correct these places and run again.',
  },
  hand_back_unreadable: {
    sentence: (d) => `${d.file}: ${fileReason[d.reason.id as keyof typeof fileReason](d.reason)}`,
    hint: 'What is handed back has to be .xlsx or .csv.',
  },
  hand_back_columns: {
    sentence: (d) => `${d.file}: no header row has all the columns ${listed(d.columns)}.`,
    hint: "Hand back the desk's list with its header as it was, saved as .xlsx or CSV UTF-8.",
  },
  not_acknowledged: {
    sentence: (d) => `${d.key}: this discrepancy is not acknowledged.`,
    hint: '`doisoat discrepancies --state acknowledged` lists those that are.',
  },
  unmask_why: {
    sentence: () => '--unmask: --why is needed, the reason why names and numbers have to be seen.',
    hint: 'Give the reason and run again; the reason, the person and what was shown are written down.',
  },
  database_kind: {
    sentence: (d) =>
      `database: found ${quoted(d.database)}, the path of a file or the address of a PostgreSQL server was expected.`,
    hint: 'Write a path such as ./var/doisoat.db, or the address of a PostgreSQL server: postgres://doisoat_loader@server/doisoat.',
  },
  option_needs: {
    sentence: (d) => `${d.option} is used with ${d.needs} only.`,
    hint: 'Add the option that is missing and run again.',
  },
  expected_missing: {
    sentence: (d) => `${d.folder}: no file (.jsonl) says there what is expected.`,
    hint: 'See whether what was made is right, then run again with --update to write it.',
  },
  option_without_effect: {
    sentence: (d) => `${d.option}: stage ${quoted(d.stage)} does not use this option, only ${listed(d.stages)} do.`,
    hint: 'Leave the option out and run again.',
  },
  no_row_to_link: {
    sentence: (d) => `${quoted(d.key)}: the last night left no row without a code unmatched under this key.`,
    hint: 'Copy the key from `doisoat discrepancies links`.',
  },
  unknown_dossier: {
    sentence: (d) => `${quoted(d.found)}: no export in force has a dossier with this code.`,
    hint: "Copy the code from the portal's list or the book; if no export has the dossier yet, export again first.",
  },
  dossier_listed: {
    sentence: (d) =>
      `${d.code}: the export of ${quoted(d.key)} has this dossier on another row, and two rows cannot be one dossier.`,
    hint: 'Look at the code again; if the row is one too many, remove it at the source.',
  },
  nothing_to_unlink: {
    sentence: (d) => `${quoted(d.key)}: no confirmation is in force under this key.`,
    hint: '`doisoat discrepancies links` lists the confirmations.',
  },
  decider_unknown: {
    sentence: (d) => `${d.option}: it is not known who decides.`,
    hint: 'Add --by and the name of who decides.',
  },
  empty_option: {
    sentence: (d) => `${d.option}: is empty, a sentence is needed.`,
    hint: 'Write the reason and run again; it is kept with the decision.',
  },
  ...storeTrouble,
  disk_full: {
    sentence: (d) => `${d.path}: the disk is full.`,
    hint: 'Make room and run again. What was published still stands.',
  },
  not_writable: {
    sentence: (d) => `${d.path}: this cannot be written (${d.cause}).`,
    hint: 'Give the right to write, or close the file in Word or Excel, and run again.',
  },
  ...unitsTrouble,
  file_unknown: {
    sentence: (d) =>
      `${quoted(d.file)}: this file was never seen${d.nearest === null ? '' : `; the nearest is ${quoted(d.nearest)}`}.`,
    hint: 'Write the path as `doisoat files` has it, or at least eight letters of its hash.',
  },
  file_not_taken_back: {
    sentence: (d) =>
      d.state === 'retracted'
        ? `${d.file}: this file has been taken back.`
        : `${d.file}: this file is not in the figures, so there is nothing to take back or in again.`,
    hint: 'See the state of files with `doisoat files`; --undo takes a file in again.',
  },
  no_manifest: {
    sentence: (d) => `${d.folder}: there is no ${d.file} of doisoat, so nobody knows what this folder was made from.`,
    hint: 'Name a published folder, such as out/2026-02 or out/nightly/2026-02-13.',
  },
  other_unit: {
    sentence: (d) => `${d.folder}: this is of unit ${d.found}, and the configuration is of ${d.expected}.`,
    hint: 'Use the configuration of that unit (--config).',
  },
  ...setupTrouble,
  ...makingTrouble,
  not_readable: {
    sentence: (d) => `${d.path}: this cannot be read (${d.cause}).`,
    hint: 'Check the rights and the disk and run again.',
  },
}

function problemText({ place, id, found, nearest }: Problems[number]): string {
  return `${place}: ${undecidable[id](found)}${meant(nearest)}`
}

function faultText({ id, found, nearest }: TemplateFaults[number]): string {
  return `${unfillable[id](found)}${meant(nearest)}`
}
