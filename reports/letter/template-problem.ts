import { isList, placesIn, required } from './places.ts'

/** What an office's template says that cannot be filled in; `found` as it stands there, without its braces. */
export type TemplateProblem = {
  readonly id:
    | 'no_docx'
    | 'unknown'
    | 'missing'
    | 'unclosed'
    | 'loop_open'
    | 'loop_close'
    | 'list'
    | 'no_list'
    | 'broken'
  readonly found: string
  readonly choices: readonly string[] // what may stand there instead
}

/** A template that cannot be filled in, with all that is wrong with it. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError'
  readonly problems: readonly TemplateProblem[]

  constructor(problems: readonly TemplateProblem[], options?: ErrorOptions) {
    super(problems.map(({ id, found }) => `${id} ${found}`).join(', '), options)
    this.problems = problems
  }
}

/** A place as it stands in a template; `rows` where what is within it is repeated for each row of a list. */
export type Place = {
  readonly name: string
  readonly isText: boolean // false: it asks for markup, or for something else that the program does not give
  readonly rows: readonly Place[] | null
}

/** Places that the program does not know, or knows as something else; then those that every template has. */
export function problemsOf(places: readonly Place[]): readonly TemplateProblem[] {
  const there = new Set(
    places.flatMap((place) => [idOf(place), ...(place.rows ?? []).map(({ name }) => idOf({ list: place.name, name }))]),
  )
  const isThere = (list: string | null) => list === null || there.has(idOf({ name: list }))
  const missing = required.filter((each) => isThere(each.list) && !there.has(idOf(each)))
  return distinct([
    ...places.flatMap((place) => wrongAt(place, null)),
    ...missing.map(({ name }): TemplateProblem => ({
      id: 'missing',
      found: isList(name) ? `#${name}` : name,
      choices: [],
    })),
  ])
}

function idOf({ list = null, name }: { readonly list?: string | null; readonly name: string }): string {
  return JSON.stringify([list, name])
}

// In the rows of a list may also stand what stands at the top.
function wrongAt({ name, isText, rows }: Place, list: string | null): readonly TemplateProblem[] {
  const choices = list === null ? placesIn(null) : [...placesIn(list), ...placesIn(null)]
  if (!isText || !choices.includes(name)) return [{ id: 'unknown', found: name, choices }]
  if (rows === null) return isList(name) ? [{ id: 'list', found: name, choices: placesIn(name) }] : []
  if (!isList(name)) return [{ id: 'no_list', found: name, choices: [] }]
  return rows.flatMap((row) => wrongAt(row, name))
}

function distinct(problems: readonly TemplateProblem[]): readonly TemplateProblem[] {
  return [...new Map(problems.map((problem) => [`${problem.id} ${problem.found}`, problem])).values()]
}
