/** Small pieces that sentences of both languages are put together from. */

export type List = readonly string[]

/** Details that come from a file's reading or out of the database: what is not there is left out of the sentence. */
export type Details = Readonly<Record<string, string | number | null | undefined | List>>

export type Sentences = Readonly<Record<string, (details: Details) => string>>

/** One place of the configuration where it says something else than it may; `others` are further such places. */
export type ConfigProblem = {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly path: string
  readonly problem: 'not_yaml' | 'key_twice' | 'unknown_key' | 'missing_key' | 'wrong_value' | 'secret'
  readonly found: string
  readonly expected: string
  readonly choices: List
  readonly nearest: string
  readonly others: List
}

/** A value as it stands, in quotes; a long one is cut. */
export function quoted(value: string): string {
  const text = value.replace(/\s+/g, ' ')
  return `"${text.length > 80 ? `${text.slice(0, 79)}…` : text}"`
}

export function listed(values: List): string {
  return values.map(quoted).join(', ')
}

/** `words` with the detail behind it, in quotes unless it is a number; nothing when the detail is not known. */
export function withDetail(words: string, detail: Details[string]): string {
  if (detail === null || detail === undefined || detail === '') return ''
  if (typeof detail === 'object') return detail.length === 0 ? '' : `${words} ${listed(detail)}`
  return `${words} ${typeof detail === 'number' ? detail : quoted(detail)}`
}

/** The first ten of a list that may be as long as a file is broken. */
export function fewOf(all: readonly string[]): string {
  return all.length > 10 ? `${all.slice(0, 10).join(', ')}, …` : all.join(', ')
}
