import { organisationOf } from '../../connectors/code.ts'
import { foldKey } from '../../connectors/fold.ts'
import type { Reason } from '../../connectors/reading.ts'
import type { Config } from '../config/config.ts'
import { isAgency } from '../own.ts'

type Unit = Config['unit']

/** What a file says of whose it is: units by their agency codes. */
export type Evidence = {
  readonly named: readonly string[] // in the lines above the table
  readonly rows: ReadonlyMap<string, number> // whose dossiers they tell of
  readonly others: number // rows that tell of a unit that is none of these
}

/** A ward's, or nobody's that could be named, and why. */
export type Verdict = { readonly unit: string } | { readonly reason: Reason }

/** Now and then the portal lists dossiers of another ward: so many of a hundred make a file no other's. */
const SHARE = 0.95

/**
 * Whose file it is. What stands above the table names it, where most rows agree; else almost all rows that tell whose
 * they are have to tell of one ward. Anything else is not guessed: the file can be put into the ward's own folder.
 */
export function verdictOf({ named, rows, others }: Evidence): Verdict {
  const told = [...rows.values()].reduce((sum, count) => sum + count, others)
  const [first] = [...rows].toSorted(([, a], [, b]) => b - a)
  const [only] = named
  if (named.length === 1 && (told === 0 || (rows.get(only!) ?? 0) > told / 2)) return { unit: only! }
  const isNamedOtherwise = named.length > 0 && !named.includes(first?.[0] ?? '')
  if (first !== undefined && first[1] >= told * SHARE && !isNamedOtherwise) return { unit: first[0] }
  const units = [...new Set([...named, ...rows.keys()])]
  if (units.length === 0) return { reason: { id: 'no_ward', rows: told } }
  return { reason: { id: 'several_wards', units: units.map((unit) => `${unit}: ${rows.get(unit) ?? 0}`), others } }
}

/** A row, as far as it says whose it is. */
export type Telling = {
  readonly code: string | null
  readonly agency?: string | null
  readonly account?: string | null
}

export type Witness = {
  readonly above: (lines: readonly string[]) => void
  readonly row: (row: Telling) => void
  readonly evidence: () => Evidence
}

/** Hears rows one by one and keeps counts alone. An account that several wards have says nothing. */
export function makeWitness(units: readonly Unit[]): Witness {
  const byOrganisation = new Map(units.flatMap((unit) => [unit.agencyCode, ...unit.formerCodes].map((code) => [organisationOf(code), unit.agencyCode]))) // prettier-ignore
  const byAccount = accountsOf(units)
  const byAgency = new Map<string, string | null>()
  const named = new Set<string>()
  const rows = new Map<string, number>()
  let others = 0

  function agencyIn(text: string | null): string | null {
    if (text === null) return null
    if (!byAgency.has(text)) byAgency.set(text, units.find((unit) => isAgency(text, { unit }))?.agencyCode ?? null)
    return byAgency.get(text)!
  }

  function unitOf({ code, agency = null, account = null }: Telling): string | null | undefined {
    const organisation = code?.split('-', 1)[0]
    const own = organisation === undefined ? undefined : byOrganisation.get(organisation)
    if (own !== undefined) return own
    if (code !== null && !code.startsWith('G')) return null // a ward's, and of none of these
    return agencyIn(agency) ?? (account === null ? undefined : byAccount.get(foldKey(account))) ?? undefined
  }

  return {
    above: (lines) => {
      for (const unit of units) if (lines.some((line) => isNamed(unit, line))) named.add(unit.agencyCode)
    },
    row: (row) => {
      const unit = unitOf(row)
      if (unit === null) others++
      else if (unit !== undefined) rows.set(unit, (rows.get(unit) ?? 0) + 1)
    },
    evidence: () => ({ named: [...named], rows, others }),
  }
}

function accountsOf(units: readonly Unit[]): Map<string, string> {
  const all = units.flatMap(
    (unit) =>
    [...unit.centreAccounts, ...unit.householdBusinessAccounts].map((account) => [foldKey(account), unit.agencyCode] as const), // prettier-ignore
  )
  const byAccount = Map.groupBy(all, ([account]) => account)
  const own = [...byAccount].filter(([, each]) => new Set(each.map(([, unit]) => unit)).size === 1)
  return new Map(own.map(([account, [first]]) => [account, first![1]]))
}

/** By its agency code, or by its name in whole words: `phường Hưng Đạo` is not in `phường Hưng Đạo 2`. */
function isNamed({ agencyCode, name }: Unit, line: string): boolean {
  const codes = line.toUpperCase().split(/[^A-Z0-9.]/)
  if (codes.some((word) => word === agencyCode.toUpperCase() || word === `${agencyCode.toUpperCase()}.`)) return true
  const [text, key] = [` ${foldKey(line)} `, foldKey(name)]
  const at = text.indexOf(key)
  if (at < 0) return false
  const after = text.slice(at + key.length).trimStart()
  return (
    !/[\p{L}\p{N}]/u.test(text[at - 1]!) && !/^\d/.test(after) && !/^[\p{L}\p{N}]/u.test(text.slice(at + key.length))
  )
}
