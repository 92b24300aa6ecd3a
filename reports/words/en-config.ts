import { fewOf, quoted } from './pieces.ts'
import type { ConfigProblem, List } from './pieces.ts'
import type { expected as vietnamese } from './vi-config.ts'

export function config(d: ConfigProblem): string {
  const more = d.others.length === 0 ? '' : ` The same file has ${d.others.length} more: ${fewOf(d.others)}.`
  return `${d.file}:${d.line}:${d.column}: ${problems[d.problem](d)}${more}`
}

const problems: Readonly<Record<ConfigProblem['problem'], (d: ConfigProblem) => string>> = {
  not_yaml: (d) => `found ${quoted(d.found)}, ${expected.key} was expected.`,
  key_twice: (d) => `found the key ${quoted(d.found)} twice, once was expected.`,
  unknown_key: (d) =>
    `found the key ${quoted(d.found)}, one of these was expected: ${d.choices.join(', ')}.${meant(d.nearest)}`,
  missing_key: (d) => `${d.path}: the key is not there, ${need(d.expected)} was expected.`,
  wrong_value: (d) =>
    `${at(d.path)}found ${quoted(d.found)}, ${need(d.expected)}${among(d.choices)} was expected.${meant(d.nearest)}`,
  secret: (d) =>
    `${d.path}: a password or key may not stand in the configuration, since whoever reads the file could use it. Put it into the environment: DOISOAT_SMTP_USER and DOISOAT_SMTP_PASSWORD for mail; of an address all of it into a variable such as DOISOAT_WEBHOOK, and only that name here.`,
}

export function need(id: string): string {
  return new Map(Object.entries(expected)).get(id) ?? id
}

// the whole file has no path
function at(path: string): string {
  return path === '' ? '' : `${path}: `
}

function among(choices: List): string {
  return choices.length === 0 ? '' : ` (${choices.join(', ')})`
}

export function meant(nearest: string | null | undefined): string {
  return nearest ? ` Did you mean ${quoted(nearest)}?` : ''
}

export const expected: typeof vietnamese = {
  text: 'text',
  list: 'a list such as [a, b]',
  group: 'a group of keys, one to an indented line',
  day: 'a day of the calendar such as 2026-02-13',
  period_id: 'a period such as 2026-02, 2026-Q1, 2026-H1, 2026-9M or 2026',
  from_up_to_to: 'from not after to',
  whole_number: 'a whole number from 0 up',
  years: 'a number of years from 1 on, or nothing: for ever',
  share: 'a number from 0 to 1 such as 0.05',
  accounts: 'accounts with commas between them',
  regime: 'nd09 or calendar',
  agency_code: "an agency's code such as H24.131",
  choice: 'one of the given words',
  mailbox: 'a mail address such as desk@ward.gov.vn',
  port: 'a port number from 1 to 65535',
  address: 'an address such as https://… or the name of an environment variable such as DOISOAT_WEBHOOK',
  key: 'a key and its value such as inbox: ./inbox',
  procedure_code: "a procedure's code such as 1.004873",
  number_of_days: 'a number of days, or nothing',
  off_or_workday: 'off or workday',
  announced_or_provisional: 'announced or provisional',
  working_day_or_day: 'working_day, day, or nothing',
}
