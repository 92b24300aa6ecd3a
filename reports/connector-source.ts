/** A connector that is proposed, as far as its text says it. It is code, and so in English whatever people read. */
export type ConnectorSource = {
  readonly id: string
  readonly label: string | null // null where nobody has said what people call it
  readonly name: string // of the constant
  readonly multiline: boolean
  readonly columns: readonly SourceColumn[]
  readonly ignored: readonly { readonly heading: string; readonly decide: string | null }[]
  readonly notThere: readonly string[] // fields that were looked for in vain
  readonly sample: readonly string[] // its header and a row, as they are written
}

export type SourceColumn = {
  readonly heading: string
  readonly field: string
  readonly empty: 'optional' | 'ifThere' | null
  readonly reader: string // a function of connectors/column.ts
  readonly words: string | null // a table of connectors/words.ts, for `choice`
  readonly comment: string // why
  readonly isSure: boolean
}

/** What an author looks for: until it is gone, something is still to be decided. */
export const DECIDE = 'DECIDE'

const WIDTH = 120

/** The file of a new connector, formatted as the formatter leaves it. */
export function connectorSource(source: ConnectorSource): string {
  const { id, label, name, multiline, columns, ignored, notThere, sample } = source
  const readers = [...new Set(columns.flatMap(({ empty, reader }) => [reader, ...(empty === null ? [] : [empty])]))]
  const words = [...new Set(columns.flatMap((each) => each.words ?? []))]
  return [
    `import type { Connector } from './connector.ts'`,
    ...imported(readers.toSorted(), './column.ts'),
    ...imported(words.toSorted(), './words.ts'),
    '',
    '/**',
    ` * ${DECIDE}: whose list this is, by which menus it is exported, and how it is written. Made from an export by`,
    ' * `doisoat connector new`; the people in the rows are invented.',
    ...(notThere.length === 0 ? [] : [` * ${DECIDE}: no column was found for ${notThere.join(', ')}.`]),
    ' *',
    ...sample.map((line) => ` *   ${commented(line)}`),
    ' */',
    `export const ${name} = {`,
    ...propertyLines('system', quotedText(id), '  '),
    ...(label === null ? [`  // ${DECIDE}: as people call it, in Vietnamese`] : []),
    ...propertyLines('label', quotedText(label ?? id), '  '),
    `  lists: 'dossiers',`,
    ...(multiline ? ['  multiline: true,'] : []),
    '  columns: {',
    ...columns.flatMap(columnLines),
    '  },',
    ...ignoredLines(ignored),
    '} as const satisfies Connector',
    '',
  ].join('\n')
}

function columnLines({ field, heading, empty, reader, words, comment, isSure }: SourceColumn): string[] {
  const calls = [...(empty === null ? [] : [empty]), reader]
  const given = [...(words === null ? [] : [words]), quotedText(heading)]
  return [
    ...remark(isSure ? comment : `${DECIDE}: ${comment}`),
    ...called(calls, given, '    ', `${field}: `).map((line, at, all) => (at === all.length - 1 ? `${line},` : line)),
  ]
}

/** `a(b(x, y))` on one line where it fits, else as deep as it must be. */
function called(calls: readonly string[], given: readonly string[], indent: string, before: string): string[] {
  const inner = calls.reduceRight((text, call) => `${call}(${text})`, given.join(', '))
  const line = `${indent}${before}${inner}`
  if (line.length < WIDTH) return [line]
  const [call, ...deeper] = calls
  const within =
    deeper.length > 0 ? called(deeper, given, `${indent}  `, '') : given.map((each) => `${indent}  ${each}`)
  const lines = deeper.length > 0 ? [...within.slice(0, -1), `${within.at(-1)!},`] : within.map((each) => `${each},`)
  return [`${indent}${before}${call}(`, ...lines, `${indent})`]
}

function ignoredLines(ignored: ConnectorSource['ignored']): string[] {
  const line = `  ignored: [${ignored.map(({ heading }) => quotedText(heading)).join(', ')}],`
  if (line.length <= WIDTH && ignored.every(({ decide }) => decide === null)) return [line]
  const each = ignored.flatMap(({ heading, decide }) => [
    ...(decide === null ? [] : remark(`${DECIDE}: ${decide}`)),
    `    ${quotedText(heading)},`,
  ])
  return ['  ignored: [', ...each, '  ],']
}

/** `key: value,`, over two lines where one is too short. */
export function propertyLines(key: string, value: string, indent: string): string[] {
  const line = `${indent}${key}: ${value},`
  return line.length <= WIDTH ? [line] : [`${indent}${key}:`, `${indent}  ${value},`]
}

function imported(names: readonly string[], from: string): string[] {
  if (names.length === 0) return []
  const line = `import { ${names.join(', ')} } from '${from}'`
  return line.length <= WIDTH ? [line] : ['import {', ...names.map((name) => `  ${name},`), `} from '${from}'`]
}

/** A literal, with the marks that need fewer escapes. */
export function quotedText(text: string): string {
  const count = (sign: string): number => text.split(sign).length
  const quote = count("'") > count('"') ? '"' : "'"
  return `${quote}${text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)}${quote}`
}

const LONGEST_COMMENT = 108

/** A comment above what it is about, over as many lines as it takes. */
function remark(text: string): string[] {
  const lines = ['']
  for (const word of text.trim().split(/\s+/)) {
    const longer = lines.at(-1) === '' ? word : `${lines.at(-1)} ${word}`
    if (longer.length > LONGEST_COMMENT && lines.at(-1) !== '') lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines.map((line) => `    // ${line}`)
}

/** A line of the sample, without what would end the comment; a long one is cut. */
function commented(text: string): string {
  const line = text.replace(/\s+/g, ' ').replaceAll('*/', '* /').trimEnd()
  return line.length > LONGEST_COMMENT ? `${line.slice(0, LONGEST_COMMENT - 1)}…` : line
}
