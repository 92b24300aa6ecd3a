import type { Chance } from '../recount/chance.ts'
import { bookRow, civilRow, portalRow, type Told } from '../support/dossiers.ts'
import { type Cells, exportOf, preamble } from '../support/make-export.ts'

/** What one night says of a dossier. */
export type Tells = {
  readonly isListed: boolean // by anybody
  readonly isInBook: boolean
  readonly isDigitized: boolean
  readonly hasIdentity: boolean // a proper one, in the ministry's list
  readonly isResolvedThere: boolean // in the ministry's list; the portal has it open
}

export type List = 'portal' | 'book' | 'civil'
const lists: readonly List[] = ['portal', 'book', 'civil']

/** Between two nights somebody may decide something about one discrepancy, picked among those that may be decided on. */
export type Decision = { readonly does: 'ack' | 'reopen'; readonly pick: number; readonly days: number }

export type ModelNight = {
  readonly day: string
  readonly silent: readonly List[]
  readonly dossiers: readonly Tells[]
  readonly decision: Decision | null // after the night
}

export function anyNights(chance: Chance, count: number): ModelNight[] {
  const dossiers = chance.whole(1, 3) // four fewer from one night to the next would be a list that was cut short
  let tells = Array.from({ length: dossiers }, () => anyTells(chance))
  return Array.from({ length: count }, (_, i): ModelNight => {
    if (i > 0) tells = tells.map((each) => (chance.is(0.5) ? anyTells(chance) : each))
    const silent = i === 0 || chance.is(0.5) ? [] : chance.shuffled(lists).slice(0, chance.whole(1, 2))
    // a list that is not there cannot tell who left it: then nobody leaves
    const shown = tells.map((each) => ({ ...each, isListed: each.isListed || silent.length > 0 || i === 0 }))
    const decision = { does: chance.is(0.75) ? 'ack' : 'reopen', pick: chance.whole(0, 99), days: chance.whole(1, 3) } as const // prettier-ignore
    return { day: `2026-02-${String(3 + i).padStart(2, '0')}`, silent, dossiers: shown, decision: chance.is(0.5) ? decision : null } // prettier-ignore
  })
}

function anyTells(chance: Chance): Tells {
  return {
    isListed: chance.is(0.9),
    isInBook: chance.is(0.6),
    isDigitized: chance.is(0.6),
    hasIdentity: chance.is(0.7),
    isResolvedThere: chance.is(0.3),
  }
}

const code = (number: number): string => `H24.131-260202-000${number}`

/** The night's lists, by the names of their files; one that is silent is not there. */
export function listsOf({ day, silent, dossiers }: ModelNight): Map<List, string> {
  const listed = dossiers.map((tells, i) => ({ tells, told: toldOf(i, tells) })).filter(({ tells }) => tells.isListed)
  // one that nothing is wrong with, so that no list is ever empty
  const always = {
    tells: { isListed: true, isInBook: true, isDigitized: true, hasIdentity: true, isResolvedThere: false },
    told: toldOf(9, null),
  }
  const all = [always, ...listed]
  const portal = all.map(({ tells, told }) => portalRow({ ...told, status: 'Đang xử lý', ended: '' }, { 'Số thành phần đã số hóa': tells.isDigitized ? 2 : 0 })) // prettier-ignore
  const book = all.filter(({ tells }) => tells.isInBook).map(({ told }) => bookRow({ ...told, ended: '' }))
  const civil = all.map(({ told, tells }) => civilRow(tells.hasIdentity ? told : { ...told, identity: '0311956' })) // prettier-ignore
  const before = [preamble('2026-01-17', day)]
  const rows: [List, Cells[]][] = [
    ['portal', portal],
    ['book', book],
    ['civil', civil],
  ]
  return new Map(rows.filter(([list]) => !silent.includes(list)).map(([list, its]) => [list, exportOf(list, its, { before })])) // prettier-ignore
}

