import type { Fault, FileFault, FileMutation, DossierMutation } from './mutation.ts'
import { dossierMutations, fileMutations } from './mutations.ts'
import { shuffled } from './random.ts'
import { put, type Sheet } from './sheet.ts'
import type { Around, Target } from './target.ts'

/** Faults that do not touch each other, in one run: the files that are other ones, and what must be seen. */
export type Batch = { readonly files: ReadonlyMap<string, Uint8Array>; readonly faults: readonly Planned[] }

export type Planned = {
  readonly mutation: string
  readonly where: string // the dossier, or the file
  readonly anyOf: Fault['anyOf']
}

/** So many faults in dossiers, each in dossiers of its own; fewer, where too few dossiers lend themselves. */
export function planDossiers(
  sheets: readonly Sheet[],
  targets: readonly Target[],
  count: number,
  around: Around,
): Batch {
  const free = shuffled(targets, around.random)
  const edits: Fault['edits'][number][] = []
  const faults: Planned[] = []
  const order = shuffled(dossierMutations, around.random)
  const room = makeRoom(sheets)
  for (let turn = 0; faults.length < count && turn < count + order.length; turn++) {
    const mutation = order[turn % order.length]!
    const made = firstThatFits(mutation, free, around, room)
    if (made === null) continue
    edits.push(...made.fault.edits)
    faults.push({ mutation: mutation.name, where: made.code, anyOf: made.fault.anyOf })
  }
  const changed = sheets.filter(({ path }) => edits.some((edit) => edit.path === path))
  const files = changed.map(
    (sheet) =>
      [
        sheet.path,
        put(
          sheet,
          edits.filter(({ path }) => path === sheet.path),
        ),
      ] as const,
  )
  return { files: new Map(files), faults }
}

/** So many faults in files, one a system and batch. */
export function planFiles(sheets: readonly Sheet[], count: number, around: Around): Batch[] {
  const batches: { files: Map<string, Uint8Array>; systems: Set<string>; faults: Planned[] }[] = []
  const order = shuffled(fileMutations, around.random)
  for (let turn = 0, made = 0; made < count && turn < count + order.length; turn++) {
    const mutation = order[turn % order.length]!
    const found = fileThatFits(mutation, shuffled(sheets, around.random), around)
    if (found === null) continue
    const { path, connector } = found.sheet
    let batch = batches.find(({ systems }) => !systems.has(connector.system))
    if (batch === undefined) batches.push((batch = { files: new Map(), systems: new Set(), faults: [] }))
    batch.systems.add(connector.system)
    batch.files.set(path, found.fault.bytes)
    batch.faults.push({ mutation: mutation.name, where: path, anyOf: found.fault.anyOf })
    made++
  }
  return batches
}

function fileThatFits(
  mutation: FileMutation,
  sheets: readonly Sheet[],
  around: Around,
): { sheet: Sheet; fault: FileFault } | null {
  for (const sheet of sheets) {
    const fault = mutation.make(sheet, around)
    if (fault !== null) return { sheet, fault }
  }
  return null
}

/** The first free dossier that lends itself; it and the one beside it are free no more. */
function firstThatFits(
  mutation: DossierMutation,
  free: Target[],
  around: Around,
  room: Room,
): { code: string; fault: Fault } | null {
  for (const [at, target] of free.entries()) {
    const beside = free[at + 1]
    if (beside === undefined) return null
    const fault = mutation.make(target, around, beside)
    if (fault === null || !room.takes(fault)) continue
    const isOfTwo = fault.anyOf.flat().some((sign) => sign.includes(beside.code))
    free.splice(at, isOfTwo ? 2 : 1)
    return { code: target.code, fault }
  }
  return null
}

/** How much may be wrong with a file before it is refused as a whole: one fault must not hide another. */
type Room = { readonly takes: (fault: Fault) => boolean }

function makeRoom(sheets: readonly Sheet[]): Room {
  const left = new Map(
    sheets.map(({ path, rows, statedTotal }) => {
      const twentieth = Math.floor(rows.length * 0.05)
      return [path, { rows: statedTotal === null ? Math.max(3, twentieth) : twentieth, rejects: 10 }]
    }),
  )
  return {
    takes: ({ edits, anyOf }) => {
      const rejects = anyOf.flat().some((sign) => sign.startsWith('unreadable_row')) ? 1 : 0
      const costs = edits.map((edit) => [left.get(edit.path)!, edit.put.length === 0 ? 1 : 0] as const)
      if (costs.some(([room, rows]) => room.rows < rows || room.rejects < rejects)) return false
      for (const [room, rows] of costs) {
        room.rows -= rows
        room.rejects -= rejects
      }
      return true
    },
  }
}
