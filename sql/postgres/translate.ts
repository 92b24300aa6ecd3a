import type { Value } from './connection.ts'
import { kept } from './text.ts'

/** A question as PostgreSQL takes it: `$1` in the place of the first of `names`. */
export type Translated = { readonly text: string; readonly names: readonly string[] }

/**
 * Lists that are given as JSON, by the name of their parameter: of numbers, of texts, or of groups. SQLite sees what a
 * list holds, PostgreSQL has to be told. A test holds that no question asks for another.
 */
export const lists: Readonly<Record<string, 'bigint' | 'text' | 'json'>> = {
  discrepancies: 'bigint',
  dossiers: 'bigint',
  exports: 'bigint',
  files: 'bigint',
  rows: 'bigint',
  blocks: 'text',
  codes: 'text',
  contents: 'text',
  doubtful: 'text',
  identities: 'text',
  keys: 'text',
  months: 'text',
  over: 'text',
  raised: 'text',
  retold: 'text',
  numbers: 'json',
  seen: 'json',
  spans: 'json',
}

/**
 * The questions are written for both engines as far as there are words that both know. What is left is said here: SQLite's
 * lists in JSON, its hints which index to take, its smaller of two, and how a parameter is named.
 */
export function translated(question: string): Translated {
  const said = rules.reduce(
    (text, [from, to]) => (typeof to === 'string' ? text.replaceAll(from, to) : text.replaceAll(from, to)),
    withoutComments(question),
  )
  const names: string[] = []
  const text = said.replaceAll(/(?<!:):([a-z]\w*)/g, (_, name: string) => {
    if (!names.includes(name)) names.push(name)
    return `$${names.indexOf(name) + 1}`
  })
  return { text: text.trim().replace(/;$/, ''), names }
}

/** What stands in the place of a parameter: a list as the driver wants it, everything else as it is. */
export function valueOf(name: string, value: string | number | null): Value {
  const kind = lists[name]
  if (kind === undefined || typeof value !== 'string') return kept(value)
  const list = JSON.parse(value, (_, each: unknown) => kept(each)) as (string | number)[]
  return kind === 'json' ? JSON.stringify(list) : list
}

const rules: readonly (readonly [RegExp, string | ((...found: string[]) => string)])[] = [
  [/ (?:not indexed|indexed by \w+)/g, ''],
  [/\bcross join (\w+(?:\s+as \w+)?)(?=\s+on\b)/g, 'join $1'], // to SQLite it says which table comes first
  [/json_each\(:(\w+)\)(?: as (\w+))?/g, (_, name, as) => listOf(name, as)],
  [/json_each\(([\w.]+)\) as (\w+)/g, 'json_array_elements(cast($1 as json)) as $2 (value)'],
  [/json_group_array\(json_array\(([^()]*)\)\)/g, 'cast(json_agg(json_build_array($1)) as text)'],
  [/json_group_array\(([^()]*)\)/g, 'cast(json_agg($1) as text)'],
  [/json_(array|object)\(([^()]*)\)/g, 'cast(json_build_$1($2) as text)'],
  [/\bmin\(([\w.:]+), ([\w.:]+)\)/g, 'least($1, $2)'],
]

function listOf(name: string, as: string | undefined): string {
  const kind = lists[name] ?? 'text'
  const rows = kind === 'json' ? `json_array_elements(cast(:${name} as json))` : `unnest(cast(:${name} as ${kind}[]))`
  return `${rows} as ${as ?? 'each'} (value)`
}

function withoutComments(sql: string): string {
  return sql.replaceAll(/--.*$/gm, '')
}
