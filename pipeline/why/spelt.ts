import type { System } from '../../connectors/connector.ts'
import { connectors } from '../../connectors/index.ts'
import { type SpeltCell, speltCells } from '../../connectors/spelt.ts'
import { initials, lastThree } from '../../reports/format.ts'
import { compare } from '../compare.ts'
import type { Export, Sighted } from '../facts.ts'
import { bytesOf, keptAt } from '../loading/landing.ts'
import type { Office } from '../office.ts'
import { landingOf } from '../open-office.ts'

/** What one system says on one line of the exports in force, cell by cell: as it stands there, and as it was taken. */
export type Spelt = {
  readonly system: System
  readonly window: { readonly from: string; readonly to: string }
  readonly file: string
  readonly line: number
  readonly cells: readonly SpeltCell[] // of persons, initials and last digits; none where the kept file is not there any more
}

type Place = { readonly line: number; readonly sha256: string; readonly path: string }

/** Reads the lines behind some rows again, from the files that were kept. */
export function speltRows(office: Office, rows: readonly Sighted[]): Spelt[] {
  const { store, unit } = office
  const places = rows.flatMap(({ from, row }) =>
    store.ask<Place>('places-of-a-row', { unit, export: from.export, row }).map((place) => ({ from, place })),
  )
  const cells = new Map(
    [...Map.groupBy(places, ({ place }) => place.sha256)].map(([sha256, those]) => [
      sha256,
      speltIn(office, sha256, new Set(those.map(({ place }) => place.line))),
    ]),
  )
  return places.toSorted(byTrust).map(({ from, place: { path: file, line, sha256 } }) => ({
    system: from.system,
    window: { from: from.from, to: from.to },
    file,
    line,
    cells: (cells.get(sha256)!.get(line) ?? []).filter(({ field }) => field !== 'note').map(masked),
  }))
}

/** The ministries' before the portal's before the book's. */
function byTrust(a: { readonly from: Export }, b: { readonly from: Export }): number {
  const rank = ({ system }: Export) => ['dvcqg', 'trungtam'].indexOf(system)
  return rank(a.from) - rank(b.from) || compare(a.from.system, b.from.system) || compare(a.from.from, b.from.from)
}

function speltIn(office: Office, sha256: string, lines: ReadonlySet<number>): ReturnType<typeof speltCells> {
  return speltCells(bytesOf(keptAt(landingOf(office.config), sha256)), connectors, lines)
}

const isName: ReadonlySet<SpeltCell['field']> = new Set(['person', 'officer'])

/** Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15: who somebody is shows from the dossier's code to those who may look. */
function masked(cell: SpeltCell): SpeltCell {
  const mask = isName.has(cell.field) ? initials : cell.field === 'identity' ? lastThree : null
  if (mask === null || cell.value === null) return cell
  return { ...cell, cell: mask(cell.cell.replaceAll(/[^\p{L}\p{M}\d\s]/gu, '')), value: mask(String(cell.value)) }
}
