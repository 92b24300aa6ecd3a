import { existsSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { chanceOf } from '../recount/chance.ts'
import { configOf } from '../recount/program.ts'
import { type World, worldOf } from '../recount/world.ts'
import { bookRow, portalRow, type Told } from '../support/dossiers.ts'
import { exportOf, preamble } from '../support/make-export.ts'
import { openWard, publishedBy, tablesThatDiffer, type Ward } from '../support/ward.ts'

/** `STANDINGS=20` does twenty times as many. */
const MANY = Number(process.env['STANDINGS'] ?? 1)
const FIRST = Number(process.env['STANDINGS_SEED'] ?? 8000)

const worlds = Array.from({ length: 60 * MANY }, (_, i) => worldOf(FIRST + i, 12)).filter(
  ({ nights, dossiers }) => nights.length > 1 && dossiers > 5,
)

test(
  'what stands is what working all of it out again comes to: rows and documents, night after night',
  { timeout: 120_000 * MANY },
  async () => {
    for (const world of worlds.slice(0, 2 * MANY)) {
      const [one, other] = [openWard(configOf(world)), openWard(configOf(world))]
      for (const [name, happen] of eventsOf(world)) {
        forget(other)
        for (const ward of [one, other]) await happen(ward)
        const where = `STANDINGS_SEED=${world.seed}: ${name}`
        expect([where, tablesThatDiffer(one, other)]).toEqual([where, []])
        expect([where, changedBetween(publishedBy(one), publishedBy(other))]).toEqual([where, []])
      }
    }
  },
)

test('a dossier that nothing was told of stands as it was settled, and its month as it was stated', async () => {
  const ward = openWard()
  const put = (folder: string, from: string, to: string, told: Partial<Told>): void => {
    const before = [preamble(from, to)]
    ward.put(`${folder}/portal.csv`, exportOf('portal', [portalRow(told)], { before }))
    ward.put(`${folder}/book.csv`, exportOf('book', [bookRow(told)], { before }))
  }
  const early = { code: 'H24.131-251222-0001', received: '2025-12-22', due: '2025-12-23', ended: '2025-12-23' }
  put('1', '2025-12-18', '2026-01-16', early)
  await ward.nightly('2026-01-17')
  put('2', '2026-01-17', '2026-02-13', {})
  await ward.nightly('2026-02-13')
  change(ward, `update dossier set outcome = 'withdrawn' where ended_day < '2026-01-01'`)
  change(ward, `update summary set document = json_set(document, '$.figures.refused', 777) where period = '2026-01'`)
  const standing = (): number[] => [
    countOf(ward, `dossier where outcome = 'withdrawn'`),
    countOf(ward, `summary where json_extract(document, '$.figures.refused') = 777`),
  ]
  put('2', '2026-01-17', '2026-02-13', { status: 'Đang xử lý', ended: '' })
  await ward.nightly('2026-02-14')
  expect(standing()).toEqual([1, 2])
  forget(ward)
  await ward.nightly('2026-02-14')
  expect(standing()).toEqual([0, 0])
})

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
function forget(ward: Ward): void {
  change(ward, 'delete from reconciled; delete from summarized')
}

function change({ database }: Ward, sql: string): void {
  if (!existsSync(database)) return // no night yet
  const db = new Sqlite(database)
  db.exec(sql)
  db.close()
}

function countOf({ database }: Ward, from: string): number {
  const db = new Sqlite(database, { readonly: true })
  const { count } = db.prepare<[], { count: number }>(`select count(*) as count from ${from}`).get()!
  db.close()
  return count
}

function changedBetween(a: Record<string, string>, b: Record<string, string>): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((path) => a[path] !== b[path])
}
