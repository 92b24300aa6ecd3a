import type { Account, Read, Recognised, Turned } from '../../connectors/reading.ts'
import { connectors } from '../../connectors/index.ts'
import { openExport } from '../../connectors/read.ts'

export type Outcome = {
  readonly recognised: Recognised | Turned
  readonly reads: readonly Read[]
  readonly end: Account | Turned | null
}

/** A file read to its end, its bytes handed over in chunks of a size. */
export function readAll(bytes: Uint8Array, chunkBytes = bytes.length, known = connectors): Outcome {
  const opened = openExport(() => chunksOf(bytes, chunkBytes), known)
  if (!('reads' in opened)) return { recognised: opened, reads: [], end: null }
  const reads: Read[] = []
  let next = opened.reads.next()
  for (; !next.done; next = opened.reads.next()) reads.push(next.value)
  return { recognised: opened.recognised, reads, end: next.value }
}

/** The account of a file that was read to its end. */
export function accountOf(outcome: Outcome): Account {
  const account = accountIn(outcome)
  if (!account) throw new Error(`not read to its end: ${JSON.stringify(outcome.end)}`)
  return account
}

/** The same where it is not certain that it was: null then. */
export function accountIn({ end }: Outcome): Account | null {
  return end === null || 'reason' in end ? null : end
}

/** All that a reading gives but the preamble's own words, as one value: what stands beside a sample. */
export function told({ recognised, reads, end }: Outcome): unknown {
  const { is, ...rest } = recognised
  const what = 'connector' in rest ? { ...rest, connector: rest.connector.system, above: undefined } : rest
  return JSON.parse(JSON.stringify({ is, ...what, account: end, reads }))
}

/** What was read, without where: rows as they are, rejects by reason. */
export function rowsOf({ reads }: Outcome): readonly unknown[] {
  return reads.map((read) => (read.is === 'row' ? read.row : { reason: read.reason, code: read.code }))
}

function* chunksOf(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
