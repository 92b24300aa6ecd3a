import { need } from './en-config.ts'
import { listed, quoted } from './pieces.ts'
import type { setup as vietnamese, setupTrouble as troubles } from './vi-setup.ts'

export const setup: typeof vietnamese = {
  greeting: (file) =>
    `This makes ${file}.\nEnter takes what stands in brackets; Ctrl-C leaves, and nothing is written.`,
  ask: {
    name: "The ward's name, as files have it (such as phường Hưng Đạo)",
    city: 'The province or city (such as thành phố Hải Phòng)',
    centre: "The Centre's full name",
    agencyCode: 'The agency code at the beginning of a dossier code (such as H24.131)',
    centreAccounts: "The Centre's receiving accounts, with commas between them",
    householdAccounts: 'The accounts that hold household businesses (none: type -)',
    inbox: 'The folder for exports',
    database: "The database's file",
    out: 'The folder for results',
    regime: 'Periods: nd09 (15th to 14th) or calendar (months)',
    write: (file) => `Write ${file} (Enter writes it, n leaves)`,
  },
  centreOf: (name) => `Trung tâm Phục vụ hành chính công ${name}`,
  notThat: (found, expected) =>
    found === '' ? `Expected: ${need(expected)}.` : `Found ${quoted(found)}, ${need(expected)} was expected.`,
  comment: {
    head: [
      'The configuration of doisoat. Paths go from where this file lies; a misspelt key is not passed over.',
      'After a change, `doisoat doctor` checks it. All keys: HUONG-DAN.md, section Cấu hình.',
    ],
    unit: ['The unit, as exports have it: its own dossiers are known by it.'],
    agencyCode: [
      'The agency code that begins a dossier code; for earlier ones (merged units) add formerCodes: [H24.55]',
    ],
    centreAccounts: ["The Centre's receiving accounts"],
    householdAccounts: ['The accounts of the office that holds dossiers of household businesses'],
    inbox: ['Where exports are put, in folders too; they are only copied from there'],
    database: ['The database, and the copies of all files (landing, beside it), hold personal data'],
    out: ['Reports, forms and the lists of each night'],
    periods: [
      'nd09: a month from the 15th of the one before to the 14th; calendar: months. Others stand under override:',
    ],
    others: ['There may also be:'],
  },
  written: (file) => `Wrote ${file}.`,
  already: (file) => `${file} is like that already; it was not written again.`,
  folders: "The folders, their owner's alone:",
  schedule: {
    cron: (vietnam) =>
      `The schedule, each night at ${vietnam} (in Vietnam): open \`crontab -e\`, put this line at its end:`,
    systemd: (vietnam) =>
      `The schedule, each night at ${vietnam} (in Vietnam): install the two files just written, once:`,
    windows: (vietnam) =>
      `The schedule, each night at ${vietnam} (in Vietnam): in a Command Prompt, take in the file just written, once:`,
  },
  description: (unit) => `doisoat: nightly reconciliation, ${unit}`,
  nextHeading: 'Next:',
  next: {
    doctor: 'whether everything is ready',
    nightly: 'the first night, once exports lie in the inbox',
    status: 'where the ward stands, at any time',
  },
}

export const setupTrouble: typeof troubles = {
  setup_there: {
    sentence: (d) => `${d.file}: this file is there already, and is not written over.`,
    hint: 'Change it, or name another with --config. For the schedule alone: `doisoat init --schedule cron` (systemd, windows).',
  },
  setup_missing: {
    sentence: (d) =>
      `Not enough for a configuration, and there is no terminal to ask on. Missing: ${d.flags.join(', ')}.`,
    hint: 'Give those flags too, or run `doisoat init` on a terminal.',
  },
  setup_answer: {
    sentence: (d) => `${d.option}: found ${quoted(d.found)}, ${need(d.expected)} was expected.`,
    hint: 'Nothing has been written; give it again.',
  },
  setup_left: { sentence: () => 'Left.', hint: 'Nothing has been written.' },
  schedule_path: {
    sentence: (d) => `${quoted(d.path)}: this path has signs that no schedule can hold: ${listed(d.signs)}.`,
    hint: 'Rename the folder and run it again; Vietnamese letters, spaces and % may stay.',
  },
}
