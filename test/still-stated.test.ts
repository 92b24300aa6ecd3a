import { expect, test } from 'vitest'
import { bookRow, portalRow, type Told } from './support/dossiers.ts'
import { exportOf, preamble } from './support/make-export.ts'
import { openWard, type Ward } from './support/ward.ts'
import { change } from './properties/standing.ts'

const january = '2026-01'

async function wardAfterANight(): Promise<Ward> {
  const ward = openWard()
  const told: Partial<Told> = {
    code: 'H24.131-251222-0001',
    received: '2025-12-22',
    due: '2025-12-23',
    ended: '2025-12-23',
  }
  const before = [preamble('2025-12-18', '2026-01-16')]
  ward.put('1/portal.csv', exportOf('portal', [portalRow(told)], { before }))
  ward.put('1/book.csv', exportOf('book', [bookRow(told)], { before }))
  await ward.nightly('2026-01-17')
  return ward
}

/** Marks what the night stated, so that it is seen where it is shown again. */
function mark(ward: Ward): void {
  change(ward, `update summary set document = replace(document, '"refused":0', '"refused":777')`)
}

async function refusedIn(ward: Ward): Promise<number> {
  const { figures } = await ward.ask<{ figures: { refused: number } }>('figures', '--period', january)
  return figures.refused
}

test('figures of a month are those that the last night stated, and a day that is asked for is counted', async () => {
  const ward = await wardAfterANight()
  const counted = await ward.ask('figures', '--period', january, '--as-of', '2026-01-17')
  expect(await ward.ask('figures', '--period', january)).toEqual(counted)
  mark(ward)
  expect(await refusedIn(ward)).toBe(777)
  expect(await ward.ask('figures', '--period', january, '--as-of', '2026-01-17')).toEqual(counted)
})

test('figures are counted where a setting is another, a stage was run alone, or a period was closed since', async () => {
  const other = await wardAfterANight()
  mark(other)
  other.configure({ dueSoonDays: 7 })
  expect(await refusedIn(other)).toBe(0)

  const alone = await wardAfterANight()
  mark(alone)
  await alone.doisoat('run', 'normalize')
  expect(await refusedIn(alone)).toBe(0)

  const closed = await wardAfterANight()
  mark(closed)
  await closed.doisoat('close', january, '--by', 'An')
  const stated = await closed.ask<{ figures: { refused: number }; closed?: object }>('figures', '--period', january)
  expect(stated.figures.refused).toBe(0)
  expect(stated.closed).toBeDefined()
})
