import { Trouble } from '../trouble.ts'
import type { Deciding } from '../deciding.ts'
import type { Listed } from '../discrepancy-list.ts'
import type { Office } from '../office.ts'

/** A discrepancy with whose it is, in full, as each system has it. */
export type Unmasked = Listed & {
  readonly people: readonly { readonly name: string | null; readonly identity: string | null }[]
}

/**
 * Names and numbers in full; within a transaction. Who saw which of them, when and why is written down before anything is
 * given. Throws Trouble `unmask_why` without a reason.
 */
export function unmask({ store, unit, asOf }: Office, list: readonly Listed[], { by, at, why }: Deciding): Unmasked[] {
  if (why === null) throw new Trouble('unmask_why', {})
  const keys = JSON.stringify(list.map(({ key }) => key))
  const { id } = store.ask<{ id: number }>('next-unmasking', { unit })[0]!
  store.insert('unmasking', [{ unit, unmasking: id, as_of: asOf, unmasked_by: by, unmasked_at: at, why, keys }])
  const codes = [...new Set(list.flatMap(({ code }) => code ?? []))]
  const rows = store.ask<Row>('people-of-dossiers', { unit, codes: JSON.stringify(codes) })
  const byCode = Map.groupBy(rows, ({ code }) => code)
  return list.map((each) => {
    const people = each.code === null ? [] : (byCode.get(each.code) ?? [])
    return { ...each, people: people.map(({ person, identity }) => ({ name: person, identity })) }
  })
}

type Row = { readonly code: string; readonly person: string | null; readonly identity: string | null }
