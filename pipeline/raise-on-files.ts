import type { System } from '../connectors/connector.ts'
import type { Office } from './office.ts'
import type { Span } from './period.ts'
import { type Raised, raised } from './nights/raised.ts'
import type { Finding, Kind } from './rules/rule.ts'
import { raiseOnUnmatched } from './linking/unmatched.ts'

/** What is wrong with files and exports as a whole, and with rows that could not be matched. */
export function raiseOnFiles({ store, unit }: Office): Raised[] {
  const files = store.ask<FileAnswer>('files-in-force', { unit })
  const exports = [...Map.groupBy(files, (file) => file.export).values()]
  return [
    ...exports.flatMap(controlTotal),
    ...exports.flatMap(drift),
    ...store.ask<HeaderAnswer>('files-with-a-changed-header', { unit }).flatMap(changedHeader),
    ...raiseOnUnmatched({ store, unit }),
  ]
}

/** A system that has dossiers in a window and handed over nothing for it: one discrepancy, not one a dossier. */
export function exportMissing(system: System, window: Span, dossiers: number): Raised {
  const finding: Finding = {
    system,
    systems: [system],
    detail: { dossiers, from: window.from, to: window.to },
    sources: [],
    place: window,
  }
  return raised('export_missing', window.from, finding, null)
}

type FileAnswer = {
  export: number
  system: System
  window_from: string
  window_to: string
  file: number
  physical_lines: number
  stated_total: number | null
  rows_read: number
  drift: string
}
type HeaderAnswer = { file: number; system: System; reason: string; as_of: string }

// The export's own total is its maker's word on how many rows there are.
function controlTotal(files: readonly FileAnswer[]): Raised[] {
  const wrong = files.filter((file) => file.stated_total !== null && file.stated_total !== file.rows_read)
  if (wrong.length === 0) return []
  const detail = { stated: sum(wrong, (file) => file.stated_total!), read: sum(wrong, (file) => file.rows_read) }
  return [onFile('control_total_mismatch', wrong, detail)]
}

// Columns that nobody asked for: loaded, and said once, so that somebody looks at what the ministry changed.
function drift(files: readonly FileAnswer[]): Raised[] {
  const headers = [...new Set(files.flatMap((file) => JSON.parse(file.drift) as string[]))]
  return headers.length === 0 ? [] : [onFile('schema_drift', files, { unknown: headers })]
}

function onFile(kind: Kind, files: readonly FileAnswer[], detail: Finding['detail']): Raised {
  const { system, window_from: from, window_to: to } = files[0]!
  const sources = files.map(({ file, physical_lines }) => ({ file, line: Math.max(1, physical_lines) }))
  return raised(kind, from, { system, systems: [system], detail, sources, place: { from, to } }, null)
}

// A needed column is gone, or there twice: the file is refused, and the nearest header proposed.
function changedHeader({ file, system, reason, as_of }: HeaderAnswer): Raised[] {
  const found = JSON.parse(reason) as { id: string } & Finding['detail']
  if (found.id !== 'missing_column' && found.id !== 'column_twice') return []
  const place = { from: as_of, to: as_of }
  return [
    raised(
      'schema_drift',
      'refused',
      { system, systems: [system], detail: found, sources: [{ file, line: 1 }], place },
      null,
    ),
  ]
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0)
}
