import { place } from './codeless.ts'
import type { FileWindow } from '../exports.ts'
import { link, type Linked, type Links, overruled } from './link.ts'
import { makeLinkReader } from './link-reader.ts'
import type { Night } from '../night.ts'
import { makeProposer, type Proposal } from './propose.ts'

/**
 * Matches the rows without a code anew: matching looks at every export at once, and such rows are few. What a person
 * confirmed holds, unless the row has a code by now that says otherwise.
 */
export async function relink(
  night: Night,
  files: readonly FileWindow[],
): Promise<{ linked: number; unlinked: number }> {
  await forget(night)
  const reader = makeLinkReader(night, files)
  if (reader.rows.length + reader.confirmed.length === 0) return { linked: 0, unlinked: 0 }
  const known = reader.known(reader.rows, 0)
  const contradicted = overruled(known)
  const isUpheld = ({ decision }: { decision: number }) => !contradicted.some((each) => each.decision === decision)
  const links = link(reader.rows, { ...known, confirmed: known.confirmed.filter(isUpheld) })
  const lost = links.unlinked.filter(({ candidates }) => candidates.length === 0).map(({ row }) => row)
  const near = lost.length === 0 ? known : reader.known(lost, 1)
  const taken = links.linked.map((each) => place(each.export, each.dossier))
  const propose = makeProposer({ ...near, listed: new Set([...near.listed, ...taken]) })
  const proposals = new Map(lost.map((row) => [row, propose(row)]))
  const { unit } = night
  night.store.insert(
    'overruled',
    contradicted.map((each) => ({ unit, ...each })),
  )
  write(night, links, (row) => proposals.get(row) ?? [])
  return { linked: links.linked.length, unlinked: links.unlinked.length }
}

async function forget({ store, unit }: Night): Promise<void> {
  await store.db.deleteFrom('record').where('unit', '=', unit).where('linked', '>', 0).execute()
  for (const table of ['link', 'unmatched', 'overruled'] as const)
    await store.db.deleteFrom(table).where('unit', '=', unit).execute()
}

function write(
  { store, unit }: Night,
  { linked, own, unlinked }: Links,
  proposalsFor: (row: Links['own'][number]) => readonly Proposal[],
): void {
  const record = (each: Pick<Linked, 'export' | 'row' | 'dossier'>, how: number) => ({
    unit,
    dossier: each.dossier,
    export: each.export,
    row: each.row,
    linked: how,
  })
  store.insert('record', [
    ...linked.map((each) => record(each, 1)),
    ...own.map((each) => record({ ...each, dossier: each.own_code! }, 2)),
  ])
  store.insert(
    'link',
    linked.map((each) => ({
      unit,
      export: each.export,
      row: each.row,
      tier: each.tier,
      met: JSON.stringify(each.met),
      decision: each.decision,
    })),
  )
  store.insert(
    'unmatched',
    unlinked.map(({ row, candidates, rivals }) => ({
      unit,
      export: row.export,
      row: row.row,
      candidates: JSON.stringify(candidates),
      rivals: JSON.stringify(rivals),
      proposals: JSON.stringify(proposalsFor(row)),
    })),
  )
}
