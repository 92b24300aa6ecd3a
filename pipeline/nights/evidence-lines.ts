import type { DiscrepancyRow } from '../../sql/schema.ts'
import type { Night } from '../night.ts'
import type { Source } from '../rules/rule.ts'
import type { Raised } from './raised.ts'

/** The lines behind what is raised tonight; the evidence of the rest is that of the last night that raised it. */
export async function rewriteSources(
  { store, unit }: Pick<Night, 'store' | 'unit'>,
  rows: readonly Pick<DiscrepancyRow, 'discrepancy' | 'key'>[],
  tonight: ReadonlyMap<string, Raised>,
): Promise<void> {
  for (const { discrepancy, key } of rows) {
    const sources = tonight.get(key)?.sources
    if (sources === undefined) continue
    const old = store.db.deleteFrom('discrepancy_source').where('unit', '=', unit)
    await old.where('discrepancy', '=', discrepancy).execute()
    const lines = sources.flatMap((source) => linesOf(store, unit, source))
    const distinct = new Map(lines.map((line) => [`${line.file}:${line.line}`, line]))
    store.insert(
      'discrepancy_source',
      [...distinct.values()].map(({ file, line }) => ({ unit, discrepancy, file, line })),
    )
  }
}

function linesOf(store: Night['store'], unit: number, source: Source): { file: number; line: number }[] {
  if ('file' in source) return [source]
  return store.ask<{ file: number; line: number }>('lines-of-a-row', { unit, export: source.export, row: source.row })
}
