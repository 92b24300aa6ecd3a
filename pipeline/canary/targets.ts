import type { Catalogue } from '../catalogue.ts'
import type { Sheet } from './sheet.ts'
import type { Target, Told } from './target.ts'

/** The dossiers that portal and ministry have on one row each, and with which nothing is wrong. */
export function targetsIn(sheets: readonly Sheet[], wrong: ReadonlySet<string>, catalogue: Catalogue): Target[] {
  const told = sheets.flatMap((sheet) => sheet.rows.map((row): Told => ({ ...row, sheet })))
  const byCode = Map.groupBy(told, ({ row: { code } }) => code)
  return [...byCode].flatMap(([code, rows]) => {
    const target = code === null || wrong.has(code) ? null : targetOf(code, rows, catalogue)
    return target === null ? [] : [target]
  })
}

function targetOf(code: string, rows: readonly Told[], catalogue: Catalogue): Target | null {
  const by = Map.groupBy(rows, ({ sheet: { connector } }) => connector.system)
  const [portal, other] = by.get('dvcqg') ?? []
  const [book = null, anotherBook] = by.get('trungtam') ?? []
  if (portal === undefined || other !== undefined || anotherBook !== undefined) return null
  if (portal.row.received == null || portal.row.procedure == null) return null
  const procedure = catalogue.find(catalogue.repair(portal.row.procedure).code)
  const ministries = rows.filter(({ sheet: { connector } }) => connector.system === procedure?.system)
  const payments = by.get('dvcqg-thanhtoan') ?? []
  const [ministry, second] = ministries
  if (procedure === null || ministry === undefined || second !== undefined) return null
  return { code, portal, book, ministry, payments, procedure }
}
