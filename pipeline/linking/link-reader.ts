import { codesLike } from '../../connectors/code.ts'
import type { System } from '../../connectors/connector.ts'
import type { LinkDecisionRow } from '../../sql/schema-links.ts'
import { type Codeless, type Confirmed, type Known, place, type Seen, type Told } from './codeless.ts'
import type { Day } from '../day.ts'
import { dossiersNear } from './dossiers-near.ts'
import type { FileWindow } from '../exports.ts'
import { exportsOf } from '../fact-reader.ts'
import type { Export } from '../facts.ts'
import { fingerprint } from '../loading/fingerprint.ts'
import { marksOf } from './marks.ts'
import type { Office } from '../office.ts'
import { makeProcedures, type Procedures } from './procedure-words.ts'

export type LinkReader = {
  readonly rows: readonly Codeless[]
  readonly confirmed: readonly Confirmed[]
  /** What some rows are held against: no more of the ward than could match, or with a reach of a day nearly match. */
  readonly known: (rows: readonly Codeless[], reach: 0 | 1) => Known
}

type Ward = Pick<Office, 'store' | 'unit'> & {
  readonly procedures: Procedures
  readonly exports: Map<number, Export>
}

/** Reads the rows without a code, what people decided of them, and what they may be matched with. */
export function makeLinkReader(
  { store, unit, catalogue }: Pick<Office, 'store' | 'unit' | 'catalogue'>,
  files: readonly FileWindow[],
): LinkReader {
  const ward: Ward = {
    store,
    unit,
    procedures: makeProcedures(store, unit, catalogue),
    exports: exportsOf(store, unit),
  }
  const rows = codelessRows(ward)
  const decisions = store.ask<LinkDecisionRow>('link-decisions-in-force', { unit })
  const confirmed = decisions.map(confirmedFrom)
  const seen = seenNumbers(ward, [...rows, ...confirmed], files)
  return {
    rows,
    confirmed,
    known: (some, reach) => {
      const near = dossiersNear(ward, [...some, ...confirmed], reach)
      const others = [...seen, ...confirmed].map(({ dossier }) => dossier)
      const dossiers = [...new Set([...near, ...others, ...some.flatMap(({ like }) => like)])]
      return { seen, confirmed, ...toldOf(ward, dossiers) }
    },
  }
}

type MarkColumns = {
  readonly procedure: number | null
  readonly received: string | null
  readonly identity: string | null
  readonly identity_valid: number | null
  readonly person: string | null
}

type CodelessAnswer = MarkColumns & {
  readonly export: number
  readonly row: number
  readonly own_number: string | null
  readonly own_code: number | null
  readonly written_code: string | null
}

function codelessRows(ward: Ward): Codeless[] {
  const { store, unit, exports } = ward
  const answers = store.ask<CodelessAnswer>('rows-without-a-code', { unit })
  const codes = new Map(answers.map(({ row, written_code: text }) => [row, text === null ? [] : codesLike(text)]))
  const asked = JSON.stringify([...new Set([...codes.values()].flat())])
  const known = store.ask<{ dossier: number; code: string }>('dossiers-with-codes', { unit, codes: asked })
  const dossiers = new Map(known.map(({ dossier, code }) => [code, dossier]))
  const about = aboutRows(ward, answers)
  return answers.map((answer) => ({
    ...marks(ward, answer),
    export: answer.export,
    row: answer.row,
    about: about(answer),
    system: exports.get(answer.export)!.system,
    to: exports.get(answer.export)!.to,
    number: answer.own_number,
    own_code: answer.own_code,
    like: codes.get(answer.row)!.flatMap((code) => dossiers.get(code) ?? []),
  }))
}

type Numbered = { readonly row: number; readonly own_number: string | null }

/**
 * What keys and lists call rows without a code: their ministry's number, else a short form of what they say in the
 * columns that are asked for. Columns that are added or move elsewhere leave a row what it is called.
 */
export function aboutRows({ store, unit }: Pick<Office, 'store' | 'unit'>, rows: readonly Numbered[]) {
  const asked = JSON.stringify(rows.flatMap(({ row, own_number }) => (own_number === null ? [row] : [])))
  const answers = store.ask<{ row: number; said: string }>('what-rows-say', { unit, rows: asked })
  const said = new Map(answers.map((each) => [each.row, each.said]))
  return ({ row, own_number }: Numbered): string => own_number ?? fingerprint(said.get(row)!).toString(36)
}

function confirmedFrom(row: LinkDecisionRow): Confirmed {
  const identityIsValid = row.identity_valid === 1
  const said = marksOf({ ...row, received: row.received_day, identityIsValid })
  return { ...said, decision: row.decision, system: row.system as System, number: row.own_number, dossier: row.dossier }
}

type SeenAnswer = MarkColumns & {
  readonly system: System
  readonly number: string
  readonly dossier: number
  readonly window_from: Day | null
  readonly in_force: number
}

function seenNumbers(ward: Ward, rows: readonly (Codeless | Confirmed)[], files: readonly FileWindow[]): Seen[] {
  const numbers = rows.flatMap(({ system, number }) => (number === null ? [] : [{ system, number }]))
  if (numbers.length === 0) return []
  const asked = { unit: ward.unit, numbers: JSON.stringify(numbers), seen: JSON.stringify(files) }
  return ward.store.ask<SeenAnswer>('numbers-seen-with-a-code', asked).flatMap((answer) => {
    const { system, number, dossier, window_from: from } = answer
    return from === null
      ? []
      : [{ ...marks(ward, answer), system, number, dossier, from, inForce: answer.in_force === 1 }]
  })
}

type ToldAnswer = MarkColumns & { readonly dossier: number; readonly export: number }

function toldOf(ward: Ward, dossiers: readonly number[]): Pick<Known, 'told' | 'listed'> {
  const { store, unit, exports } = ward
  const asked = { unit, dossiers: JSON.stringify(dossiers) }
  const answers = store.ask<ToldAnswer>('what-is-told-of-dossiers', asked)
  const unreadable = store.ask<{ dossier: number; export: number }>('exports-with-unreadable-rows-of-dossiers', asked)
  const told: Told[] = answers.map((answer) => {
    const { system, from } = exports.get(answer.export)!
    return { ...marks(ward, answer), dossier: answer.dossier, system, from }
  })
  return { told, listed: new Set([...answers, ...unreadable].map((each) => place(each.export, each.dossier))) }
}

function marks({ procedures }: Ward, row: MarkColumns) {
  return marksOf({ ...row, procedure: procedures.codeOf(row.procedure), identityIsValid: row.identity_valid === 1 })
}
