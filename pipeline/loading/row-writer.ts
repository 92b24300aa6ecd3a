import type { Connector, DossierRow, PaymentRow } from '../../connectors/connector.ts'
import type { Account, Read, Turned } from '../../connectors/reading.ts'
import type { PaymentSourceRow, RejectRow, SourceRow } from '../../sql/schema-files.ts'
import { dayOf } from '../day.ts'
import { fingerprint } from './fingerprint.ts'
import type { Interner } from './intern.ts'
import { makeListing } from './listing.ts'
import { makeNumberTable, type NumberTable } from './number-table.ts'
import type { Night } from '../night.ts'
import { paymentRow, rejectRow, sourceRow } from './row-shapes.ts'

type Tally = { loaded: number; repeated: number; latest: string | null }
type Seen = { row: number; code: number | null; fingerprint: number }

const batch = 40

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
  const known = remember(night, connector, file) // by code and fingerprint; negative once this file has listed the row
  const listing = makeListing(unit, file)
  const tally: Tally = { loaded: 0, repeated: 0, latest: null }
  const endOfNight = `${night.asOf}T24`
  let last = ''
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
    const before = known.find(code ?? 0, print)
    if (before < 0) return void tally.repeated++
    const row = before || (payments ? next.payment_row++ : next.source_row++)
    if (before === 0 && payments) paid.push(paymentRow(read.row as PaymentRow, unit, row, code, print, interner))
    if (before === 0 && !payments)
      rows.push(sourceRow(read.row as DossierRow, unit, row, code, print, read.writtenCode ?? null, interner))
    known.set(code ?? 0, print, -row)
    listing.add(row, read.line)
    tally.loaded++
    last = latest(read.row, last, endOfNight)
  }
  const write = async (reads: Generator<Read, Account | Turned, void>, pause: Pause): Promise<Account | Turned> => {
    for (let met = 0; ; met++) {
      if (met % PAUSE === 0) await pause(met)
      const { done, value } = reads.next()
      if (done === true) {
        flush()
        store.insert('listing', listing.runs())
        tally.latest = last === '' ? null : dayOf(last)
        return value
      }
      if (value.is === 'row') take(value)
      else rejects.push(rejectRow(value, unit, file, interner))
      if (rows.length + paid.length + rejects.length >= batch) flush()
    }
  }
  return { write, tally }
}

function remember({ store, unit }: Night, { system, lists }: Connector, file: number): NumberTable {
  const known = makeNumberTable()
  const question = lists === 'payments' ? 'payments-of-the-last-file' : 'rows-of-the-last-file'
  for (const { code, fingerprint: print, row } of store.each<Seen>(question, { unit, system, file }))
    if (known.find(code ?? 0, print) === 0) known.set(code ?? 0, print, row)
  return known
}

/** The last moment at which something happened, due days left out; a day that the night cannot know yet is a slip of the pen. */
function latest(row: DossierRow | PaymentRow, soFar: string, endOfNight: string): string {
  if ('paid' in row) return later(row.paid, soFar, endOfNight)
  const { submitted, received, ended, handed } = row
  return later(
    handed,
    later(ended, later(received, later(submitted, soFar, endOfNight), endOfNight), endOfNight),
    endOfNight,
  )
}

function later(instant: string | null, soFar: string, endOfNight: string): string {
  return instant !== null && instant > soFar && instant < endOfNight ? instant : soFar
}
