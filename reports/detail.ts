import { dayText, dong, instantText } from './format.ts'
import type { Words } from './words.ts'

type Value = string | number | null | readonly (string | number)[]

/** What a rule found, in a person's words: `hẹn trả 27/02/2026; theo danh mục 06/03/2026`. */
export function detailText(detail: Readonly<Record<string, Value>>, words: Words): string {
  const labels = labelsIn(words)
  return Object.entries(detail)
    .filter(([name, value]) => !isNothing(name, value))
    .map(([name, value]) => `${labels[name] ?? name}: ${valueText(name, value, words)}`)
    .join('; ')
}

type Labels = Readonly<Record<string, string>>

const known = new Map<Words, Labels>() // of a night's list each line asks for them

function labelsIn(words: Words): Labels {
  const labels = known.get(words) ?? { ...figureNames(words), ...words.system, ...words.detail }
  known.set(words, labels)
  return labels
}

/** A late change is told by the figures that it moves. */
function figureNames({ figure }: Words): Labels {
  return Object.fromEntries(Object.entries(figure).map(([key, { label }]) => [key, label]))
}

/** A calendar that is not provisional needs no word; of a list of nothing there is nothing to say. */
function isNothing(name: string, value: Value): boolean {
  if (name === 'provisional') return value !== 1
  return value === null || value === '' || (Array.isArray(value) && value.every((each) => each === ''))
}

function valueText(name: string, value: Value, words: Words): string {
  if (typeof value === 'object' && value !== null)
    return value.map((each) => valueText(name, each, words)).join(isMove(name, words) ? ' → ' : ', ')
  if (typeof value === 'number') return money.has(name) ? dong(value) : String(value)
  return wordFor(value ?? '', words)
}

function isMove(name: string, { figure }: Words): boolean {
  return name in figure
}

const money = new Set(['amount', 'amounts', 'due', 'paid'])

function wordFor(value: string, words: Words): string {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return dayText(value)
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return instantText(value)
  const known: Readonly<Record<string, string>> = { ...words.system, ...words.status, ...words.detailValue }
  return known[value] ?? value
}
