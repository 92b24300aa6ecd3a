import type { Words } from '../words.ts'

/** What a ward answers about itself; paths as they were typed. */
export type Answers = {
  readonly name: string
  readonly city: string
  readonly centre: string
  readonly agencyCode: string
  readonly centreAccounts: readonly string[]
  readonly householdAccounts: readonly string[]
  readonly inbox: string
  readonly database: string
  readonly out: string
  readonly regime: 'nd09' | 'calendar'
}

/** `doisoat.yaml` of a ward, with comments for whoever opens it next year. What is read back are the answers, to the letter. */
export function configYaml(answers: Answers, { setup: { comment } }: Words): string {
  const list = (texts: readonly string[]): string => `[${texts.map(scalar).join(', ')}]`
  const remarks = (lines: readonly string[], indent = ''): string[] => lines.map((line) => `${indent}# ${line}`)
  return [
    ...remarks(comment.head),
    '',
    ...remarks(comment.unit),
    'unit:',
    `  name: ${scalar(answers.name)}`,
    `  city: ${scalar(answers.city)}`,
    `  centre: ${scalar(answers.centre)}`,
    ...remarks(comment.agencyCode, '  '),
    `  agencyCode: ${scalar(answers.agencyCode)}`,
    ...remarks(comment.centreAccounts, '  '),
    `  centreAccounts: ${list(answers.centreAccounts)}`,
    ...remarks(comment.householdAccounts, '  '),
    `  householdBusinessAccounts: ${list(answers.householdAccounts)}`,
    '',
    ...remarks(comment.inbox),
    `inbox: ${scalar(answers.inbox)}`,
    ...remarks(comment.database),
    `database: ${scalar(answers.database)}`,
    ...remarks(comment.out),
    `out: ${scalar(answers.out)}`,
    '',
    ...remarks(comment.periods),
    'periods:',
    `  regime: ${answers.regime}`,
    ...remarks(['override:', '  2026-01: { from: 2025-12-18, to: 2026-01-16 }'], '  '),
    '',
    ...remarks(comment.others),
    ...remarks(['dueSoonDays: 2', 'backups: { keep: 14 }', 'retention: { years: 5 }']),
  ]
    .map((line) => `${line}\n`)
    .join('')
}

/** Plain where a reader of YAML cannot take it for anything else; else in double quotes, whose escapes are JSON's. */
function scalar(text: string): string {
  const isPlain = /^(?:\.\/)?\p{L}[\p{L}\p{M}\p{N} ./_()-]*$/u.test(text) && !text.endsWith(' ') && !meant.test(text)
  return isPlain ? text : JSON.stringify(text).replace(/[\u007F-\u009F\u2028\u2029\uFEFF]/g, numbered)
}

/** Words that YAML, in one of its versions, takes for something else than text. */
const meant = /^(?:true|false|yes|no|on|off|y|n|null)$/i

function numbered(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
}
