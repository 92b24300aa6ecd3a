import type { Account, Reading, Reason, Turned } from '../../connectors/reading.ts'
import type { FileRow, SightingRow } from '../../sql/schema-files.ts'
import { maskedReason } from '../mask.ts'

/** Which file a line of `file` is about. */
export type Named = Pick<FileRow, 'unit' | 'file' | 'sha256' | 'bytes' | 'reading'>

export type Tally = { readonly loaded: number; readonly repeated: number; readonly latest: string | null }

/** A file that was read to its end and kept. */
export function loadedFile(named: Named, { recognised }: Reading, account: Account, tally: Tally): FileRow {
  return {
    ...nothingOf(named),
    ...formatOf(recognised),
    ...linesOf(account),
    rows_read: account.read,
    rows_loaded: tally.loaded,
    rows_repeated: tally.repeated,
    rows_rejected: account.rejected,
    stated_total: account.statedTotal,
    stated_from: recognised.window?.from ?? null,
    stated_to: recognised.window?.to ?? null,
    latest_event: tally.latest,
    drift: JSON.stringify(recognised.drift),
    state: 'loaded',
  }
}

/** A file that was read and is not kept: no row of it stays, so its rows are not counted. */
export function refusedFile(named: Named, { recognised }: Reading, end: Account | Turned, reason: Reason): FileRow {
  const known = 'is' in end ? {} : { ...linesOf(end), stated_total: end.statedTotal }
  return {
    ...nothingOf(named),
    ...formatOf(recognised),
    ...known,
    state: 'refused',
    reason: reasonText(reason),
  }
}

/** A file that was turned away at its head. */
export function turnedFile(named: Named, { is, reason, system, encoding, delimiter }: Turned): FileRow {
  return { ...nothingOf(named), system, encoding, delimiter, state: is, reason: reasonText(reason) }
}

/** As it is kept: it goes to screens and pages, and may have quoted a line of people. */
export function reasonText(reason: Reason): string {
  return JSON.stringify(maskedReason(reason))
}

function formatOf({ connector, encoding, delimiter }: Reading['recognised']) {
  return { system: connector.system, encoding, delimiter }
}

function linesOf(account: Account) {
  return {
    physical_lines: account.physical,
    preamble_lines: account.preamble,
    header_lines: account.header,
    blank_lines: account.blank,
    data_lines: account.data,
    footer_lines: account.footer,
  }
}

function nothingOf(named: Named): FileRow {
  return {
    ...named,
    system: null,
    encoding: null,
    delimiter: null,
    physical_lines: 0,
    preamble_lines: 0,
    header_lines: 0,
    blank_lines: 0,
    data_lines: 0,
    footer_lines: 0,
    rows_read: 0,
    rows_loaded: 0,
    rows_repeated: 0,
    rows_rejected: 0,
    stated_total: null,
    stated_from: null,
    stated_to: null,
    latest_event: null,
    drift: '[]',
    state: 'loaded',
    reason: null,
  }
}

export function reasonOf(reason: string | null): Reason | null {
  return reason === null ? null : (JSON.parse(reason) as Reason)
}

/** What is said of a file where it is met. */
export function sightedState({ state }: FileRow): SightingRow['state'] {
  return state === 'retracted' || state === 'purged' ? 'seen_before' : state
}
