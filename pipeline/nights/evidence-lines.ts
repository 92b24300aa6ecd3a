import type { DiscrepancyRow } from '../../sql/schema.ts'
import { chunks } from '../chunks.ts'
import type { Night } from '../night.ts'
import type { Source } from '../rules/rule.ts'
import type { Raised } from './raised.ts'

/** The lines behind what is raised tonight; the evidence of the rest is that of the last night that raised it. */
export function rewriteSources(
  { store, unit }: Pick<Night, 'store' | 'unit'>,
  rows: readonly Pick<DiscrepancyRow, 'discrepancy' | 'key'>[],
  tonight: ReadonlyMap<string, Raised>,
): void {
  for (const some of chunks(rows, AT_ONCE)) {
    const told = some.filter(({ key }) => tonight.has(key))
    const discrepancies = JSON.stringify(told.map(({ discrepancy }) => discrepancy))
    store.tell('forget-lines-of-discrepancies', { unit, discrepancies })
    const lines = told.flatMap(({ discrepancy, key }) =>
      distinctLines(store, unit, tonight.get(key)!.sources).map((line) => ({ unit, discrepancy, ...line })),
    )
    store.insert('discrepancy_source', lines)
  }
}

const AT_ONCE = 500

function distinctLines(store: Night['store'], unit: number, sources: readonly Source[]): FileLine[] {
  const lines = sources.flatMap((source) => linesOf(store, unit, source))
  return [...new Map(lines.map(({ file, line }) => [`${file}:${line}`, { file, line }])).values()]
}

export type FileLine = { readonly file: number; readonly line: number }

function linesOf(store: Night['store'], unit: number, source: Source): FileLine[] {
  if ('file' in source) return [source]
  return store.ask<FileLine>('lines-of-a-row', { unit, export: source.export, row: source.row })
}
