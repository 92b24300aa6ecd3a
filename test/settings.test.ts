import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Listed } from '../pipeline/discrepancy-list.ts'
import type { NightSummary } from '../pipeline/night-summary.ts'
import { hashOfRooms } from '../pipeline/version.ts'
import { bookRow, civilRow, portalRow, usualDossier, window } from './support/dossiers.ts'
import { exportOf, preamble } from './support/make-export.ts'
import { copyOf, dumpOf, makeRoom, months, openWard, type Ward } from './support/ward.ts'

const bundled = readFileSync(join(import.meta.dirname, '../pipeline/catalogue/procedures.csv'), 'utf8')
const february = openWard()

beforeAll(async () => {
  withCatalogue(february, bundled)
  february.putMonth('2026-02')
  await february.nightly('2026-02-13')
})

test('what another catalogue moves is labelled with it, and nothing that a file brings', async () => {
  const ward = copyOf(february)
  withCatalogue(ward, withoutProcedure('1.000656'))
  ward.putMonth('2026-03')
  const { settingsChanges } = await night(ward, '2026-03-13')
  const moved = await movedBetween(february, anotherTime(withoutProcedure('1.000656')))
  expect(settingsChanges).toMatchObject([{ settings: ['catalogue'], figures: [] }])
  expect(moved.length).toBeGreaterThan(0)
  const labelled = (await listed(ward)).filter(({ bySettings }) => bySettings !== null)
  expect(labelled.map(({ key }) => key).toSorted()).toEqual(moved)
  expect(labelled.map(({ bySettings }) => bySettings)).toContainEqual({
    asOf: '2026-03-13',
    how: 'raised',
    settings: ['catalogue'],
  })
  expect(settingsChanges[0]!.discrepancies.raised).toBe(labelled.length)
  expect((await listed(ward)).length).toBeGreaterThan(labelled.length)
})

test('figures that another configuration moves are said with what they were, and stay said', async () => {
  const ward = copyOf(february)
  const before = await figures(ward, '2026-02')
  ward.configure(shorterFebruary)
  ward.putMonth('2026-03')
  const { settingsChanges } = await night(ward, '2026-03-13')
  expect(settingsChanges[0]!.settings).toEqual(['configuration'])
  const alone = copyOf(february)
  alone.configure(shorterFebruary)
  await alone.nightly('2026-02-13')
  const after = await figures(alone, '2026-02')
  const differing = Object.keys(before).filter((key) => before[key] !== after[key])
  const inCentre = settingsChanges[0]!.figures.filter(({ basis, period }) => basis === 'centre' && period === '2026-02')
  expect(inCentre.map(({ figure }) => figure).toSorted()).toEqual(differing.toSorted())
  expect(inCentre.map(({ figure, before: was, after: is }) => [figure, was, is])).toEqual(
    inCentre.map(({ figure }) => [figure, before[figure], after[figure]]),
  )
  await ward.nightly('2026-03-16')
  const { out } = await ward.doisoat('why', `2026-02/${inCentre[0]!.figure}`)
  expect(out).toContain('Từ đêm 13/03/2026, do thay đổi tệp cấu hình, không phải do tệp mới: ')
  expect(
    readFileSync(join(ward.folder, 'out/2026-02/tong-hop.html'), 'utf8').includes('do thay đổi tệp cấu hình'),
  ).toBe(true)
  expect(
    readFileSync(join(ward.folder, 'out/nightly/2026-03-13/doi-soat.html'), 'utf8').includes(
      'Khác với lần tính trước: tệp cấu hình',
    ),
  ).toBe(true)
})

test('a change that moves nothing is named and labels nothing, whatever people decided meanwhile', async () => {
  const ward = openWard()
  const before = [preamble(window.from, window.to)]
  ward.put('portal.csv', exportOf('portal', [portalRow()], { before }))
  ward.put('book.csv', exportOf('book', [bookRow()], { before }))
  ward.put(
    'civil.csv',
    exportOf('civil', [civilRow({ code: '', identity: '031000000001', person: 'Khác' })], { before }),
  )
  await ward.nightly('2026-02-13')
  expect((await ward.doisoat('close', '2026-02', '--by', 'Lan')).code).toBe(0)
  const unmatched = 'unlinked_record/00001/2026/botuphap-hotich'
  const given = ['--why', 'Đã xem hồ sơ giấy', '--by', 'lan']
  expect((await ward.doisoat('discrepancies', 'link', unmatched, usualDossier.code, ...given)).code).toBe(0)
  const file = join(ward.folder, 'doisoat.yaml')
  writeFileSync(file, `# Ghi chú thêm\n${readFileSync(file, 'utf8')}`)
  const { settingsChanges } = await night(ward, '2026-02-24')
  expect(settingsChanges).toEqual([
    { settings: ['configuration'], figures: [], discrepancies: { raised: 0, over: 0, retold: 0 } },
  ])
  const { out } = await ward.doisoat('nightly', '--as-of', '2026-02-24')
  expect(out).toContain('Khác với lần tính trước: tệp cấu hình; số liệu, sai lệch không đổi')
  const all = [...(await listed(ward)), ...(await listed(ward, '--state', 'resolved'))]
  expect(all.map(({ key }) => key)).toContain(unmatched)
  expect(all.filter(({ bySettings }) => bySettings !== null)).toEqual([])
})

