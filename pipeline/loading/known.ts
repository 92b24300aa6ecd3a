import type { FileRow, SightingRow } from '../../sql/schema-files.ts'
import type { Office } from '../office.ts'
import { reasonOf } from './file-row.ts'
import type { Landed } from './landing.ts'
import { isShrunk } from './shrunk.ts'

export type Last = Pick<SightingRow, 'sighting' | 'as_of' | 'state'> & { readonly sha256: string | null }
export type Known = Pick<FileRow, 'file' | 'state' | 'reason'>

/**
 * What a night does with a content that lies under a path: `new` it reads, `again` it reads once more because it was not
 * taken, `held` waits for another export of its system, `stays` is nothing new, `elsewhere` is known and lay not there.
 */
export type Turn =
  | { readonly is: 'new'; readonly known: null; readonly stayed: null }
  | { readonly is: 'held' | 'stays'; readonly known: Known; readonly stayed: Last }
  | { readonly is: 'again' | 'elsewhere'; readonly known: Known; readonly stayed: Last | null }

/** A file that stayed where it was is nothing new; one that was not taken is looked at anew each night. */
export function turnOf(
  office: Pick<Office, 'store' | 'unit'>,
  { path, sha256 }: Pick<Landed, 'path' | 'sha256'>,
): Turn {
  const { store, unit } = office
  const last = lastAt(office, path)
  const stayed = last?.sha256 === sha256 ? last : null
  const [known] = store.ask<Known>('file-of-a-content', { unit, sha256 })
  if (known === undefined) return { is: 'new', known: null, stayed: null }
  if (isNotTaken(known))
    return stayed !== null && isShrunk(reasonOf(known.reason)) ? { is: 'held', known, stayed } : { is: 'again', known, stayed } // prettier-ignore
  return stayed !== null && !isNotTaken(stayed) ? { is: 'stays', known, stayed } : { is: 'elsewhere', known, stayed }
}

/** What stood under a path when it was last looked at. */
export function lastAt({ store, unit }: Pick<Office, 'store' | 'unit'>, path: string): Last | undefined {
  return store.ask<Last>('last-sighting-of-a-path', { unit, path })[0]
}

export function isNotTaken({ state }: { readonly state: string }): boolean {
  return state === 'refused' || state === 'unclaimed'
}
