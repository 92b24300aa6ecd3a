import { labelOf } from './check-label.ts'
import type { Words } from '../words.ts'

export type ShownRepair = {
  readonly changes: readonly { readonly key: string; readonly stated: number; readonly instead: number | null }[]
  readonly unclassified: number
}

type Repaired = { readonly isBroken: boolean; readonly repairs: readonly ShownRepair[]; readonly moreRepairs: boolean }

/** Which figures would have to be others, each way on a line of its own; nothing where every sum holds. */
export function repairsText({ isBroken, repairs, moreRepairs }: Repaired, words: Words): string {
  const { check } = words
  const [first] = repairs
  if (!isBroken) return ''
  if (first === undefined) return check.noRepair
  const lines = repairs.map((repair) => `  – ${repairText(repair, words)}`)
  return [check.repairs(first.changes.length), ...lines, ...(moreRepairs ? [check.moreRepairs] : [])].join('\n')
}

function repairText({ changes, unclassified }: ShownRepair, words: Words): string {
  const { check } = words
  const told = changes.map(({ key, stated, instead }) =>
    check.repair(labelOf(key, words), stated, instead === null ? check.severalValues : String(instead)),
  )
  return `${told.join('; ')}${unclassified === 0 ? '' : check.leaves(unclassified)}`
}