function toldOf(number: number, tells: Tells | null): Partial<Told> {
  const open = { status: 'Đang xử lý', ended: '' }
  const over = { status: 'Hoàn thành', ended: '2026-02-03' }
  return {
    code: code(number),
    identity: `03119569467${number}`,
    procedure: '1.004873',
    received: '2026-02-02',
    due: '2026-02-05',
    ...(tells?.isResolvedThere === true ? over : open),
  }
}

export type State = {
  readonly state: 'new' | 'open' | 'acknowledged' | 'resolved' | 'reopened'
  readonly verified: boolean
  readonly since: string
  readonly lastSeen: string
}

type Life = {
  state: 'open' | 'resolved' | 'reopened'
  verified: boolean
  since: string
  lastSeen: string
  until: string | null
}

/** The kinds that are followed, with whose word each of them takes. */
const kinds: readonly (readonly [
  kind: string,
  system: string,
  scope: readonly List[],
  isRaised: (tells: Tells) => boolean,
])[] = [
  // prettier-ignore
  ['missing_at_centre', 'trungtam', ['book'], ({ isInBook }) => !isInBook],
  ['not_digitized', 'dvcqg', ['portal'], ({ isDigitized }) => !isDigitized],
  ['invalid_identity', '', ['civil'], ({ hasIdentity }) => !hasIdentity],
  ['status_conflict', 'botuphap-hotich', ['portal', 'civil'], ({ isResolvedThere }) => isResolvedThere],
]

export const followed = new Set(kinds.map(([kind]) => kind))

/**
 * The life of discrepancies, as the table of kinds has it: new, open, acknowledged until a day, resolved by evidence
 * alone, reopened; not verified on a night on which one in its scope said nothing or the dossier was not seen.
 */
export function makeModel() {
  const lives = new Map<string, Life>()
  const listing = new Map<string, boolean>() // whether a list had a dossier when it was last handed over
  const live = (key: string, day: string, evidence: 'raised' | 'agrees' | 'nothing'): void => {
    const life = lives.get(key)
    if (life === undefined) {
      if (evidence === 'raised') lives.set(key, { state: 'open', verified: true, since: day, lastSeen: day, until: null }) // prettier-ignore
    } else if (evidence === 'raised') {
      Object.assign(life, { state: life.state === 'resolved' ? 'reopened' : life.state, verified: true, lastSeen: day })
    } else if (evidence === 'agrees') {
      Object.assign(life, { state: 'resolved', verified: true, until: null })
    } else if (life.state !== 'resolved') life.verified = false
  }
  const isKnown = (dossier: number): boolean => lists.some((list) => listing.get(`${list} ${dossier}`) === true)
  return {
    night: ({ day, silent, dossiers }: ModelNight): void => {
      for (const [i, tells] of dossiers.entries()) {
        for (const list of lists)
          if (!silent.includes(list)) listing.set(`${list} ${i}`, tells.isListed && (list !== 'book' || tells.isInBook))
        for (const [kind, system, scope, isRaised] of kinds) {
          const isHeard = isKnown(i) && scope.every((list) => !silent.includes(list))
          const key = [kind, code(i), system].filter((part) => part !== '').join('/')
          live(key, day, !isHeard ? 'nothing' : isRaised(tells) ? 'raised' : 'agrees')
        }
      }
    },
    /** Those about which a person may decide something. */
    open: (): string[] => [...lives].filter(([, { state }]) => state !== 'resolved').map(([key]) => key).toSorted(), // prettier-ignore
    acknowledged: (day: string): string[] =>
      [...lives].filter(([, { state, until }]) => state !== 'resolved' && until !== null && until > day).map(([key]) => key).toSorted(), // prettier-ignore
    acknowledge: (key: string, until: string): void => void (lives.get(key)!.until = until),
    reopen: (key: string): void => void (lives.get(key)!.until = null),
    shown: (day: string): Record<string, State> =>
      Object.fromEntries([...lives].map(([key, life]) => [key, shownOn(day, life)])),
  }
}

function shownOn(day: string, { state, verified, since, lastSeen, until }: Life): State {
  const isKnown = state !== 'resolved' && until !== null && until > day
  const isNew = state === 'open' && since === day
  return { state: isKnown ? 'acknowledged' : isNew ? 'new' : state, verified, since, lastSeen }
}
