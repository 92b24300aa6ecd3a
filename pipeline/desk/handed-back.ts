import type { AnyRow, AnyTable } from '../../connectors/any-rows.ts'
import { foldKey } from '../../connectors/fold.ts'
import type { Asked } from './decision.ts'

/** The headers of the desk's list between which a decision stands. */
export type Headers = {
  readonly keys: string
  readonly note: string
  readonly until: string
  readonly since: string
}

/**
 * The rows of the desk's list that somebody has filled in, of every table that has its columns; rows without a note
 * and a day are left. Null where no table has them.
 */
export function filledIn(tables: readonly AnyTable[], headers: Headers, file: string): Asked[] | null {
  const found = tables.flatMap((table) => {
    const at = table.rows.findIndex(({ cells }) => placesIn(cells, headers) !== null)
    return at < 0 ? [] : [{ table, at, places: placesIn(table.rows[at]!.cells, headers)! }]
  })
  if (found.length === 0) return null
  return found.flatMap(({ table: { name, rows }, at, places }) =>
    rows
      .slice(at + 1)
      .map((row) => askedIn(row, places, name === null ? file : `${file}, ${name}`))
      .filter(({ note, until }) => note !== '' || until !== ''),
  )
}

type Places = { readonly [header in keyof Headers]: number }

/** Where the columns stand, in a row that names them all. */
function placesIn(cells: readonly string[], { keys, note, until, since }: Headers): Places | null {
  const names = cells.map(foldKey)
  const at = (header: string): number => names.indexOf(foldKey(header))
  const places = { keys: at(keys), note: at(note), until: at(until), since: at(since) }
  return Object.values(places).includes(-1) ? null : places
}

/** Several keys of one dossier stand in one cell, parted by semicolons or lines. */
function askedIn({ line, cells }: AnyRow, { keys, note, until, since }: Places, file: string): Asked {
  const text = (at: number): string => (cells[at] ?? '').trim()
  const parts = text(keys)
    .split(/;\s+|\n/)
    .map((key) => key.trim())
  return {
    place: `${file}:${line}`,
    keys: parts.filter((key) => key !== ''),
    note: text(note),
    until: text(until),
    since: text(since),
  }
}
