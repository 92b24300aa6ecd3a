import type { Words } from '../words.ts'
import { shellWord, windowsWord } from './schedule.ts'

type SetUp = {
  readonly config: string
  readonly written: boolean | null // null: only the schedule was asked for
  readonly folders: readonly string[]
  readonly schedule: {
    readonly scheduler: keyof Words['setup']['schedule']
    readonly at: string
    readonly files: readonly string[]
    readonly lines: readonly string[]
  }
  readonly program: readonly string[]
}

/** What was written, the lines of the schedule, and the commands to type next. */
export function setupText({ config, written, folders, schedule, program }: SetUp, { setup }: Words): string {
  const word = schedule.scheduler === 'windows' ? windowsWord : shellWord
  const started = program.map(word).join(' ')
  const next = (['doctor', 'nightly', 'status'] as const).flatMap((command) => [
    `  # ${setup.next[command]}`,
    `  ${started} ${command} --config ${word(config)}`,
  ])
  const made =
    written === null
      ? []
      : [
          written ? setup.written(config) : setup.already(config),
          setup.folders,
          ...folders.map((folder) => `  ${folder}`),
        ]
  return [
    ...made,
    ...schedule.files.map(setup.written),
    ...(made.length + schedule.files.length === 0 ? [] : ['']),
    setup.schedule[schedule.scheduler](schedule.at),
    '',
    ...schedule.lines,
    ...(written === null ? [] : ['', setup.nextHeading, ...next]),
  ]
    .map((line) => `${line}\n`)
    .join('')
}
