import { expect, test } from 'vitest'
import type { Listed } from '../../pipeline/discrepancy-list.ts'
import type { SeenFile } from '../../pipeline/loading/files-seen.ts'
import type { PeriodFigures } from '../../pipeline/period-figures.ts'
import { openWard } from '../support/ward.ts'
import { judge } from './compare.ts'
import { configOf, type Said, saidOf } from './program.ts'
import { movedByAComment, nothingMoved } from './settings.ts'
import { type World, worldOf } from './world.ts'

const FIRST = 5000

test(
  'twelve worlds come to the same on paper: figures, walk, identities, discrepancies, rows of files',
  { timeout: 120_000 },
  async () => {
    const kinds = new Set<string>()
    for (let seed = FIRST; seed < FIRST + 12; seed++) {
      const judged = await judge(worldOf(seed, 60))
      expect([`RECOUNT_SEED=${seed}`, ...judged.differences]).toEqual([`RECOUNT_SEED=${seed}`])
      for (const kind of judged.kinds) kinds.add(kind)
    }
    expect([...kinds].toSorted()).toEqual(expect.arrayContaining(usual))
  },
)

test('the command line says what the stages made', async () => {
  for (const seed of [FIRST + 1, FIRST + 2, FIRST + 6]) {
    const { differences } = await judge(worldOf(seed, 25), saidByCommands)
    expect([seed, ...differences]).toEqual([seed])
  }
})

test('settings that say the same in other words move nothing in five worlds', async () => {
  for (let seed = FIRST; seed < FIRST + 5; seed++)
    expect([seed, await movedByAComment(seed, 40)]).toEqual([seed, [nothingMoved]])
})

test('a month that is told otherwise is not the same on paper', async () => {
  const [one, other] = [worldOf(FIRST + 3, 30), worldOf(FIRST + 3, 29)]
  expect((await judge(one, () => saidOf(other))).differences).not.toEqual([])
})

test('a world is made by its seed alone, and a smaller one has the same dossiers', () => {
  expect(worldOf(FIRST)).toEqual(worldOf(FIRST))
  const [large, small] = [worldOf(FIRST + 6, 40), worldOf(FIRST + 6, 20)]
  expect(small.planted.every((each) => large.planted.some(({ code }) => code === each.code))).toBe(true)
  expect(small.dossiers).toBeLessThan(large.dossiers)
})

/** What these months have of themselves; the rest comes in the long run. */
const usual = `ambiguous_match date_conflict due_date_suspect due_soon duplicate_code export_missing fee_amount_conflict
  fee_unpaid foreign_unit impossible_dates invalid_identity linked_without_code missing_at_centre missing_in_ministry
  missing_in_portal not_digitized overdue_pending overdue_resolved payment_orphan reception_overdue routed_past_centre
  schema_drift status_conflict unknown_procedure unreadable_row vanished`.split(/\s+/)

async function saidByCommands(world: World): Promise<Said> {
  const ward = openWard(configOf(world))
  for (const night of world.nights) {
    for (const { path, bytes } of night.files) ward.put(path, bytes)
    expect((await ward.nightly(night.asOf)).code).toBeLessThan(2)
  }
  const figures = (id: string, basis: string) => ward.ask<PeriodFigures>('figures', '--period', id, '--basis', basis)
  const list = async (...given: string[]) =>
    (await ward.ask<{ discrepancies: Listed[] }>('discrepancies', ...given)).discrepancies
  return {
    figures: await inTurn(world.periods, async ({ id }) => ({
      centre: await figures(id, 'centre'),
      all: await figures(id, 'all'),
    })),
    listed: await list(),
    inPeriods: await inTurn(world.periods, ({ id }) => list('--period', id)),
    files: (await ward.ask<{ files: SeenFile[] }>('files')).files,
  }
}

async function inTurn<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  for (const item of items) results.push(await work(item))
  return results
}
