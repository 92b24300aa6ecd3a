import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { addDays } from '../pipeline/day.ts'
import type { Period } from '../pipeline/period.ts'
import { settle, type Taken } from './measured.ts'
import { makeMonth, monthsUntil } from './months.ts'
import type { Notes } from './notes.ts'
import { handOver, night, openWard } from './ward.ts'

/** A ward that has been reconciled for years. */
export type OldWard = {
  readonly name: string
  readonly folder: string
  readonly lists: string // the folder of what was exported
  readonly months: readonly Period[]
  readonly dossiers: number // a month
  asOf: string // its last night
}

/** The month that goes on: nothing is received after this day, and what was received is over by the first night. */
const last = { id: '2026-02', upTo: '2026-02-04', asOf: '2026-02-05' } as const

/** Loaded a year at a time, the last month by itself; only that month's files stay in the inbox. */
export async function loadedWard(work: string, count: number, dossiers: number, notes: Notes): Promise<OldWard> {
  const folder = join(work, `ward-${count}`)
  const months = monthsUntil(last.id, count)
  const ward = { name: `${count} months`, folder, lists: join(work, 'lists'), months, dossiers, asOf: last.asOf }
  openWard(folder, {})
  const earlier = months.slice(0, -1)
  for (let at = 0; at < earlier.length; at += 12) {
    const year = earlier.slice(at, at + 12)
    for (const month of year) handOverMonth(ward, month, 0)
    const taken = await night(folder, year.at(-1)!.to)
    notes.say(`${taken.seconds.toFixed(2)} s: ${ward.name}: ${year.length} months loaded, up to ${year.at(-1)!.id}`)
    for (const { id } of year) takeBack(ward, id)
  }
  handOverMonth(ward, months.at(-1)!, 0)
  notes.note(`${ward.name}: the night of the last month's first lists`, await night(folder, last.asOf))
  return ward
}

/** Its lists as they are on the next night; `round` counts how often one in a hundred rows has been changed. */
export function handOverMonth(ward: OldWard, { id, to }: Period, round: number): void {
  const isLast = id === last.id
  const [upTo, asOf] = isLast ? [last.upTo, round === 0 ? last.asOf : addDays(ward.asOf, 1)] : [to, to]
  const made = join(ward.lists, `${id}-${round}`)
  if (!existsSync(made)) makeMonth(made, { id, dossiers: ward.dossiers, upTo, asOf, night: round })
  for (const name of readdirSync(made)) handOver(ward.folder, `${id}/${name}`, join(made, name))
}

export function takeBack({ folder }: OldWard, id: string): void {
  rmSync(join(folder, 'inbox', id), { recursive: true })
}

export async function nextNight(ward: OldWard): Promise<Taken> {
  ward.asOf = addDays(ward.asOf, 1)
  settle()
  return night(ward.folder, ward.asOf)
}

/** The last day on which a month's dossiers were received. */
export function lastReceived({ id, to }: Period): string {
  return id === last.id ? last.upTo : to
}
