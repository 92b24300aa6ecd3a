import { nearestTo } from '../../connectors/nearest.ts'
import type { Deciding } from '../deciding.ts'
import type { Night } from '../night.ts'
import { Trouble } from '../trouble.ts'

/** Takes a file back, or in again; what follows from it is worked out anew by the stages after loading. */
export type Decision = 'retracted' | 'restored'

/**
 * Marks the file that was met last under a path, or that a content's hash (its beginning) names. Who, when and why are
 * kept beside it. Throws Trouble `file_unknown`, and `file_not_taken_back` where its state does not allow it.
 */
export async function decideOnFile(
  { store, unit, asOf }: Night,
  asked: string,
  decision: Decision,
  { by, at, why }: Deciding & { readonly why: string },
): Promise<void> {
  const found = findFile(store.ask<Known>('files-by-path', { unit }), asked)
  const needed = decision === 'retracted' ? 'loaded' : 'retracted'
  if (found.state !== needed) throw new Trouble('file_not_taken_back', { file: found.path, state: found.state })
  const retraction = store.ask<{ id: number }>('next-retraction', { unit })[0]!.id
  const line = { unit, retraction, file: found.file, decision, why, decided_by: by, decided_at: at, as_of: asOf }
  store.insert('retraction', [line])
  const state = decision === 'retracted' ? 'retracted' : 'loaded'
  await store.db.updateTable('file').set({ state }).where('unit', '=', unit).where('file', '=', found.file).execute()
}

type Known = {
  readonly path: string
  readonly file: number
  readonly sha256: string
  readonly state: 'loaded' | 'refused' | 'unclaimed' | 'retracted' | 'purged'
}

const SHORTEST_HASH = 8

function findFile(known: readonly Known[], asked: string): Known {
  const byPath = known.findLast(({ path }) => path === asked)
  const byHash = asked.length < SHORTEST_HASH ? undefined : known.findLast(({ sha256 }) => sha256.startsWith(asked))
  const found = byPath ?? byHash
  if (found !== undefined) return found
  const paths = [...new Set(known.map(({ path }) => path))]
  throw new Trouble('file_unknown', { file: asked, nearest: nearestTo([asked], paths) })
}
