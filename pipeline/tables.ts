import type { Schema } from '../sql/schema.ts'
import type { Night, Stage } from './night.ts'

/** A person closes a period or takes data away, and a run says what other settings moved: no stage does. */
type OfNoStage =
  | 'unit'
  | 'closing'
  | 'closed_dossier'
  | 'purge'
  | 'purged_dossier'
  | 'made_with'
  | 'settings_change'
  | 'moved_discrepancy'
  | 'moved_figure'

type Table = Exclude<keyof Schema, OfNoStage>

/**
 * The tables that each stage owns: it alone writes them. What people decide (`acknowledgement`, `unmasking`, `retraction`) belongs to
 * no stage: no run writes there.
 */
export const tablesOf: Readonly<Record<Stage['name'], readonly Table[]>> = {
  load: ['file', 'sighting', 'source_row', 'payment_row', 'listing', 'reject'],
  normalize: [
    'export',
    'export_file',
    'record',
    'link',
    'unmatched',
    'overruled',
    'payment',
    'window_file',
    'once_listed',
    'gone',
    'change',
  ],
  reconcile: [
    'dossier',
    'discrepancy',
    'discrepancy_source',
    'discrepancy_event',
    'discrepancy_version',
    'reconciled',
    'moved', // summarize takes away what it has counted
  ],
  summarize: ['summary', 'summarized'],
  publish: [],
}

/** The unit's rows of a table, as they stand. */
export function rowsOf({ store, unit }: Pick<Night, 'store' | 'unit'>, table: Table): Promise<readonly unknown[]> {
  return store.db.selectFrom(table).selectAll().where('unit', '=', unit).execute()
}
