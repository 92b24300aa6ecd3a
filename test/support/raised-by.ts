import { readConfig } from '../../pipeline/config/read-config.ts'
import { runStages } from '../../pipeline/night-run.ts'
import { bookRow, businessRow, certifiedRow, civilRow, portalRow, type Told, window } from './dossiers.ts'
import { type Cells, exportOf, type Extra, type Kind, preamble } from './make-export.ts'
import { discrepanciesIn } from './truth.ts'
import { quietDesk } from './quiet-world.ts'
import { openWard, type Ward } from './ward.ts'

/** Rows by export; an export that is left out was not handed over. */
export type Handed = { readonly [kind in Kind]?: readonly Cells[] }

export type Night = {
  readonly asOf?: string
  readonly config?: object
  readonly extra?: { readonly [kind in Kind]?: Extra }
}

/** A dossier of civil status in every list that should have it. */
export function everywhere(given: Partial<Told> = {}): { portal: Cells[]; book: Cells[]; civil: Cells[] } {
  return { portal: [portalRow(given)], book: [bookRow(given)], civil: [civilRow(given)] }
}

/** A dossier of certification in every list that should have it. */
export function certified(given: Partial<Told> = {}): { portal: Cells[]; book: Cells[]; certified: Cells[] } {
  const told = { procedure: '2.000815', ...given }
  return { portal: [portalRow(told)], book: [bookRow(told)], certified: [certifiedRow(told)] }
}

/** A dossier of a household business on the portal and at the ministry, past the Centre. */
export function business(given: Partial<Told> = {}): { portal: Cells[]; book: Cells[]; business: Cells[] } {
  const told = { procedure: '1.001612', account: 'ktht.truongphong', due: '2026-02-09', ...given }
  return { portal: [portalRow(told)], book: [], business: [businessRow(told)] }
}

/** A ward after a night on these exports. */
export async function wardWith(
  handed: Handed,
  { asOf = window.to, config = {}, extra = {} }: Night = {},
): Promise<Ward> {
  const ward = openWard(config)
  for (const [kind, rows] of Object.entries(handed) as [Kind, readonly Cells[]][]) {
    const before = kind === 'payments' ? [] : [preamble(window.from, window.to)]
    ward.put(`${kind}.csv`, exportOf(kind, rows, { before, ...extra[kind] }))
  }
  await work(ward, asOf)
  return ward
}

/** A night up to its figures: what is wrong is known before a document is written. */
async function work({ folder }: Ward, asOf: string): Promise<void> {
  const wanted = { command: 'nightly', asOf, stages: beforeDocuments, only: null, first: undefined }
  await runStages(quietDesk(folder), readConfig({}, folder), wanted, async () => {})
}

const beforeDocuments = ['load', 'normalize', 'reconcile', 'summarize'] as const

/** What a night on these exports raises: each kind, with its system where it has one. */
export async function raisedBy(handed: Handed, night: Night = {}): Promise<string[]> {
  const list = await discrepanciesIn(await wardWith(handed, night))
  return list.map(({ kind, system }) => (system === null ? kind : `${kind} ${system}`)).toSorted()
}
