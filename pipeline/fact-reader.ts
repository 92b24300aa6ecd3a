import type { Channel, Status, System } from '../connectors/connector.ts'
import type { Store } from '../sql/open.ts'
import type { SourceRow } from '../sql/schema-files.ts'
import type { Catalogue } from './catalogue.ts'
import type { Day } from './day.ts'
import type { Export, Facts, Link, Paid, Sighted, Unreadable } from './facts.ts'
import { wordsOf } from './words-of.ts'

export type FactReader = {
  readonly exports: readonly Export[]
  /** The facts of some dossiers, in the order of their numbers; none for a number that no export in force names. */
  readonly of: (dossiers: readonly number[]) => Facts[]
  /** The numbers of all dossiers. */
  readonly numbers: () => Iterable<number>
}

/** Reads facts from the records; words become text, procedure codes are repaired. */
export function readFacts(store: Store, unit: number, catalogue: Catalogue): FactReader {
  const word = wordsOf(store, unit)
  const exports = exportsOf(store, unit)
  const links = linksOf(store, unit)
  const linkOf = ({ linked, export: number, row }: RecordAnswer) =>
    linked === 1 ? (links.get(`${number} ${row}`) ?? null) : null
  const repair = memo((id: number) => catalogue.repair(word(id)!))
  const sighted = (row: RecordAnswer): Sighted => sightedFrom(row, exports.get(row.export)!, linkOf(row), word, repair)
  return {
    exports: [...exports.values()],
    numbers: () => countTo(store.ask<{ last: number }>('last-dossier', { unit })[0]!.last),
    of: (dossiers) => {
      const at = { unit, dossiers: JSON.stringify(dossiers) }
      const rows = store.ask<RecordAnswer>('records-of-dossiers', at)
      const unreadable = store.ask<UnreadableAnswer>('unreadable-rows-of-dossiers', at)
      const payments = store.ask<PaymentAnswer>('payments-of-dossiers', at)
      const gathered = new Map<number, { code: string; rows: Sighted[]; unreadable: Unreadable[]; payments: Paid[] }>()
      const gather = ({ dossier, dossier_code }: Named) => {
        const known = gathered.get(dossier) ?? { code: dossier_code, rows: [], unreadable: [], payments: [] }
        gathered.set(dossier, known)
        return known
      }
      for (const row of rows) gather(row).rows.push(sighted(row))
      for (const row of unreadable)
        gather(row).unreadable.push({ ...row, from: exports.get(row.export)!, column: row.column_name })
      for (const row of payments)
        gather(row).payments.push({ ...row, from: exports.get(row.export)!, transaction: row.transaction_number })
      return [...gathered].toSorted(([a], [b]) => a - b).map(([dossier, each]) => ({ dossier, ...each }))
    },
  }
}

type LinkAnswer = {
  export: number
  row: number
  tier: Link['tier']
  met: string
  decided_by: string | null
  why: string | null
}

function linksOf(store: Store, unit: number): Map<string, Link> {
  return new Map(
    store.ask<LinkAnswer>('links', { unit }).map(({ export: number, row, tier, met, decided_by: by, why }) => {
      return [`${number} ${row}`, { tier, met: JSON.parse(met) as Link['met'], by, why }]
    }),
  )
}

function* countTo(last: number): Generator<number> {
  for (let number = 1; number <= last; number++) yield number
}

type Named = { dossier: number; dossier_code: string }
type UnreadableAnswer = Named & {
  export: number
  file: number
  line: number
  column_name: string | null
  reason: string
  value: string | null
}
type PaymentAnswer = Named & {
  export: number
  row: number
  transaction_number: string
  amount_dong: number
  paid: string
  outcome: Paid['outcome']
}
type RecordAnswer = Named &
  Omit<SourceRow, 'unit' | 'code' | 'own_code' | 'fingerprint' | 'channel' | 'status'> & {
    export: number
    linked: number
    channel: Channel | null
    status: Status | null
  }

export function exportsOf(store: Store, unit: number): Map<number, Export> {
  const lines = store.ask<ExportAnswer>('exports-in-force', { unit })
  return new Map(lines.map((line) => [line.export, exportFrom(line)]))
}

type ExportAnswer = { export: number; system: System; window_from: Day; window_to: Day; came: Day; met: Day }

function exportFrom({ export: number, system, window_from: from, window_to: to, came, met }: ExportAnswer): Export {
  return { export: number, system, from, to, came, met }
}

function sightedFrom(
  row: RecordAnswer,
  from: Export,
  link: Link | null,
  word: (id: number | null) => string | null,
  repair: (id: number) => { code: string; known: boolean },
): Sighted {
  return {
    from,
    row: row.row,
    link,
    ownNumber: row.own_number,
    procedureText: word(row.procedure),
    procedure: row.procedure === null ? null : repair(row.procedure),
    procedureName: word(row.procedure_name),
    field: word(row.field),
    agency: word(row.agency),
    person: row.person,
    identity: row.identity,
    identityIsValid: truth(row.identity_valid),
    channel: row.channel,
    submitted: row.submitted,
    received: row.received,
    due: row.due,
    ended: row.ended,
    handed: row.handed,
    status: row.status,
    handledBy: word(row.handled_by),
    account: word(row.account),
    components: row.components,
    digitized: row.digitized,
    reused: row.reused,
    electronicResult: truth(row.electronic_result),
    fee_dong: row.fee_dong,
  }
}

function truth(bit: number | null): boolean | null {
  return bit === null ? null : bit === 1
}

function memo<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    const value = known.get(key) ?? make(key)
    known.set(key, value)
    return value
  }
}
