import type { Office } from '../office.ts'

/** A file that came tonight and is not used: one of an earlier night, `by`, counts as newer. */
export type Outranked = { readonly path: string; readonly by: string }

export function outrankedOn({ store, unit, asOf: as_of }: Pick<Office, 'store' | 'unit' | 'asOf'>): Outranked[] {
  return store.ask<Outranked>('outranked-tonight', { unit, as_of })
}
