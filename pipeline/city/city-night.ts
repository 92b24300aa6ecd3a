import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CityNight } from '../../reports/city/city-night.ts'
import type { City } from '../config/city-config.ts'
import { type Config, withInbox } from '../config/config.ts'
import { type Day, instantOf } from '../day.ts'
import { makeFolder } from '../disk.ts'
import { sha256 } from '../hash.ts'
import { errorText } from '../help-text.ts'
import { takeLock } from '../lock.ts'
import { notifyCity } from '../notify/notify-city.ts'
import { monthOf, periodOf } from '../period.ts'
import { type Exit, Trouble } from '../trouble.ts'
import { copyKept } from '../ward-night.ts'
import type { Desk } from '../world.ts'
import { publishCity } from './city.ts'
import type { Chosen } from './chosen-wards.ts'
import { inTurn } from './in-turn.ts'
import { sortedWards } from './sorted-wards.ts'
import { nightOfWard, type WardTold } from './night-of-ward.ts'

/** `inbox`: another one than the configured, common to all wards. */
export type How = {
  readonly asOf: Day
  readonly dryRun: boolean
  readonly canary: boolean
  readonly inbox: string | null
  readonly loud: Desk // where it is said what could not be done, also of a night that is quiet
}

/**
 * The night of several wards, one after the other: of each is kept what a line says of it. One that fails does not stop
 * the others; whoever stops the program stops all. Then the city's documents, where all wards were asked for, one
 * message, and a sign of life where none failed. Throws Trouble `lock_held` where the same wards are being worked on.
 */
export async function cityNight(
  desk: Desk,
  city: City,
  { wards: chosen, part }: Chosen,
  how: How,
): Promise<{ readonly told: CityNight; readonly exit: Exit | 0 }> {
  makeFolder(city.home)
  const lock = takeLock(join(city.home, lockName(part)), desk.world.pid, instantOf(desk.world.now()))
  try {
    const { wards, untaken } = sortedWards(
      how.inbox === null ? chosen : chosen.map((ward) => common(ward, chosen, how.inbox!)),
    )
    const told: WardTold[] = []
    for (const ward of wards) told.push(await nightOfWard(desk, ward, { ...how, copied: !isShared(ward, city) }))
    const missed = how.dryRun
      ? []
      : await copyShared(
          how.loud,
          city,
          wards.filter((_, at) => told[at]!.line.why === null),
          how.asOf,
        )
    const documents = part === null && !how.dryRun ? await documentsOf(desk, city, how.asOf) : noDocuments
    const lines = told.map(({ line }) => line)
    const night = { city: city.city, asOf: how.asOf, part, wards: lines, untaken, missed, ...documents }
    const untold = how.dryRun ? 0 : await notifyCity(how.loud, city, { ...night, wards: told.map((each) => each.told) })
    return { told: night, exit: exitOf(night, told, untold) }
  } finally {
    lock.release()
  }
}

/** All failed: the exit says why, as of one ward. Some did, or anything is not as it should be: 1. */
function exitOf(night: CityNight, told: readonly WardTold[], untold: number): Exit | 0 {
  const [first] = told
  if (first !== undefined && told.every(({ exit }) => exit !== 0 && exit !== 1)) return first.exit
  const isGood = told.every(({ exit }) => exit === 0) && night.untaken.length + night.missed.length + night.broken + untold === 0 // prettier-ignore
  return isGood && night.problem === null ? 0 : 1
}

/** A part and another may run at the same time; the same part not twice. */
function lockName(part: string | null): string {
  return part === null ? 'nightly.lock' : `nightly-${sha256(part).slice(0, 8)}.lock`
}

function common(ward: Config, all: readonly Config[], inbox: string): Config {
  const known = ward.ofCity?.common
  if (known === undefined || known === null || all.length === 1) return withInbox(ward, inbox)
  return { ...ward, inbox, ofCity: { said: ward.ofCity!.said, common: known } }
}

/** One copy of a database holds all wards in it: it is made when they are done, not after each. */
function isShared(ward: Config, { wards }: City): boolean {
  return wards.filter(({ database }) => database === ward.database).length > 1
}

/** Of the databases on which a ward's night came to its end. */
async function copyShared(desk: Desk, city: City, wards: readonly Config[], asOf: Day): Promise<CityNight['missed']> {
  const missed: 'backup'[] = []
  const shared = wards.filter((ward) => isShared(ward, city) && existsSync(ward.database))
  for (const these of Map.groupBy(shared, ({ database }) => database).values())
    if (!(await isCopied(desk, these[0]!, asOf))) missed.push('backup')
  return missed
}

async function isCopied(desk: Desk, ward: Config, asOf: Day): Promise<boolean> {
  try {
    const unsaved = await inTurn(desk, async () => {
      const lock = takeLock(`${ward.database}.lock`, desk.world.pid, instantOf(desk.world.now()))
      try {
        return await copyKept(desk, ward, asOf, null)
      } finally {
        lock.release()
      }
    })
    return unsaved === null
  } catch (error) {
    if (error instanceof Trouble && error.code === 'lock_held') return false // whoever holds it copies it
    throw error
  }
}

type Documents = Pick<CityNight, 'folder' | 'problem' | 'broken'>

const noDocuments: Documents = { folder: null, problem: null, broken: 0 }

/** The month of the night, of all wards; those whose night failed with what they stated last. */
async function documentsOf(desk: Desk, city: City, asOf: Day): Promise<Documents> {
  const { id } = monthOf(asOf, city.shared.periods)
  try {
    const { report, folder } = await publishCity(desk, city, {
      basis: 'centre',
      anew: false,
      periodIn: ({ config }) => periodOf(id, config.periods),
    })
    return { folder, problem: null, broken: report.identities.filter(({ holds }) => holds === false).length }
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    return { ...noDocuments, problem: errorText(error, desk.words) }
  }
}
