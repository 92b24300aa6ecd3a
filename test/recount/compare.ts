import type { Listed } from '../../pipeline/discrepancy-list.ts'
import { type Wrong, wrongIn } from './discrepancies.ts'
import { stated } from './figures.ts'
import type { Planted } from './plants.ts'
import { type Said, saidOf } from './program.ts'
import { type Listing, readPlainly } from './read.ts'
import { isRefused, sortOut, type Sorted } from './recount.ts'
import { type World, worldOf } from './world.ts'

export type Judged = { readonly differences: readonly string[]; readonly kinds: readonly string[] }

/** A world counted twice, by the program and on paper: where the two differ, and which kinds it had. */
export async function judge(world: World, say: (world: World) => Promise<Said> = saidOf): Promise<Judged> {
  const listings = world.nights.flatMap(({ files }, night) => files.map((file) => readPlainly(file, night)))
  const refused = listings.filter(isRefused)
  // what an earlier night's list is worth beside one that was turned away is another question
  if (refused.length > 0 && world.nights.length > 1) return { differences: [], kinds: [] }
  const sorted = sortOut(listings)
  const said = await say(world)
  const { expectedSystems } = world.config
  const wrong = wrongIn(sorted, { asOf: world.nights.at(-1)!.asOf, expected: expectedSystems, periods: world.periods })
  const isFirst = world.nights.length === 1
  const differences = [
    ...files(listings, said),
    ...world.periods.flatMap((period, i) => [
      ...figures(stated(sorted, period, expectedSystems), said.figures[i]!, period.id),
      ...open(wrong.filter(({ isIn }) => isIn(period)), said.inPeriods[i]!, `listed in ${period.id}`, isFirst), // prettier-ignore
    ]),
    ...open(wrong, said.listed, 'listed', isFirst),
    ...planted(world.planted, wrong, sorted),
  ]
  return { differences, kinds: wrong.map(({ kind }) => kind) }
}

/** A world that differs, as small as it can be made by leaving out dossiers at its end. */
export async function smallest(seed: number, from = 150): Promise<{ largest: number; differences: readonly string[] }> {
  let best = { largest: from, differences: (await judge(worldOf(seed, from))).differences }
  for (let step = from; step >= 1; step = Math.floor(step / 2)) {
    while (best.largest - step >= 0) {
      const { differences } = await judge(worldOf(seed, best.largest - step))
      if (differences.length === 0) break
      best = { largest: best.largest - step, differences }
    }
  }
  return best
}

function files(listings: readonly Listing[], { files: seen }: Said): string[] {
  return listings.flatMap((listing) => {
    const { path, system, read, repeated, rejected, stated: total } = listing
    const found = seen.find(({ file }) => file === path)
    const is = isRefused(listing) ? 'refused' : found?.state === 'seen_before' ? 'seen_before' : 'loaded'
    const ours = JSON.stringify([is, system, read, repeated, rejected, total])
    const theirs = JSON.stringify(found && [found.state, found.system, found.rows.read, found.rows.repeated, found.rows.rejected, found.statedTotal]) // prettier-ignore
    return ours === theirs || is === 'refused' ? [] : [`${path}: ${theirs}, on paper ${ours}`]
  })
}

type Sides = Said['figures'][number]

function figures(paper: ReturnType<typeof stated>, said: Sides, period: string): string[] {
  const each = (side: 'centre' | 'all'): string[] => {
    const { figures: theirs, identities } = said[side]
    const keys = Object.keys(theirs) as (keyof typeof theirs)[]
    const wrong = keys.filter((key) => theirs[key] !== paper.figures[side][key])
    const isCarried = (id: string): boolean => id === 'carried_in_is_pending_before'
    // what the book forgets between two months is a discrepancy, which the recount has too
    const broken = identities.filter(({ holds, id }) => holds === false && !(isCarried(id) && side === 'centre'))
    return [
      ...wrong.map((key) => `${period} ${side} ${key}: ${theirs[key]}, on paper ${paper.figures[side][key]}`),
      ...broken.map(({ id, left, right }) => `${period} ${side} ${id} does not hold: ${left} is not ${right}`),
    ]
  }
  const walk = Object.fromEntries(said.all.reconciliation.map(({ line, count }) => [line, count]))
  const lines = Object.keys(walk).filter((line) => walk[line] !== paper.walk[line])
  const silent = said.all.incomplete.toSorted().join(' ')
  return [
    ...each('centre'),
    ...each('all'),
    ...lines.map((line) => `${period} walk ${line}: ${walk[line]}, on paper ${paper.walk[line]}`),
    ...(silent === paper.incomplete.join(' ') ? [] : [`${period} incomplete: ${silent}, on paper ${paper.incomplete.join(' ')}`]), // prettier-ignore
  ]
}

const saidOfEach = new Set(
  `missing_in_ministry duplicate_code linked_without_code unreadable_row vanished ambiguous_match unlinked_record
  control_total_mismatch schema_drift export_missing`.split(/\s+/),
)

function nameOf({ kind, code, system }: Pick<Wrong, 'kind' | 'code'> & { readonly system: string | null }): string {
  return [kind, code ?? '', saidOfEach.has(kind) ? system : ''].join(' ').trim()
}

/** What nobody could verify tonight may stand from the night before; all else is what tonight's lists give. */
function open(wrong: readonly Wrong[], listed: readonly Listed[], where: string, isFirst: boolean): string[] {
  const standing = listed.filter(({ state }) => state !== 'resolved')
  const verified = isFirst ? standing : standing.filter((each) => each.verified)
  const paper = wrong.map(nameOf)
  return [
    ...tooMuch(standing.map(nameOf), paper).map((each) => `${where}: not ${each}`),
    ...tooMuch(paper, verified.map(nameOf)).map((each) => `${where}: too much ${each}`),
  ]
}

/** What the second has, or has more often, that the first has not. */
function tooMuch(first: readonly string[], second: readonly string[]): string[] {
  const left = [...first]
  return second.filter((each) => {
    const at = left.indexOf(each)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** What was planted must be on paper, where the lists that it hangs on tell of the dossier's last window. */
function planted(all: readonly Planted[], wrong: readonly Wrong[], { dossiers, lists }: Sorted): string[] {
  const names = new Set(wrong.map(nameOf))
  return all.flatMap((each) => {
    const dossier = dossiers.find(({ code }) => code === each.code)
    if (dossier === undefined) return []
    const systems = each.lists.map((list) => list === 'portal' ? 'dvcqg' : list === 'book' ? 'trungtam' : dossier.system) // prettier-ignore
    const isHeard = systems.every((system) => lists.some((list) => list.system === system && list.window.from === dossier.window.from)) // prettier-ignore
    return isHeard && !names.has(nameOf(each)) ? [`planted, and not on paper: ${nameOf(each)}`] : []
  })
}
