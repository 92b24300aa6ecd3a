import { addDays, type Day } from '../day.ts'
import { hasIdentity, type Marks, plainNameOf } from './marks.ts'
import type { Office } from '../office.ts'
import type { Procedures } from './procedure-words.ts'

/**
 * The dossiers of the same identities; and those of the same procedure, day and name, where one of the two identities
 * is damaged or missing. With a reach, of the days beside it too, whatever the identity.
 */
export function dossiersNear(
  { store, unit, procedures }: Pick<Office, 'store' | 'unit'> & { readonly procedures: Procedures },
  rows: readonly Marks[],
  reach: 0 | 1,
): Set<number> {
  const identities = new Set(rows.flatMap((row) => (hasIdentity(row) ? row.identity! : [])))
  const names = new Set<string>()
  const blocks = { certain: new Set<string>(), doubtful: new Set<string>() }
  for (const { procedure, day, plainName, isValid } of rows) {
    if (procedure === null || day === null || plainName === null) continue
    for (const each of daysAround(day, reach)) {
      names.add(`${procedure} ${each} ${plainName}`)
      const into = isValid && reach === 0 ? blocks.doubtful : blocks.certain
      for (const word of procedures.wordsFor(procedure)) into.add(`${word} ${each}`)
    }
  }
  const asked = { identities: list(identities), blocks: list(blocks.certain), doubtful: list(blocks.doubtful) }
  const found = new Set<number>()
  for (const near of store.each<NearAnswer>('dossiers-that-may-be-meant', { unit, ...asked })) {
    const name = near.person === null ? null : plainNameOf(near.person)
    const isMeant =
      (near.identity !== null && identities.has(near.identity)) ||
      names.has(`${procedures.codeOf(near.procedure)} ${near.day} ${name}`)
    if (isMeant) found.add(near.dossier)
  }
  return found
}

type NearAnswer = {
  readonly dossier: number
  readonly procedure: number | null
  readonly day: Day | null
  readonly identity: string | null
  readonly person: string | null
}

function daysAround(day: Day, reach: 0 | 1): Day[] {
  return reach === 0 ? [day] : [addDays(day, -1), day, addDays(day, 1)]
}

function list(values: ReadonlySet<string>): string {
  return JSON.stringify([...values])
}
