import type { Connector } from './connector.ts'
import type { Account, Bytes, Encoding, Read, Reading, Reason, Turned } from './reading.ts'
import { readBody } from './body.ts'
import { codeIn } from './code.ts'
import { headOf, isEightBit, piecesOf } from './decode.ts'
import { encodingsIn } from './encoding.ts'
import { type Identified, identify, type Unidentified } from './identify.ts'
import { mojibakeIn, westernBytes } from './mojibake.ts'
import { type Plan, planOf } from './rows.ts'
import { openSheets } from './sheet-reading.ts'
import { formOf, notATable } from './signature.ts'
import { type Broken, type Dialect, linesOf, type Pieces, type Whole } from './table.ts'

/**
 * What a file is: an export of one of the known systems, to be read row by row, or a file that is turned away, with
 * the reason. Looks at the head, then streams: no more than a few pieces are in memory, however large the file.
 */
export function openExport(bytes: Bytes, known: readonly Connector[]): Reading | Turned {
  const head = headOf(bytes)
  const form = formOf(head)
  if (form) return openSheets(bytes, head, form, known)
  const reason = notATable(head)
  if (reason) return turned('refused', reason, null, null, null)
  const [likeliest, ...others] = encodingsIn(bytes, head)
  const opened = openAs(bytes, head, likeliest, known)
  if ('reads' in opened) return opened
  for (const encoding of others) {
    const other = openAs(bytes, head, encoding, known)
    if ('reads' in other) return other
  }
  return opened
}

function openAs(bytes: Bytes, head: Buffer, encoding: Encoding, known: readonly Connector[]): Reading | Turned {
  const first = firstPiece(bytes, encoding)
  if (first.done) return undecodable(first.value, encoding)
  const found = identify(first.value, known)
  return 'headers' in found
    ? reading(bytes, encoding, found)
    : unidentified(found, encoding, isEightBit(encoding) ? head : westernBytes(first.value), known)
}

/** It always holds the header. Whoever opened the file is told that no more is wanted of it. */
function firstPiece(bytes: Bytes, encoding: Encoding): IteratorResult<string, Broken | Whole> {
  const pieces = piecesOf(bytes, encoding)
  const first = pieces.next()
  pieces.return({ isCut: false })
  return first
}

function reading(bytes: Bytes, encoding: Encoding, found: Identified): Reading {
  const { match, marks, headers, window, above } = found
  const recognised = {
    is: 'export',
    connector: match.connector,
    encoding,
    delimiter: marks.delimiter,
    window,
    drift: match.drift,
    above,
  } as const
  return { recognised, reads: readsOf(bytes, encoding, found, planOf(match, headers, marks)) }
}

function* readsOf(
  bytes: Bytes,
  encoding: Encoding,
  found: Identified,
  plan: Plan,
): Generator<Read, Account | Turned, void> {
  const { connector } = found.match
  const above = found.preamble + found.header + found.blank
  const pieces = piecesOf(bytes, encoding)
  try {
    const lines = linesOf(withoutFirst(above, pieces), above + 1, dialectOf(found, plan))
    const end = yield* readBody(lines, found, plan)
    return 'reason' in end ? turned('refused', end.reason, connector.system, encoding, found.marks.delimiter) : end
  } finally {
    pieces.return({ isCut: false }) // a reader who stops early leaves no file open
  }
}

/** An address has two or three lines: where a quotation mark takes more than these, it was never closed. */
const LONGEST_RECORD = 20

function dialectOf({ match, marks }: Identified, plan: Plan): Dialect {
  const multiline = {
    lines: LONGEST_RECORD,
    width: plan.headers.length,
    isWholeRow: (cells: readonly string[]) => cells.length === plan.width && codeIn(cells[plan.code]!) !== null,
    holdsCode: (cell: string) => cell.split(/[\s,;|]+/).some((word) => codeIn(word) !== null),
  }
  return { marks, multiline: match.connector.multiline ? multiline : false }
}

/** What stands above the rows has been read already; it lies within the first piece. */
function* withoutFirst(lines: number, pieces: Pieces): Pieces {
  const first = pieces.next()
  if (first.done) return first.value
  let at = 0
  for (let i = 0; i < lines; i++) at = first.value.indexOf('\n', at) + 1 || first.value.length
  if (at < first.value.length) yield first.value.slice(at)
  return yield* pieces
}

function undecodable(end: Broken | Whole, encoding: Encoding): Turned {
  const reason = 'reason' in end ? end.reason : { id: 'empty' }
  return turned('refused', reason, null, encoding, null)
}

function unidentified(
  { reason, match, delimiter }: Unidentified,
  encoding: Encoding,
  western: Buffer,
  known: readonly Connector[],
): Turned {
  if (match) return turned('refused', reason, match.connector.system, encoding, delimiter)
  const other = reason.id === 'two_claimants' ? reason : mojibakeIn(western, known)
  return other
    ? turned('refused', other, null, encoding, delimiter)
    : turned('unclaimed', reason, null, encoding, delimiter)
}

function turned(
  is: Turned['is'],
  reason: Reason,
  system: Turned['system'],
  encoding: Encoding | null,
  delimiter: string | null,
): Turned {
  return { is, reason, system, encoding, delimiter }
}
