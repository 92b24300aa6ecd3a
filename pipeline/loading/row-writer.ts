import type { Connector, DossierRow, PaymentRow } from '../../connectors/connector.ts'
import type { Account, Read, Turned } from '../../connectors/reading.ts'
import type { PaymentSourceRow, RejectRow, SourceRow } from '../../sql/schema-files.ts'
import { dayOf } from '../day.ts'
import { fingerprint } from './fingerprint.ts'
import type { Interner } from './intern.ts'
import { makeListing } from './listing.ts'
import type { Night } from '../night.ts'
import { paymentRow, rejectRow, sourceRow } from './row-shapes.ts'

type Tally = { loaded: number; repeated: number; latest: string | null }
type Seen = { row: number; fingerprint: number }

const batch = 1000

/** Every so many rows others have a turn: it is shown how far it is, and whoever wants a stop is heard. */
const PAUSE = 2000
type Pause = (rows: number) => Promise<void>

/**
 * Writes one file's rows, rejects and listing. A row that stood in the system's last file, or in this one when it was read before, is only
 * listed again;
 * a row that stands twice in this one is read once and counted as repeated.
 */
export function makeRowWriter(
  night: Night,
  interner: Interner,
  file: number,
  connector: Connector,
  next: { source_row: number; payment_row: number },
): {
  write: (reads: Generator<Read, Account | Turned, void>, pause: Pause) => Promise<Account | Turned>
  tally: Tally
} {
  const { store, unit } = night
  const payments = connector.lists === 'payments'
  const before = remember(night, connector, file)
  const here = new Map<number, Seen[]>()
  const listing = makeListing(unit, file)
  const tally: Tally = { loaded: 0, repeated: 0, latest: null }
  const rows: SourceRow[] = []
  const paid: PaymentSourceRow[] = []
  const rejects: RejectRow[] = []

  const flush = (): void => {
    store.insert('source_row', rows.splice(0))
    store.insert('payment_row', paid.splice(0))
    store.insert('reject', rejects.splice(0))
  }
  const take = (read: Extract<Read, { is: 'row' }>): void => {
    const code = interner.code(read.row.code)
    const print = fingerprint(read.sameness)
    if (find(here, code, print) !== null) return void tally.repeated++
    const known = find(before, code, print)
    const row = known ?? (payments ? next.payment_row++ : next.source_row++)
    if (known === null && payments) paid.push(paymentRow(read.row as PaymentRow, unit, row, code, print, interner))
    if (known === null && !payments)
      rows.push(sourceRow(read.row as DossierRow, unit, row, code, print, read.writtenCode ?? null, interner))
    add(here, code, { row, fingerprint: print })
    listing.add(row, read.line)
    tally.loaded++
    tally.latest = latest(read.row, tally.latest, night.asOf)
  }
  const write = async (reads: Generator<Read, Account | Turned, void>, pause: Pause): Promise<Account | Turned> => {
    for (let met = 0; ; met++) {
      if (met % PAUSE === 0) await pause(met)
      const { done, value } = reads.next()
      if (done === true) {
        flush()
        store.insert('listing', listing.runs())
        return value
      }
      if (value.is === 'row') take(value)
      else rejects.push(rejectRow(value, unit, file, interner))
      if (rows.length + paid.length + rejects.length >= batch) flush()
    }
  }
  return { write, tally }
}

function remember({ store, unit }: Night, { system, lists }: Connector, file: number): Map<number, Seen[]> {
  const known = new Map<number, Seen[]>()
  const question = lists === 'payments' ? 'payments-of-the-last-file' : 'rows-of-the-last-file'
  for (const seen of store.each<Seen & { code: number | null }>(question, { unit, system, file }))
    add(known, seen.code, seen)
  return known
}

function add(known: Map<number, Seen[]>, code: number | null, seen: Seen): void {
  const key = code ?? 0
  const list = known.get(key)
  if (list === undefined) known.set(key, [seen])
  else list.push(seen)
}

function find(known: Map<number, Seen[]>, code: number | null, print: number): number | null {
  return known.get(code ?? 0)?.find((seen) => seen.fingerprint === print)?.row ?? null
}

/** The last day on which something happened, due days left out; a day that the night cannot know yet is a slip of the pen. */
function latest(row: DossierRow | PaymentRow, soFar: string | null, asOf: string): string | null {
  const instants = 'paid' in row ? [row.paid] : [row.submitted, row.received, row.ended, row.handed]
  let last = soFar
  for (const instant of instants) {
    if (instant === null) continue
    const day = dayOf(instant)
    if (day <= asOf && (last === null || day > last)) last = day
  }
  return last
}
