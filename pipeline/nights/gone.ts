import type { Status, System } from '../../connectors/connector.ts'
import { compare } from '../compare.ts'
import type { Day } from '../day.ts'
import type { FactReader } from '../fact-reader.ts'
import type { Export, Facts } from '../facts.ts'
import type { Night } from '../night.ts'
import { classOf } from '../opinion.ts'
import { isOwn } from '../own.ts'
import { type Raised, raised } from './raised.ts'
import type { Setting } from '../setting.ts'
import { wordsOf } from '../words-of.ts'

/**
 * A dossier that a system's list for a window once had, and has no more in the export in force; or that a list has
 * whose window a later one overlaps, in which it belongs and is not.
 */
export type Gone = {
  readonly dossier: number
  readonly code: string
  readonly from: Export
  readonly complete: boolean // false: that export has fewer rows than it states, so the dossier may be among those
  readonly rows: readonly OnceListed[] // what was said of it, the last word last
}

export type OnceListed = {
  readonly file: number
  readonly line: number
  readonly as_of: Day
  readonly agency: string | null
  readonly account: string | null
  readonly received: string | null
  readonly status: Status | null
  readonly handed: string | null
}

/** Those that no other export of the system, whose window ends as late or later, lists either. */
export function goneFrom({ store, unit }: Night, facts: FactReader): Gone[] {
  const word = wordsOf(store, unit)
  const exports = new Map(facts.exports.map((each) => [each.export, each]))
  const answers = ['gone-dossiers', 'left-out-dossiers'].flatMap((question) => store.ask<Answer>(question, { unit }))
  return answers.flatMap(({ dossier, export: number, listed_in, dossier_code: code, complete }) => {
    const from = exports.get(number)!
    if (isListedBeside(facts.of([dossier]), from, listed_in)) return []
    const rows = store.ask<RowAnswer>('rows-once-listed', { unit, export: listed_in, dossier })
    return [{ dossier, code, from, complete: complete === 1, rows: rows.map((row) => spelt(row, word)) }]
  })
}

// A dossier does not leave a list of its own accord: it ends, and stays listed as ended. Whoever took it out knows why.
export function raiseVanished(gone: readonly Gone[], facts: FactReader, setting: Setting): Raised[] {
  const surely = gone.filter(({ complete }) => complete).toSorted((a, b) => compare(nightOf(a), nightOf(b)))
  const last = new Map(surely.map((each) => [`${each.dossier} ${each.from.system}`, each]))
  return [...last.values()].filter((each) => isCounted(each, facts.of([each.dossier]), setting)).map(vanished)
}

type Answer = { dossier: number; export: number; listed_in: number; dossier_code: string; complete: number }
type RowAnswer = Omit<OnceListed, 'agency' | 'account'> & { agency: number | null; account: number | null }

function spelt(row: RowAnswer, word: (id: number | null) => string | null): OnceListed {
  return { ...row, agency: word(row.agency), account: word(row.account) }
}

function isListedBeside(facts: readonly Facts[], { system, to }: Export, listedIn: number): boolean {
  const isBeside = (from: Export) => from.system === system && from.to >= to && from.export !== listedIn
  return facts.some(({ rows }) => rows.some(({ from }) => isBeside(from)))
}

/** The unit's, and received: by what the list said, and by what others still say. */
function isCounted({ code, from, rows }: Gone, facts: readonly Facts[], setting: Setting): boolean {
  const said = rows.map(({ agency, account }) => ({ from, agency, account }))
  const still = facts.flatMap((each) => each.rows)
  return isOwn({ code, rows: [...said, ...still] }, setting) && rows.some((row) => isReceived(row))
}

function isReceived({ received, status, handed }: OnceListed): boolean {
  return received !== null && classOf({ status, handed }) !== 'none'
}

/** The last on which it was listed. */
function nightOf({ rows }: Gone): Day {
  return rows.at(-1)!.as_of
}

function vanished(each: Gone): Raised {
  const { dossier, code, from, rows } = each
  const night = nightOf(each)
  const last = rows.filter(({ as_of }) => as_of === night)
  const finding = {
    system: from.system,
    systems: [from.system] satisfies System[],
    detail: { last_listed: night, status: last.at(-1)!.status },
    sources: last.map(({ file, line }) => ({ file, line })),
    place: from,
  }
  return raised('vanished', code, finding, { dossier, code })
}
