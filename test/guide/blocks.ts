import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

export const guides = ['README.md', 'HUONG-DAN.md', 'CONTRIBUTING.md'] as const

/** What stands in a fenced block or in a quotation: a command and what it prints, or (command null) lines without one. */
export type Shown = {
  readonly file: (typeof guides)[number]
  readonly line: number // of the block's first line
  readonly lang: string
  readonly command: string | null
  readonly printed: readonly string[]
}

/** Everything that the guides show, block by block. In a block of a shell, every line without a `$` is a command too. */
export function shownIn(file: Shown['file']): readonly Shown[] {
  return fencedIn(textOf(file)).flatMap(({ line, lang, lines }): Shown[] => {
    const at = { file, line, lang }
    const commands = lines.flatMap((each, i) => (each.startsWith('$ ') ? [i] : []))
    if (lang === 'sh' && commands.length === 0)
      return lines.filter((each) => /^[^#\s]/.test(each)).map((each) => ({ ...at, command: bare(each), printed: [] }))
    if (commands.length === 0) return [{ ...at, command: null, printed: lines }]
    return commands.map((from, i) => {
      const printed = lines.slice(from + 1, commands[i + 1])
      while (printed.at(-1) === '') printed.pop()
      return { ...at, command: bare(lines[from]!.slice(2)), printed }
    })
  })
}

export function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

/** Puts other lines in the place of those that a guide shows; of several such places, the one nearest to where they were. */
export function writeBack({ file, line, printed }: Shown, lines: readonly string[]): void {
  const text = textOf(file)
  const rows = text.split('\n')
  const from = rows.slice(0, line - 1).join('\n').length
  const indent = /^ */.exec(rows[line - 1]!)![0]
  const asBlock = (some: readonly string[]): string =>
    some.map((each) => `\n${each === '' ? '' : indent + each}`).join('')
  const before = asBlock(printed)
  const places = [...text.matchAll(new RegExp(before.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'g'))].map(
    ({ index }) => index,
  )
  const [at] = places.toSorted((a, b) => Math.abs(a - from) - Math.abs(b - from))
  if (at === undefined) throw new Error(`${file}:${line}: the block is not there any more`)
  writeFileSync(join(root, file), text.slice(0, at) + asBlock(lines) + text.slice(at + before.length))
}

type Fenced = { readonly line: number; readonly lang: string; readonly lines: readonly string[] }

function fencedIn(text: string): readonly Fenced[] {
  const quotes = [...text.matchAll(/^> [^]*?\n(?!>)/gm)].map(({ index, 0: quote }) => ({
    line: text.slice(0, index).split('\n').length,
    lang: 'quote',
    lines: quote.trimEnd().split('\n').map((each) => each.replace(/^> ?/, '')), // prettier-ignore
  }))
  const blocks = [...text.matchAll(/^( *)```(\w*)\n([^]*?)^ *```$/gm)].map(
    ({ index, 1: indent, 2: lang, 3: inside }) => ({
      line: text.slice(0, index).split('\n').length + 1,
      lang: lang!,
      lines: inside!.trimEnd().split('\n').map((each) => each.slice(each.startsWith(indent!) ? indent!.length : 0)), // prettier-ignore
    }),
  )
  return [...quotes, ...blocks]
}

/** Without a remark behind it. */
function bare(command: string): string {
  return command.replace(/\s+# .*$/, '').trim()
}

/** The words of a command, as a shell takes them. */
export function wordsIn(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!)
}
