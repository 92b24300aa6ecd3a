import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { SeenFile } from '../pipeline/loading/files-seen.ts'
import type { PeriodFigures } from '../pipeline/period-figures.ts'
import { figuresIn, sampleMonths, truthOf } from './support/truth.ts'
import { copyOf, dumpOf, openWard, publishedBy, tablesThatDiffer, type Ward } from './support/ward.ts'

/** Further ways, on generated months: `test/properties/arrangement.test.ts`. */
const ways: readonly (readonly [name: string, work: (ward: Ward) => Promise<void>])[] = [
  ['in three nights, the middle month last', async (ward) => inNights(ward, ['2026-01', '2026-03', '2026-02'])],
  [
    'in one flat inbox, told apart by the day in the name',
    async (ward) => {
      for (const month of sampleMonths) ward.putMonth(month)
      await night(ward, '2026-03-13')
    },
  ],
]

describe.each(ways)('three months %s', (_, work) => {
  const ward = openWard()
  beforeAll(() => work(ward))

  test.each(sampleMonths)('%s has its own figures', (month) => {
    const stated = statedBy(ward, month)
    expect([stated.centre.figures, stated.all.figures]).toEqual([
      truthOf(month).figures.centre,
      truthOf(month).figures.all,
    ])
    expect(stated.centre.reconciliation.at(-1)).toEqual({ line: 'unexplained', count: 0 })
    expect(stated.all.incomplete).toEqual([])
  })

  test.each(['centre', 'all'] as const)(
    'what a month carries in on basis %s is what the one before left, as a set',
    (basis) => {
      const stated = sampleMonths.map((month) => statedBy(ward, month)[basis])
      const carried = stated.map(({ identities }) =>
        identities.find(({ id }) => id === 'carried_in_is_pending_before')!,
      )
      expect(carried.map(({ holds }) => holds)).toEqual([null, true, true])
      expect(carried.map(({ left }) => left)).toEqual(stated.map(({ figures }) => figures.carried_in))
      expect(carried.slice(1).map(({ right }) => right)).toEqual(
        stated.slice(0, 2).map(({ figures }) => figures.pending_total),
      )
    },
  )
})

describe('a second time', () => {
  const ward = openWard()
  beforeAll(async () => {
    ward.putMonth('2026-02', 'b')
    await night(ward, '2026-02-13')
  })

  test('the same night changes no row and no byte', async () => {
    const again = copyOf(ward)
    await night(again, '2026-02-13')
    expect(tablesThatDiffer(again, ward, ['run'])).toEqual([])
    expect(publishedBy(again)).toEqual(publishedBy(ward))
  })

  test('the same files under other names are seen before, and change nothing but where they were met', async () => {
    const again = copyOf(ward)
    again.putMonth('2026-02', 'b', (name) => `sao ${name}`)
    await night(again, '2026-02-13')
    const { files } = await again.ask<{ files: SeenFile[] }>('files')
    const copies = files.filter(({ file }) => file.startsWith('b/sao '))
    expect(copies.map(({ state }) => state)).toEqual(Array(14).fill('seen_before'))
    const leaveOut = ['run', 'sighting', 'discrepancy_source', 'summary']
    expect(tablesThatDiffer(again, ward, leaveOut)).toEqual([])
    expect((await figuresIn(again, '2026-02')).figures).toEqual(truthOf('2026-02').figures.centre)
  })

  test('a night on an empty inbox keeps what was known', async () => {
    const again = copyOf(ward)
    again.take('b')
    await night(again, '2026-02-13')
    expect(tablesThatDiffer(again, ward)).toEqual([])
  })

  // Their rows are the next stage's to take up: read anew, or to be counted anew.
  const after: Readonly<Record<string, readonly string[]>> = {
    load: ['normalize', 'reconcile', 'summarize'],
    reconcile: ['summarize'],
  }

  test.each(['normalize', 'reconcile', 'summarize', 'publish', 'load'])(
    'the stage %s leaves everything as it was',
    async (stage) => {
      const again = copyOf(ward)
      const { code, err } = await again.doisoat('run', stage)
      expect([code, err]).toEqual([0, expect.any(String)])
      for (const next of after[stage] ?? []) await again.doisoat('run', next)
      expect(tablesThatDiffer(again, ward)).toEqual([])
      expect(publishedBy(again)).toEqual(publishedBy(ward))
    },
  )
})

test('whatever the order of files in the inbox, the figures and documents of February are the same bytes', async () => {
  const [plain, renamed] = [openWard(), openWard()]
  plain.putMonth('2026-02')
  renamed.putMonth('2026-02', '', (name) => `${name.charCodeAt(1) % 7}${name}`)
  await night(plain, '2026-02-13')
  await night(renamed, '2026-02-13')
  const documents = ({ '2026-02/figures.json': figures, '2026-02/bao-cao.txt': report }: Record<string, string>) => [
    figures,
    report,
  ]
  expect(documents(publishedBy(renamed))).toEqual(documents(publishedBy(plain)))
  const discrepancies = (ward: Ward) =>
    dumpOf(ward)['discrepancy']!.map((row) => (JSON.parse(row) as { key: string }).key)
  expect(discrepancies(renamed)).toEqual(discrepancies(plain))
})

async function inNights(ward: Ward, months: readonly string[]): Promise<void> {
  for (const [index, month] of months.entries()) {
    ward.putMonth(month, `drop${index}`)
    await night(ward, truthOf(month).as_of)
  }
}

function statedBy(ward: Ward, month: string): Record<'centre' | 'all', PeriodFigures> {
  return JSON.parse(readFileSync(join(ward.folder, 'out', month, 'figures.json'), 'utf8')) as Record<
    'centre' | 'all',
    PeriodFigures
  >
}

async function night(ward: Ward, asOf: string): Promise<void> {
  const { code, err } = await ward.nightly(asOf)
  expect([code, err]).toEqual([0, expect.any(String)])
}
