import { stripVTControlCharacters } from 'node:util'

/**
 * Lines that are wider than a terminal, folded between words: a sentence below its beginning, the last column of a table
 * or a list below that column, or below the row where it has no room; a rule is cut. What is neither stays on one line: a
 * command and a line of a schedule are to be copied whole.
 */
export function foldedTo(columns: number, text: string): string {
  if (!(columns >= NARROWEST_SCREEN)) return text // a terminal without a size
  return text
    .split('\n')
    .map((line) => (widthOf(line) <= columns ? line : folded(stripVTControlCharacters(line), columns)))
    .join('\n')
}

const NARROWEST_SCREEN = 40
const NARROWEST = 24 // letters: in less, a column is no easier to read than what goes on below the line
const INDENT = 4

function folded(line: string, columns: number): string {
  if (/^\s*─+$/.test(line)) return line.slice(0, columns)
  const indent = /^\s*/.exec(line)![0].length
  const gaps = [...line.slice(indent).matchAll(/\s{2,}/g)].map(({ index, 0: gap }) => indent + index + gap.length)
  const last = gaps.at(-1)
  if (last === undefined) return SENTENCE.test(line) ? wrapped(line, columns, indent) : line
  const longest = Math.max(NARROWEST, ...line.slice(last).split(' ').map(widthOf))
  return wrapped(line, columns, last + longest <= columns ? last : indent + INDENT)
}

/** No command ends so. */
const SENTENCE = /[.:;?!…)"”]$|, [^/\\]*$/

function wrapped(line: string, columns: number, hang: number): string {
  const lines: string[] = []
  let rest = line
  while (widthOf(rest) > columns) {
    const room = rest.slice(0, indexAt(rest, columns + 1))
    const at = room.lastIndexOf(' ')
    if (at <= hang) break // one long word
    lines.push(rest.slice(0, at).trimEnd())
    rest = ' '.repeat(hang) + rest.slice(at).trimStart()
  }
  return [...lines, rest].join('\n')
}

function widthOf(line: string): number {
  return stripVTControlCharacters(line).replace(/\p{M}/gu, '').length
}

/** Where so many letters end: an accent that is a letter of its own takes no room. */
function indexAt(line: string, letters: number): number {
  let seen = 0
  for (let at = 0; at < line.length; at++) if (!/\p{M}/u.test(line[at]!) && ++seen > letters) return at
  return line.length
}
