import type { Export, ReadFile } from '../exports.ts'
import type { Night } from '../night.ts'

type Numbered = Export & { readonly number: number }

/**
 * Keeps which dossiers each window has ever listed, and which of them its export lists no more. Only files that have
 * not been gone through are: nights grow many, and what they add is little. `rewritten` are the exports whose records
 * are new.
 */
export async function keepOnceListed(
  night: Night,
  exports: readonly Numbered[],
  rewritten: ReadonlySet<number>,
): Promise<void> {
  const lists = exports.filter(({ system }) => system !== 'dvcqg-thanhtoan')
  const known = await gatheredSoFar(night)
  for (const [number] of known) if (!lists.some((each) => each.number === number)) await forget(night, number)
  for (const each of lists) {
    const grown = await gather(night, each, known.get(each.number) ?? [])
    if (grown || rewritten.has(each.number)) await renewGone(night, each.number)
  }
}

async function gatheredSoFar({ store, unit }: Night): Promise<Map<number, ReadFile[]>> {
  const rows = await store.db.selectFrom('window_file').selectAll().where('unit', '=', unit).execute()
  return Map.groupBy(rows, (row) => row.export)
}

/** A file that was read again, or is not of this window any more, makes the window's list begin anew. */
async function gather(
  night: Night,
  { number, files, replaced }: Numbered,
  known: readonly ReadFile[],
): Promise<boolean> {
  const wanted = [...replaced, ...files]
  const isStill = (file: ReadFile) => wanted.some((each) => isSame(each, file))
  const isKept = known.every(isStill)
  if (!isKept) await forget(night, number)
  const fresh = isKept ? wanted.filter((file) => !known.some((each) => isSame(each, file))) : wanted
  const { store, unit } = night
  for (const { file } of fresh) store.tell('add-what-a-file-listed', { unit, export: number, file })
  store.insert(
    'window_file',
    fresh.map(({ file, reading }) => ({ unit, export: number, file, reading })),
  )
  return fresh.length > 0 || !isKept
}

function isSame(a: ReadFile, b: ReadFile): boolean {
  return a.file === b.file && a.reading === b.reading
}

async function renewGone({ store, unit }: Night, number: number): Promise<void> {
  await store.db.deleteFrom('gone').where('unit', '=', unit).where('export', '=', number).execute()
  store.tell('write-gone-of-an-export', { unit, export: number })
}

async function forget({ store, unit }: Night, number: number): Promise<void> {
  for (const table of ['window_file', 'once_listed', 'gone'] as const)
    await store.db.deleteFrom(table).where('unit', '=', unit).where('export', '=', number).execute()
}
