import { existsSync } from 'node:fs'
import { isServer } from '../../sql/postgres/address.ts'
import { chanceOf } from '../recount/chance.ts'
import { configOf } from '../recount/program.ts'
import { type World, worldOf } from '../recount/world.ts'
import { changeIn, rowsIn, tablesIn } from '../support/database.ts'
import { openWard, publishedBy, tablesThatDiffer, type Ward } from '../support/ward.ts'

/** Small worlds of more than one night, from a seed on. */
export function worldsFrom(first: number, count: number): World[] {
  const worlds: World[] = []
  for (let seed = first; worlds.length < count; seed++) {
    const world = worldOf(seed, 12)
    if (world.nights.length > 1 && world.dossiers > 5) worlds.push(world)
  }
  return worlds
}

/** Two wards see the same; one of them forgets before each night what stands. Where their rows or documents differ. */
export async function standingDifferences(world: World): Promise<string[]> {
  const [one, other] = [openWard(configOf(world)), openWard(configOf(world))]
  const wrong: string[] = []
  for (const [name, happen] of eventsOf(world)) {
    forget(other)
    for (const ward of [one, other]) await happen(ward)
    const differing = [...tablesThatDiffer(one, other), ...changedBetween(publishedBy(one), publishedBy(other))]
    if (differing.length > 0) wrong.push(`world ${world.seed}, ${name}: ${differing.join(', ')}`)
  }
  return wrong
}

type Event = readonly [name: string, happen: (ward: Ward) => Promise<unknown>]

/** The world's nights, each with a few days after it on which a list stays away or comes back, or a month is closed. */
function eventsOf(world: World): Event[] {
  const chance = chanceOf(world.seed)
  return world.nights.flatMap(({ asOf, files }, at): Event[] => {
    const away = chance.oneOf(files)
    const period = chance.oneOf(world.periods)
    return [
      [`the files of ${asOf}`, async (ward) => {
        for (const { path, bytes } of files) ward.put(path, bytes)
        return ward.nightly(asOf)
      }],
      [`nothing new on the day after ${asOf}`, async (ward) => ward.nightly(later(asOf, 1))],
      [`${period.id} is closed`, async (ward) => ward.doisoat('close', period.id, '--by', 'An')],
      [`${away.path} is away`, async (ward) => {
        ward.take(away.path)
        return ward.nightly(later(asOf, at === 0 ? 2 : 9))
      }],
      [`${away.path} is back`, async (ward) => {
        ward.put(away.path, away.bytes)
        return ward.nightly(later(asOf, at === 0 ? 3 : 45))
      }],
    ]
  }) // prettier-ignore
}

function later(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Nothing is known any more of what rows were worked out from. */
export function forget(ward: Ward): void {
  change(ward, 'delete from reconciled; delete from summarized')
}

export function change({ database }: Ward, sql: string): void {
  if (isServer(database) ? tablesIn(database).length > 0 : existsSync(database)) changeIn(database, sql) // else no night yet
}

export function countOf({ database }: Ward, from: string): number {
  return rowsIn<{ count: number }>(database, `select count(*) as count from ${from}`)[0]!.count
}

function changedBetween(a: Record<string, string>, b: Record<string, string>): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((path) => a[path] !== b[path])
}
