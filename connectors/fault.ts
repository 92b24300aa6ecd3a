import type { RejectReason } from './reading.ts'

/** Why a cell is not what its column holds; `isNothing` where the cell says nothing at all. */
export type Fault = { readonly reason: RejectReason; readonly isNothing: boolean }

export function fault(reason: RejectReason): Fault {
  return { reason, isNothing: false }
}

export function nothing(reason: RejectReason): Fault {
  return { reason, isNothing: true }
}

const DASHES = /^[-–—~]+$/

/** Empty, or a dash, as people write it for nothing. */
export function saysNothing(text: string): boolean {
  return text === '' || DASHES.test(text)
}

/** A cell's text. Spreadsheets keep the zeros of a number by writing it as a formula: `="031098001234"`. */
export function clean(cell: string): string {
  const text = cell.trim()
  return text.startsWith('="') && text.endsWith('"') && text.length > 2 ? text.slice(2, -1).trim() : text
}
