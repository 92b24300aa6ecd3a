import { readFileSync } from 'node:fs'

export type Parameters = Readonly<Record<string, string | number | null>>

const asked = new Map<string, string>()

/** The text of `questions/<name>.sql`: each file is named after the question that it answers. Throws when there is none. */
export function question(name: string): string {
  const known = asked.get(name)
  if (known !== undefined) return known
  const text = readFileSync(new URL(`./questions/${name}.sql`, import.meta.url), 'utf8')
  asked.set(name, text)
  return text
}
