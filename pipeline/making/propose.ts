import { foldKey, plainKey } from '../../connectors/fold.ts'
import { connectors } from '../../connectors/index.ts'
import { COUNTER, type Field, type Guess, guesses, PRIVATE } from './fields.ts'
import { type Kind, kinds } from './kinds.ts'

/** What speaks for a meaning: the heading (of which connectors, or by a word), and of how many cells how many are such. */
export type Why = {
  readonly heading: 'known' | 'word' | 'none'
  readonly systems: readonly string[]
  readonly kind: Kind
  readonly such: number
  readonly filled: number
}

/** A column of the export. Without a field it is known and unneeded (`row_number`, `private`, `ignored`), or not decided. */
export type Proposed = {
  readonly heading: string
  readonly at: number
  readonly field: Field | null
  readonly isNeedless: boolean
  readonly hasEmpty: boolean
  readonly why: Why | null
  readonly isSure: boolean
  readonly rivals: readonly string[] // headings that might be this field too; fields that this might be
  readonly unneeded: 'row_number' | 'private' | 'ignored' | null
}

type Pair = { readonly at: number; readonly guess: Guess; readonly why: Why; readonly score: number }

/**
 * What each column of a table is taken for. A field is given to one column: to the one whose heading speaks for it most,
 * then to the one more of whose cells are such. Columns without a name, or with one that stands twice, are left out.
 */
export function propose(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  spoken = headings, // what stands above them too says what they mean
): readonly Proposed[] {
  const keys = headings.map(foldKey)
  const usable = headings.flatMap((_, at) => (keys[at] !== '' && keys.indexOf(keys[at]!) === keys.lastIndexOf(keys[at]!) ? [at] : [])) // prettier-ignore
  const pairs = usable
    .filter((at) => unneededOf(headings[at]!) === null)
    .flatMap((at) => pairsOf([headings[at]!, spoken[at]!], at, filledOf(rows, at)))
    .toSorted((a, b) => b.score - a.score || a.at - b.at)
  const given = new Map<number, Pair>()
  for (const pair of pairs) {
    const isGiven = [...given.values()].some(({ guess }) => guess.field === pair.guess.field)
    if (!isGiven && !given.has(pair.at)) given.set(pair.at, pair)
  }
  const unique = [...new Set(keys)].filter((key) => key !== '').map((key) => keys.indexOf(key))
  return unique.map((at) => proposedFor(headings, at, rows, given, pairs))
}

function proposedFor(
  headings: readonly string[],
  at: number,
  rows: readonly (readonly string[])[],
  given: ReadonlyMap<number, Pair>,
  pairs: readonly Pair[],
): Proposed {
  const heading = headings[at]!
  const pair = given.get(at)
  const hasEmpty = filledOf(rows, at).length < rows.length
  const nothing = { heading, at, field: null, isNeedless: false, hasEmpty, why: null, isSure: false, rivals: [] }
  const unneeded = unneededOf(heading)
  if (!pair) {
    const lost = pairs.filter((each) => each.at === at && each.score >= WORD).map(({ guess }) => guess.field)
    return { ...nothing, rivals: lost, unneeded }
  }
  const { guess, why, score } = pair
  const others = pairs.filter((each) => each !== pair && each.score >= Math.min(score, WORD) - CELLS)
  const rivals = [
    ...others.filter((each) => each.guess.field === guess.field).map((each) => headings[each.at]!),
    ...others.filter((each) => each.at === at && !isGivenElsewhere(each, given)).map((each) => each.guess.field),
  ]
  const isSure = score >= WORD + CELLS * 0.95 && rivals.length === 0 && why.filled > 0 && isTold(why.kind, guess)
  return { ...nothing, field: guess.field, isNeedless: guess.needless === true, why, isSure, rivals, unneeded: null }
}

/** That cells are texts says nothing where a name or a known word was expected. */
function isTold(kind: Kind, { kinds: [first] }: Guess): boolean {
  return kind !== 'text' || first === 'text'
}

function isGivenElsewhere({ guess, at }: Pair, given: ReadonlyMap<number, Pair>): boolean {
  return [...given].some(([other, pair]) => other !== at && pair.guess.field === guess.field)
}

const [KNOWN, WORD, CELLS] = [4, 2, 1]

function pairsOf(names: readonly string[], at: number, filled: readonly string[]): readonly Pair[] {
  return guesses.flatMap((guess) => {
    const systems = connectors.flatMap(({ system, columns }) => {
      const column = columns[guess.field as keyof typeof columns] as { readonly headers: readonly string[] } | undefined
      return column?.headers.some((each) => names.some((name) => bare(each) === bare(name))) ? [system] : []
    })
    const name =
      systems.length > 0 ? 'known' : names.some((heading) => guess.heading.test(bare(heading))) ? 'word' : 'none'
    if (name === 'none' && guess.alone === undefined) return []
    const [best] = guess.kinds
      .map((kind) => ({ kind, such: filled.filter(kinds[kind]).length }))
      .toSorted((a, b) => b.such - a.such)
    const { kind, such } = best!
    const share = filled.length === 0 ? 0.5 : such / filled.length
    if (share < (name === 'none' ? 0.9 : 0.5) || (name === 'none' && filled.length === 0)) return []
    const score = (name === 'known' ? KNOWN : name === 'word' ? WORD : 0) + share * CELLS
    return [{ at, guess, score, why: { heading: name, systems, kind, such, filled: filled.length } as const }]
  })
}

function unneededOf(heading: string): Proposed['unneeded'] {
  const plain = bare(heading)
  if (COUNTER.test(plain)) return 'row_number'
  if (PRIVATE.test(plain)) return 'private'
  return connectors.some(({ ignored }) => ignored.some((each) => bare(each) === plain)) ? 'ignored' : null
}

/** A heading without accents and signs: `NGAY_HEN` is `Ngày hẹn`. */
function bare(heading: string): string {
  return plainKey(heading)
    .replace(/[^a-z\d#]+/g, ' ')
    .trim()
}

function filledOf(rows: readonly (readonly string[])[], at: number): readonly string[] {
  return rows.map((cells) => cells[at] ?? '').filter((cell) => cell.trim() !== '')
}
