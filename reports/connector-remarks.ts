import { quoted } from './words/pieces.ts'

/** Why a column is taken for what it is, as its comment in the connector says it: code is English. */
export type Reasons = {
  readonly why: {
    readonly heading: 'known' | 'word' | 'none'
    readonly systems: readonly string[]
    readonly kind: keyof typeof cells
    readonly such: number
    readonly filled: number
  }
  readonly rivals: readonly string[]
  readonly unknownWords: readonly string[]
}

const cells = {
  code: 'codes',
  number: 'numbers of its own',
  procedure: 'codes of procedures',
  identity: 'identity numbers',
  day: 'days',
  serial: 'days as a spreadsheet counts them',
  money: 'amounts',
  count: 'counts',
  status: 'known words for a status',
  status_number: 'numbers of a status',
  channel: 'known ways of handing in',
  yes: 'yes or no',
  name: 'like names',
  account: 'like accounts',
  text: 'texts',
}

const MOST_SYSTEMS = 3

export function whyRemark({ why, rivals, unknownWords }: Reasons): string {
  const { heading, systems, kind, such, filled } = why
  const some = `${systems.slice(0, MOST_SYSTEMS).join(', ')}${systems.length > MOST_SYSTEMS ? ' …' : ''}`
  const named = { known: `named as in ${some}`, word: 'by a word of its name', none: 'by its cells alone' }[heading]
  const share = filled === 0 ? 'no cell is filled' : `${such === filled ? 'all' : `${such} of`} ${filled} cells are ${cells[kind]}` // prettier-ignore
  const or = rivals.length === 0 ? '' : `; or is that ${rivals.map(quoted).join(', ')}?`
  const lacking = unknownWords.length === 0 ? '' : `; words.ts does not know ${unknownWords.map(quoted).join(', ')}`
  return `${named}; ${share}${or}${lacking}`
}

/** What is asked about a column that was given no field. */
export function openRemark(maybe: readonly string[]): string {
  return maybe.length === 0
    ? 'a field, or known and not needed?'
    : `${maybe.join(' or ')} by its name, but another column says it better; not needed?`
}
