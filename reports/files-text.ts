import { table } from './terminal.ts'
import { reasonSentence, type Words } from './words.ts'

type FileLine = {
  readonly file: string
  readonly system: keyof Words['system'] | null
  readonly encoding: string | null
  readonly rows: {
    readonly read: number
    readonly loaded: number
    readonly repeated: number
    readonly rejected: number
  }
  readonly statedTotal: number | null
  readonly state: keyof Words['fileState']
  readonly reason: ({ readonly id: string } & Readonly<Record<string, string | number | readonly string[]>>) | null
}

/** Every file, a line each; below, a sentence for each that was not taken. */
export function filesText(files: readonly FileLine[], words: Words): string {
  if (files.length === 0) return `${words.terminal.noFiles}\n`
  const { terminal } = words
  const head = [
    terminal.file,
    terminal.system,
    terminal.state,
    terminal.encoding,
    terminal.rows,
    terminal.repeated,
    terminal.rejected,
    terminal.statedTotal,
  ]
  const rows = files.map(({ file, system, state, encoding, rows: { read, repeated, rejected }, statedTotal }) => {
    return [
      file,
      system === null ? '' : words.system[system],
      words.fileState[state],
      encoding,
      read,
      repeated,
      rejected,
      statedTotal,
    ]
  })
  const notes = files.flatMap((file) =>
    file.reason === null ? [] : [`${file.file}: ${reasonSentence(file.reason.id, file.reason, words.fileReason)}`],
  )
  const align = ['left', 'left', 'left', 'left', 'right', 'right', 'right', 'right'] as const
  return [table(head, rows, { align }), ...notes].map((line) => `${line}\n`).join('')
}
