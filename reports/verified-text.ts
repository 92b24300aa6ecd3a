import { dayText, printable } from './format.ts'
import type { Words } from './words.ts'

type Output = {
  readonly file: string
  readonly is: 'same' | 'changed' | 'missing' | 'unlisted'
  readonly rebuilt: 'same' | Difference | null
}
type Difference =
  | { readonly line: number; readonly published: string | null; readonly rebuilt: string | null }
  | { readonly byte: number }

type VerifiedValue = {
  readonly folder: string
  readonly asOf: string
  readonly program: { readonly published: string; readonly now: string }
  readonly settings: readonly { readonly file: string; readonly is: 'same' | 'changed' }[]
  readonly inputs: readonly { readonly file: string; readonly is: 'same' | 'damaged' | 'missing' | 'purged' }[]
  readonly outputs: readonly Output[]
  readonly purged: boolean
  readonly same: boolean
}

/** What was held against what, a line for each thing that differs, and the verdict last. */
export function verifiedText(value: VerifiedValue, words: Words): string {
  const { verified } = words
  const { folder, asOf, inputs, outputs, program, same } = value
  const lines = [
    verified.heading(folder, dayText(asOf), inputs.length, outputs.length),
    ...(program.published === program.now ? [] : [verified.program(program.published, program.now)]),
    ...value.settings
      .filter(({ is }) => is === 'changed')
      .map(({ file }) => verified.setting(settingText(file, words))),
    ...inputs.flatMap(({ file, is }) => (is === 'same' ? [] : [`${printable(file)}: ${verified.input[is]}`])),
    ...(value.purged ? [] : outputs.flatMap((output) => outputLines(output, words))),
    same ? verified.same : value.purged ? verified.purged : verified.different,
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function settingText(file: string, { verified }: Words): string {
  const known: Readonly<Record<string, string>> = verified.settings
  return known[file] ?? file
}

function outputLines({ file, is, rebuilt }: Output, { verified }: Words): string[] {
  const held = is === 'same' ? [] : [verified.output[is]]
  const made = rebuilt === 'same' ? [] : [rebuilt === null ? verified.notMade : differenceText(rebuilt, verified)]
  return [...held, ...made].map((what) => `${printable(file)}: ${what}`)
}

function differenceText(difference: Difference, verified: Words['verified']): string {
  if ('byte' in difference) return verified.byte(difference.byte)
  const { line, published, rebuilt } = difference
  const shown = (text: string | null) => (text === null ? verified.noLine : `"${printable(text)}"`)
  return verified.line(line, shown(published), shown(rebuilt))
}
