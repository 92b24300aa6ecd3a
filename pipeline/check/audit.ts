import type { Office } from '../office.ts'
import type { Period } from '../period.ts'
import { type Checked, checkStatement, type Verdict } from './checked.ts'
import { type Comparison, compareWith, type NotCompared } from './comparison.ts'
import type { Reading } from './stated.ts'

/**
 * What `check --json` prints.
 *
 * `statements`: one for each unit (and period of it) of which the text speaks, with `unit` and `period` in its words;
 * `verdict`; the `figures` read, each with the text of the number, its place (`at`: line and column from 1, `start` and
 * `end` in the text as NFC with `\n`) and the words beside it; `derived` ones, of which only one value is possible; the
 * `equations` tested, `holds` null where dossiers are left that stand in no stated class; the `rates` with the numerators
 * and bases that `fits` them, the bases `without` any, and what would be `right`; the `conditions` under which it holds;
 * the `repairs`, all of the smallest size; `comparison` with the database, or why there is none (`notCompared`, null too
 * where no database was asked for). Every other number of the text is in `doubted`, with the reason, or in `noted`: a
 * day, a period, a document's, a code's, a heading's.
 */
export type Audit = {
  readonly schema: 1
  readonly file: string
  readonly verdict: Verdict
  readonly statements: readonly Audited[]
  readonly doubted: Reading['doubted']
  readonly noted: Reading['noted']
}

export type Audited = Checked & { readonly comparison: Comparison | null; readonly notCompared: NotCompared | null }

/** Audits what was read. Without an office by arithmetic alone; `asked` is the period that the operator named. */
export function auditOf(file: string, reading: Reading, office: Office | null, asked: Period | null): Audit {
  const statements = reading.statements.map((statement) => {
    const checked = checkStatement(statement)
    const compared = office === null ? null : compareWith(office, checked, asked)
    const isThere = compared !== null && 'rows' in compared
    return { ...checked, comparison: isThere ? compared : null, notCompared: isThere ? null : compared }
  })
  const verdict = order.find((each) => statements.some((statement) => statement.verdict === each)) ?? 'untested'
  return { schema: 1, file, verdict, statements, doubted: reading.doubted, noted: reading.noted }
}

/** Whether all that was stated can be, and is what the database says where it was asked. */
export function isWell({ verdict, statements }: Audit): boolean {
  const differs = statements.some(({ comparison }) => comparison?.rows.some(({ agrees }) => agrees === false))
  return verdict !== 'cannot_hold' && !differs
}

/** The worst of several is that of the whole. */
const order: readonly Verdict[] = ['cannot_hold', 'holds_if', 'holds', 'untested']
