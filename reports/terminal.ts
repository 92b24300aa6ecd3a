import { stripVTControlCharacters } from 'node:util'
import Table from 'cli-table3'
import { printable } from './format.ts'

export type Align = 'left' | 'right' | 'center'

export type TableOptions = { readonly align?: readonly Align[]; readonly colour?: boolean }

/** A small table: a rule under its head, no frame, so that it can be pasted into a message. */
export function table(
  head: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
  { align = [], colour = false }: TableOptions = {},
): string {
  const drawn = new Table({
    head: head.map(oneLine),
    colAligns: head.map((_, index) => align[index] ?? 'left'),
    style: { head: colour ? ['bold'] : [], border: [], 'padding-left': 0, 'padding-right': 2 },
    chars: noFrame,
  })
  drawn.push(...rows.map((row) => row.map((cell) => oneLine(String(cell ?? '')))))
  const lines = drawn
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
  return lines.toSpliced(1, 0, rule(lines)).join('\n')
}

const noFrame = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
}

// as wide as the widest line; an accent that is a letter of its own takes no room
function rule(lines: readonly string[]): string {
  return '─'.repeat(Math.max(...lines.map((line) => stripVTControlCharacters(line).replace(/\p{M}/gu, '').length)))
}

function oneLine(text: string): string {
  return printable(text).replace(/\s+/g, ' ')
}
