import type { System } from '../../connectors/connector.ts'
import { compare } from '../compare.ts'
import { type Day, dayOf } from '../day.ts'
import { aboutRows } from './link-reader.ts'
import type { Office } from '../office.ts'
import type { Span } from '../period.ts'
import type { Near, Proposal } from './propose.ts'
import { type Raised, raised } from '../nights/raised.ts'
import type { Kind } from '../rules/rule.ts'

/** A row without a code that could not be matched: what it stood between, and what a person may confirm. */
export type Unmatched = {
  readonly key: string // of its discrepancy
  readonly kind: Kind
  readonly system: System
  readonly export: number
  readonly row: number
  readonly about: string
  readonly ownNumber: string | null
  readonly received: Day | null
  readonly window: Span
  readonly candidates: readonly string[] // codes
  readonly rivals: readonly string[] // what lists call the rows that want one of them too
  readonly proposals: readonly { readonly code: string; readonly near: readonly Near[] }[]
}

/** The rows that could not be matched; those of the last window come last. */
export function unmatchedRows({ store, unit }: Pick<Office, 'store' | 'unit'>): Unmatched[] {
  const answers = store.ask<Answer>('unmatched-rows', { unit }).map((row) => ({
    ...row,
    candidates: JSON.parse(row.candidates) as number[],
    rivals: JSON.parse(row.rivals) as string[],
    proposals: JSON.parse(row.proposals) as Proposal[],
  }))
  const meant = answers.flatMap((row) => [...row.candidates, ...row.proposals.map(({ dossier }) => dossier)])
  const wanted = JSON.stringify([...new Set(meant)])
  const named = store.ask<{ dossier: number; code: string }>('codes-of-dossiers', { unit, dossiers: wanted })
  const codes = new Map(named.map(({ dossier, code }) => [dossier, code]))
  const aboutOf = aboutRows({ store, unit }, answers)
  return answers.map((row) => {
    const kind: Kind = row.candidates.length > 0 ? 'ambiguous_match' : 'unlinked_record'
    const about = aboutOf(row)
    return {
      key: `${kind}/${about}/${row.system}`,
      kind,
      system: row.system,
      export: row.export,
      row: row.row,
      about,
      ownNumber: row.own_number,
      received: row.received === null ? null : dayOf(row.received),
      window: { from: row.window_from, to: row.window_to },
      candidates: row.candidates.map((dossier) => codes.get(dossier)!).toSorted(compare),
      rivals: row.rivals,
      proposals: row.proposals
        .map(({ dossier, near }) => ({ code: codes.get(dossier)!, near }))
        .toSorted((a, b) => compare(a.code, b.code)),
    }
  })
}

/** What is wrong with rows that could not be matched, and with what people said of rows that have a code by now. */
export function raiseOnUnmatched(office: Pick<Office, 'store' | 'unit'>): Raised[] {
  const { store, unit } = office
  const contradicted = store.ask<Overruled>('overruled-decisions', { unit })
  return [...unmatchedRows(office).map(unmatched), ...contradicted.map(overruled)]
}

type Answer = {
  export: number
  row: number
  candidates: string
  rivals: string
  proposals: string
  system: System
  window_from: Day
  window_to: Day
  own_number: string | null
  received: string | null
}

function unmatched({ kind, about, system, ownNumber, received, window, ...row }: Unmatched): Raised {
  const detail = {
    own_number: ownNumber,
    received,
    candidates: row.candidates,
    rivals: row.rivals,
    proposals: row.proposals.map(({ code }) => code),
    near: [...new Set(row.proposals.flatMap(({ near }) => near))].toSorted(),
  }
  const sources = [{ export: row.export, row: row.row }]
  return raised(kind, about, { system, systems: [system], detail, sources, place: window }, null)
}

type Overruled = {
  key: string
  system: System
  own_number: string | null
  received_day: Day | null
  as_of: Day
  said: string
  has: string
}

// A person said whose the row is; now it has the code of another. The code holds, until somebody takes one back.
function overruled({ key, system, own_number, received_day, as_of, said, has }: Overruled): Raised {
  const about = key.slice(key.indexOf('/') + 1, key.lastIndexOf('/'))
  const day = received_day ?? as_of
  const detail = { own_number, received: received_day, confirmed: said, has_code: has }
  const place = { from: day, to: day }
  return raised('ambiguous_match', about, { system, systems: [system], detail, sources: [], place }, null)
}
