import type { Around, Target } from './target.ts'
import type { Edit, Sheet } from './sheet.ts'

/**
 * What a run can show: `status_conflict CODE` and `schema_drift SYSTEM` (raised), `unreadable_row CODE REASON`,
 * `refused PATH REASON`, `quiet CODE` (nothing was raised about the dossier).
 */
export type Sign = string

/** One fault in a good month, and what must be seen of it: all signs of one of the lists. */
export type Fault = { readonly edits: readonly Edit[]; readonly anyOf: readonly (readonly Sign[])[] }

/** A fault in what is told of one dossier (or of two); null where this one does not lend itself. */
export type DossierMutation = {
  readonly name: string
  readonly make: (target: Target, around: Around, beside: Target) => Fault | null
}

/** A fault in a file as a whole; null where this one does not lend itself. */
export type FileMutation = {
  readonly name: string
  readonly make: (sheet: Sheet, around: Around) => FileFault | null
}

export type FileFault = { readonly bytes: Uint8Array; readonly anyOf: readonly (readonly Sign[])[] }

/** A fault, where its edits can be made, that is seen by all of these signs. */
export function seenBy(edits: readonly Edit[] | null, ...signs: readonly Sign[]): Fault | null {
  return edits && { edits, anyOf: [signs] }
}
