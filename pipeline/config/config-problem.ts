import { isMap, isNode, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import type { Document, Pair } from 'yaml'
import type { z } from 'zod'
import { nearestTo } from '../../connectors/nearest.ts'
import type { TroubleDetails } from '../../reports/words.ts'
import { Trouble } from '../trouble.ts'

/** A YAML document that still knows where each of its values stands. */
export type Located = {
  readonly value: unknown
  readonly file: string
  readonly text: string
  readonly document: Document
  readonly lines: LineCounter
}

type Path = readonly PropertyKey[]
type Details = TroubleDetails['config_invalid']
type Problem = Pick<Details, 'problem' | 'found' | 'expected'> &
  Partial<Pick<Details, 'choices' | 'nearest'>> & { readonly path: Path; readonly offset: number }

export function readLocated(text: string, file: string): Located {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' })
  const located = { value: null, file, text, document, lines }
  const problems = [...document.errors.map((error) => syntax(error, located)), ...aliases(located)]
  if (problems.length > 0) throw trouble(problems, located)
  return { ...located, value: document.toJS() as unknown }
}

/** Names the first problem in full and the places of the others. `keysAt`: what may stand in the group at a path. */
export function refuse(
  issues: readonly z.core.$ZodIssue[],
  located: Located,
  keysAt: (path: Path) => readonly string[],
): never {
  const problems = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => unknownKey([...issue.path, key], keysAt(issue.path), located))
      : [wrong(issue, located)],
  )
  throw trouble(problems, located)
}

function syntax(error: Document['errors'][number], located: Located): Problem {
  const offset = error.pos[0]
  if (error.code !== 'DUPLICATE_KEY') return notYaml(offset, located)
  const found = /^[^\s:]+/.exec(located.text.slice(offset))?.[0] ?? ''
  return { problem: 'key_twice', found, expected: 'key', path: [], offset }
}

// `*name` refers to something written elsewhere: a configuration this small says what it means
function aliases(located: Located): readonly Problem[] {
  const problems: Problem[] = []
  visit(located.document, {
    Alias: (_, { range }) => void problems.push(notYaml(range?.[0] ?? 0, located)),
  })
  return problems
}

function notYaml(offset: number, { text, lines }: Located): Problem {
  const line = text.slice(lines.lineStarts[lines.linePos(offset).line - 1]).split('\n')[0] ?? ''
  return { problem: 'not_yaml', found: line.trim(), expected: 'key', path: [], offset }
}

function unknownKey(path: Path, choices: readonly string[], located: Located): Problem {
  const found = String(path.at(-1))
  const offset = keyOffset(path, located)
  return {
    problem: 'unknown_key',
    found,
    expected: 'choice',
    choices,
    nearest: nearestTo([found], choices) ?? '',
    path,
    offset,
  }
}

function wrong(issue: z.core.$ZodIssue, located: Located): Problem {
  const { path } = issue
  if (issue.code === 'invalid_key') {
    const found = String(path.at(-1))
    return { problem: 'wrong_value', found, expected: 'period_id', path, offset: keyOffset(path, located) }
  }
  // what stands there is not repeated
  if (issue.message === 'secret')
    return { problem: 'secret', found: '', expected: 'secret', path, offset: keyOffset(path, located) }
  const range = rangeOf(path, located)
  if (range === null) {
    return { problem: 'missing_key', found: '', expected: issue.message, path, offset: groupOffset(path, located) }
  }
  const found = located.text
    .slice(...range)
    .split('\n')[0]!
    .trim()
  const choices = issue.code === 'invalid_value' ? issue.values.map(String) : []
  const offset = range[0]
  return {
    problem: 'wrong_value',
    found,
    expected: issue.message,
    choices,
    nearest: nearestTo([found], choices) ?? '',
    path,
    offset,
  }
}

function trouble(problems: readonly Problem[], located: Located): Trouble {
  const inOrder = problems.toSorted((a, b) => a.offset - b.offset)
  const { path, offset, ...first } = inOrder[0]!
  const at = located.lines.linePos(offset)
  return new Trouble('config_invalid', {
    choices: [],
    nearest: '',
    ...first,
    file: located.file,
    line: Math.max(at.line, 1),
    column: Math.max(at.col, 1),
    path: path.join('.'),
    others: [...new Set(inOrder.slice(1).map((problem) => place(problem.offset, located)))],
  })
}

function place(offset: number, { lines }: Located): string {
  const { line, col } = lines.linePos(offset)
  return `${Math.max(line, 1)}:${Math.max(col, 1)}`
}

function rangeOf(path: Path, { document }: Located): [number, number] | null {
  const node = path.length === 0 ? document.contents : document.getIn(path, true)
  return isNode(node) && node.range ? [node.range[0], node.range[1]] : null
}

function keyOffset(path: Path, located: Located): number {
  const key = pairAt(path, located)?.key
  return isScalar(key) ? (key.range?.[0] ?? 0) : 0
}

// a missing key is looked for where its group begins: at the group's own key
function groupOffset(path: Path, located: Located): number {
  const group = path.slice(0, -1)
  if (group.length === 0) return 0
  return pairAt(group, located) === undefined ? (rangeOf(group, located)?.[0] ?? 0) : keyOffset(group, located)
}

function pairAt(path: Path, { document }: Located): Pair | undefined {
  const group = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (!isMap(group)) return undefined
  return group.items.find(
    (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(path.at(-1)),
  )
}
