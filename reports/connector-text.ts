import { type TableFound, tableText } from './table-text.ts'
import { reasonSentence, type Words } from './words.ts'

type Try = {
  readonly file: string
  readonly is: string
  readonly system: keyof Words['system'] | null
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly window: { readonly from: string; readonly to: string } | null
  readonly drift: readonly string[]
  readonly lines: Readonly<Record<string, number>> | null
  readonly rows: { readonly read: number; readonly rejected: number } | null
  readonly statedTotal: number | null
  readonly reason: ({ readonly id: string } & Readonly<Record<string, string | number | readonly string[]>>) | null
  readonly rejects: readonly {
    readonly line: number
    readonly column: string | null
    readonly reason: string
    readonly value: string | null
  }[]
  readonly table: TableFound | null
}

/** What is in a zip, on a terminal: a line that says how much, then each file under its path. */
export function triedZipText(
  { file, files }: { readonly file: string; readonly files: readonly Try[] },
  words: Words,
): string {
  const each = files.map((one) => `\n${one.reason === null ? `${one.file}\n` : ''}${tryText(one, words)}`)
  return `${words.terminal.zipOf(file, files.length)}\n${each.join('')}`
}

/** How a file is read, on a terminal. */
export function tryText(result: Try, words: Words): string {
  const { terminal } = words
  const lineNames: Readonly<Record<string, string>> = terminal.lineNames
  if (result.reason !== null)
    return `${result.file}: ${reasonSentence(result.reason.id, result.reason, words.fileReason)}\n${result.table === null ? '' : tableText(result.table, words)}`
  const facts: [string, string | number | null][] = [
    [terminal.system, result.system === null ? null : `${words.system[result.system]} (${result.system})`],
    [terminal.encoding, result.encoding],
    [terminal.sheet, result.table?.sheet ?? null],
    [terminal.otherSheets, result.table?.otherSheets.join(' · ') || null],
    [terminal.delimiter, result.delimiter === '\t' ? 'TAB' : result.delimiter],
    [terminal.window, result.window === null ? null : `${result.window.from} – ${result.window.to}`],
    [
      terminal.lines,
      result.lines === null
        ? null
        : Object.entries(result.lines)
            .map(([name, count]) => `${lineNames[name] ?? name} ${count}`)
            .join(', '),
    ],
    [terminal.rows, result.rows?.read ?? null],
    [terminal.rejected, result.rows?.rejected ?? null],
    [terminal.statedTotal, result.statedTotal],
    [terminal.drift, result.drift.length === 0 ? null : result.drift.join(', ')],
  ]
  const rejects = result.rejects.map(
    (reject) => `${result.file}:${reject.line}: ${reasonSentence(reject.reason, { ...reject }, words.rejectReason)}`,
  )
  const width = Math.max(...facts.map(([label]) => label.length))
  const lines = facts.filter(([, value]) => value !== null).map(([label, value]) => `${label.padEnd(width)}  ${value}`)
  return [...lines, ...rejects].map((line) => `${line}\n`).join('')
}
