import { readdirSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { addDays } from '../pipeline/day.ts'
import type { Period } from '../pipeline/period.ts'
import { handOverWard, someWards, writeCity } from '../test/support/many-wards.ts'
import { settle, type Taken } from './measured.ts'
import { type ListedWard, monthsUntil } from './months.ts'
import type { Asked, Notes } from './notes.ts'
import { type Part, table, takenTable } from './results.ts'
import { type BenchServer, openServer } from './server.ts'
import { stageTable } from './stage-times.ts'
import { doisoat, emptied } from './ward.ts'

/** The month that goes on: nothing is received after this day, and what was received is over by the first night. */
const last = { id: '2026-02', upTo: '2026-02-04', asOf: '2026-02-05' } as const

/**
 * The nights of a city: the first takes in all months of all wards out of one inbox, where what stands in a file says
 * whose it is; on the next ones no file is another; the usual one finds one row in a hundred of the last month changed.
 */
export async function measureWards(asked: Asked, notes: Notes): Promise<Part> {
  if (!asked.server) return nightsOf(asked, notes, null)
  const server = await openServer()
  if (server === null) throw new Error('--server: this machine has no PostgreSQL (initdb, pg_ctl, postgres)')
  try {
    return await nightsOf(asked, notes, server)
  } finally {
    server.end()
  }
}

async function nightsOf(
  { wards: count, dossiers, months, work }: Asked,
  notes: Notes,
  server: BenchServer | null,
): Promise<Part> {
  const folder = emptied(join(work, 'city'))
  const [alone, ...wards] = someWards(count + 1) as [ListedWard, ...ListedWard[]]
  const periods = monthsUntil(last.id, months)
  const settings = server === null ? {} : { database: server.url }
  const handOverAll = (to: string, ward: ListedWard): void =>
    periods.forEach((period) => handOver(to, ward, period, dossiers, 0))
  writeCity(folder, wards, settings)
  for (const ward of wards) handOverAll(folder, ward)
  notes.say(`${count} wards of ${months} months made`)
  const before = server?.cpu() ?? null
  const first = await night(folder, last.asOf, notes, FIRST)
  const onServer = server === null || before === null ? null : server.cpu()! - before
  await night(
    folder,
    addDays(last.asOf, 1),
    notes,
    'the night after: no file changed, but what was new is so no longer',
  )
  await night(folder, addDays(last.asOf, 2), notes, 'a night, no file changed')
  for (const ward of wards) handOver(folder, ward, periods.at(-1)!, dossiers, 1)
  const usual = await night(folder, addDays(last.asOf, 3), notes, 'the usual night, 1 % of the last month changed')
  settle()
  notes.note('the city’s documents, every ward’s anew', await doisoat(folder, 'city', '--period', last.id, '--quiet'))
  settle()
  notes.note('status of all wards', await doisoat(folder, 'status'))
  const thousands = (count * dossiers * months) / 1000
  const sizes = sizesOf(folder, count, thousands, (await server?.bytes()) ?? null)
  const each = (taken: Taken): string => (taken.seconds / count).toFixed(2)
  const serverText =
    onServer === null
      ? ''
      : ` The server’s processes took ${onServer.toFixed(0)} s of processor besides, without those that run all the time.`
  const other = emptied(join(work, 'alone'))
  writeCity(other, [alone], settings)
  handOverAll(other, alone)
  const where = server === null ? '' : `, on PostgreSQL ${server.version}`
  return {
    heading: `The nights of ${count} wards, ${dossiers.toLocaleString('en')} dossiers a month, ${months} months${where}`,
    text: [
      takenTable('', notes.taken),
      `Seconds a ward: ${each(first)} on the first night, ${each(usual)} on the usual one. Of the first night a thousand dossiers took ${(first.seconds / thousands).toFixed(2)} s.${serverText}\n`,
      sizes,
      await stageTable(other, alone.agencyCode, last.asOf, (dossiers * months) / 1000),
    ].join('\n'),
    goals: [{ says: 'memory of a night, whatever the number of wards, MB', measured: first.megabytes, most: 600 }],
  }
}

const FIRST = 'the first night, all months new'

async function night(folder: string, asOf: string, notes: Notes, what: string): Promise<Taken> {
  settle()
  const taken = await doisoat(folder, 'nightly', '--as-of', asOf, '--quiet')
  notes.note(what, taken)
  return taken
}

/** Lists that have stood still for an hour. */
function handOver(folder: string, ward: ListedWard, { id, to }: Period, dossiers: number, round: number): void {
  const isLast = id === last.id
  const [upTo, asOf] = isLast ? [last.upTo, addDays(last.asOf, round === 0 ? 0 : 3)] : [to, to]
  const at = handOverWard(folder, ward, { id, dossiers, upTo, asOf, night: round }, true)
  const hourAgo = Date.now() / 1000 - 3600 + round
  for (const name of readdirSync(at)) utimesSync(join(at, name), hourAgo, hourAgo)
}

function sizesOf(folder: string, wards: number, thousands: number, database: number | null): string {
  const under = (match: RegExp): number => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const paths = files.map((entry) => join(entry.parentPath, entry.name))
    return paths.filter((path) => match.test(path.slice(folder.length))).reduce((sum, path) => sum + statSync(path).size, 0) // prettier-ignore
  }
  const row = (name: string, match: RegExp | number): string[] => {
    const bytes = typeof match === 'number' ? match : under(match)
    const mega = (of: number): string => (bytes / 2 ** 20 / of).toFixed(2)
    return [name, mega(1), mega(wards), mega(thousands)]
  }
  const rows = [
    row('databases', database ?? /^\/var\/[^/]+\/doisoat\.db/),
    row('backups', /\/backups\//),
    row('kept files', /\/landing\//),
    row('documents', /^\/out\//),
    row('inbox', /^\/inbox\//),
  ]
  return table(['MB', 'in all', 'a ward', 'a thousand dossiers'], rows)
}