test('put right again, what a catalogue raised is over because of it; the second run of the night says the same', async () => {
  const ward = copyOf(february)
  withCatalogue(ward, withoutProcedure('1.000656'))
  const first = await night(ward, '2026-02-24')
  const again = await night(ward, '2026-02-24')
  expect(again).toEqual(first)
  withCatalogue(ward, bundled)
  const { settingsChanges } = await night(ward, '2026-02-25')
  const { raised } = first.settingsChanges[0]!.discrepancies
  expect(settingsChanges).toMatchObject([{ settings: ['catalogue'], discrepancies: { raised: 0, over: raised } }])
  const over = (await listed(ward, '--state', 'resolved')).filter(({ bySettings }) => bySettings?.how === 'over')
  expect(over).toHaveLength(raised)
  expect(readFileSync(join(ward.folder, 'out/nightly/2026-02-25/ho-so-can-xu-ly.csv'), 'utf8')).toContain(
    'không còn do thay đổi danh mục thủ tục, đêm 25/02/2026',
  )
})

test('another line in the program is another program, whatever its version says', () => {
  const folder = makeRoom()
  for (const room of ['connectors', 'pipeline', 'sql']) mkdirSync(join(folder, room))
  writeFileSync(join(folder, 'pipeline/rule.ts'), 'export const days = 1')
  const before = hashOfRooms(folder)
  writeFileSync(join(folder, 'pipeline/notes.txt'), 'nothing that runs')
  expect(hashOfRooms(folder)).toBe(before)
  writeFileSync(join(folder, 'pipeline/rule.ts'), 'export const days = 2')
  expect(hashOfRooms(folder)).not.toBe(before)
})

test('the ledger of settings has one line a stage, and no night begins with what is not known', async () => {
  const rows = dumpOf(february)['made_with']!.map((row) => JSON.parse(row) as { stage: string; as_of: string })
  expect(rows.map(({ stage, as_of }) => [stage, as_of])).toEqual([
    ['reconcile', '2026-02-13'],
    ['summarize', '2026-02-13'],
  ])
  expect(dumpOf(february)['settings_change']).toEqual([])
})

const shorterFebruary = {
  catalogue: 'procedures.csv',
  periods: {
    regime: 'nd09',
    override: {
      ...months,
      '2026-01': { from: '2025-12-18', to: '2026-01-20' },
      '2026-02': { from: '2026-01-21', to: '2026-02-13' },
    },
  },
}

async function night(ward: Ward, asOf: string): Promise<NightSummary> {
  return ward.ask<NightSummary>('nightly', '--as-of', asOf)
}

async function listed(ward: Ward, ...given: string[]): Promise<Listed[]> {
  return (await ward.ask<{ discrepancies: Listed[] }>('discrepancies', ...given)).discrepancies
}

async function figures(ward: Ward, period: string): Promise<Record<string, number | null>> {
  return (await ward.ask<{ figures: Record<string, number | null> }>('figures', '--period', period)).figures
}

function withCatalogue(ward: Ward, catalogue: string): void {
  writeFileSync(join(ward.folder, 'procedures.csv'), catalogue)
  ward.configure({ catalogue: 'procedures.csv' })
}

function withoutProcedure(code: string): string {
  return bundled.replace(new RegExp(`^${code.replaceAll('.', '[.]')},[^\n]*\n`, 'm'), '')
}

/** The keys that are open in one and not in the other. */
async function movedBetween(before: Ward, work: Promise<Ward>): Promise<string[]> {
  const known = new Set((await listed(before)).map(({ key }) => key))
  return (await listed(await work))
    .map(({ key }) => key)
    .filter((key) => !known.has(key))
    .toSorted()
}

/** February again, with another catalogue and no other file. */
async function anotherTime(catalogue: string): Promise<Ward> {
  const ward = copyOf(february)
  withCatalogue(ward, catalogue)
  await ward.nightly('2026-02-13')
  return ward
}
