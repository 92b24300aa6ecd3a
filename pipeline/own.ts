import type { Export, Sighted } from './facts.ts'
import { foldKey } from '../connectors/fold.ts'
import type { Setting } from './setting.ts'

/**
 * Whether a dossier is the unit's: by the organisation in its code; for a code that the national portal issued
 * (`G22.99…`) by the executing agency; for a ministry's own code, or a portal code that the portal does not list, by
 * the account or the agency beside it. Anything else is another unit's.
 */
export function isOwn(facts: Told, setting: Setting): boolean {
  const { code } = facts
  if (setting.isUnitsCode(code)) return true
  if (!code.startsWith('G')) return false
  const onPortal = facts.rows.filter((row) => row.from.system === 'dvcqg')
  if (code.startsWith('G22.99') && onPortal.length > 0) return onPortal.some((row) => isAgency(row.agency, setting))
  return facts.rows.some(
    (row) => isAgency(row.agency, setting) || (row.account !== null && setting.isUnits(row.account)),
  )
}

/** A code that does not say whose it is, where no row that can be read says so either. */
export function isAnyones({ code, rows }: Told): boolean {
  return code.startsWith('G') && rows.length === 0
}

/** What is told of a dossier, as far as it says whose it is. */
type Told = {
  readonly code: string
  readonly rows: readonly (Pick<Sighted, 'agency' | 'account'> & { readonly from: Pick<Export, 'system'> })[]
}

/** `UBND phường Hưng Đạo, thành phố Hải Phòng` is the unit's; the same ward's name in another city is not. */
export function isAgency(agency: string | null, { unit }: Pick<Setting, 'unit'>): boolean {
  if (agency === null) return false
  const [text, name] = [foldKey(agency), foldKey(unit.name)]
  const at = text.indexOf(name)
  if (at < 0) return false
  const rest = text.slice(at + name.length).replace(/^[\s,;.()-]+/, '')
  return rest === '' || bare(rest).startsWith(bare(foldKey(unit.city)))
}

/** A city without what it is: `thành phố Hải Phòng`, `TP. Hải Phòng` and `Hải Phòng` are one place. */
function bare(city: string): string {
  const kind = kinds.find((each) => city.startsWith(each))
  return kind === undefined ? city : city.slice(kind.length).trimStart()
}

const kinds = ['thành phố', 'tỉnh', 'tp.', 'tp'].map(foldKey)
