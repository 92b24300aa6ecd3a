import { expect, test } from 'vitest'
import { exportsInForce, type MetFile } from '../pipeline/exports.ts'
import { months } from './support/ward.ts'

const periods = { regime: 'nd09', override: months } as const

test('a window is what the preamble states', () => {
  const stated = met({ stated_from: '2026-01-20', stated_to: '2026-02-10', latest_event: '2026-03-01' })
  expect(windows([stated])).toEqual(['dvcqg 2026-01-20..2026-02-10 preamble 1'])
})

test('a file that states no window has that of the portal in its folder', () => {
  const portal = met({ stated_from: '2026-01-17', stated_to: '2026-02-13' })
  const civil = met({ system: 'botuphap-hotich', latest_event: '2026-03-01', file: 2 })
  expect(windows([portal, civil])).toContain('botuphap-hotich 2026-01-17..2026-02-13 portal 2')
  expect(windows([{ ...portal, folder: 'other' }, civil])).toContain('botuphap-hotich 2026-02-14..2026-03-13 events 2')
})

test('without a portal the month of the latest event is the window, else that of the name, else that of the night', () => {
  const civil = met({
    system: 'botuphap-hotich',
    latest_event: '2026-02-01',
    name_day: '2026-01-05',
    as_of: '2025-05-20',
  })
  expect(windows([civil])).toEqual(['botuphap-hotich 2026-01-17..2026-02-13 events 1'])
  expect(windows([{ ...civil, latest_event: null }])).toEqual(['botuphap-hotich 2025-12-18..2026-01-16 events 1'])
  expect(windows([{ ...civil, latest_event: null, name_day: null }])).toEqual([
    'botuphap-hotich 2025-05-15..2025-06-14 events 1',
  ])
})

test('in a flat inbox of several months the day in the name chooses the portal, else the latest event does', () => {
  const january = met({ stated_from: '2025-12-18', stated_to: '2026-01-16', name_day: '2026-01-16' })
  const february = met({ stated_from: '2026-01-17', stated_to: '2026-02-13', name_day: '2026-02-13', file: 2 })
  const civil = met({ system: 'botuphap-hotich', latest_event: '2026-02-10', name_day: '2026-01-16', file: 3 })
  expect(windows([january, february, civil])).toContain('botuphap-hotich 2025-12-18..2026-01-16 portal 3')
  const plain = { ...civil, name_day: null }
  expect(windows([january, february, plain])).toContain('botuphap-hotich 2026-01-17..2026-02-13 portal 3')
  expect(windows([february, january, { ...plain, latest_event: '2026-01-02' }])).toContain(
    'botuphap-hotich 2025-12-18..2026-01-16 portal 3',
  )
})

test('of several files for one window the newest is in force: by its end, its day, its sighting', () => {
  const window = { stated_from: '2026-01-17', stated_to: '2026-02-13' }
  const tonight = met({ ...window, as_of: '2026-02-13', file: 2 })
  const files = [met({ ...window, as_of: '2026-02-12' }), tonight]
  expect(windows(files)).toEqual(['dvcqg 2026-01-17..2026-02-13 preamble 2'])
  expect(windows(files.toReversed())).toEqual(['dvcqg 2026-01-17..2026-02-13 preamble 2'])
  expect(windows([tonight, met({ ...window, stated_to: '2026-02-12', as_of: '2026-02-14', file: 3 })])).toEqual([
    'dvcqg 2026-01-17..2026-02-13 preamble 2',
  ])
  expect(windows([tonight, met({ ...window, name_day: '2026-02-14', file: 3 })])).toEqual([
    'dvcqg 2026-01-17..2026-02-13 preamble 3',
  ])
})

test('two files of one night in one folder are one export; in two folders the later is', () => {
  const window = { stated_from: '2026-01-17', stated_to: '2026-02-13', name_day: '2026-02-13' }
  const [a, b] = [met({ ...window, file: 1 }), met({ ...window, file: 2 })]
  expect(windows([a, b])).toEqual(['dvcqg 2026-01-17..2026-02-13 preamble 1,2'])
  expect(windows([a, { ...b, folder: 'again' }])).toEqual(['dvcqg 2026-01-17..2026-02-13 preamble 2'])
})

test('an export whose window a newer one covers is out of force, and an older one does not push it out', () => {
  const week = met({ stated_from: '2026-01-20', stated_to: '2026-01-26', as_of: '2026-01-26' })
  const month = met({ stated_from: '2026-01-17', stated_to: '2026-02-13', as_of: '2026-02-13', file: 2 })
  expect(windows([week, month])).toEqual(['dvcqg 2026-01-17..2026-02-13 preamble 2'])
  expect(windows([{ ...week, as_of: '2026-02-20' }, month])).toHaveLength(2)
  expect(windows([{ ...week, system: 'trungtam' }, month])).toHaveLength(2)
})

test('windows that only overlap are both in force', () => {
  const files = [
    met({ stated_from: '2026-01-17', stated_to: '2026-02-13' }),
    met({ stated_from: '2026-02-01', stated_to: '2026-03-13', file: 2, as_of: '2026-03-13' }),
  ]
  expect(windows(files)).toHaveLength(2)
})

test('a file that was met again is as new as its last sighting', () => {
  const window = { stated_from: '2026-01-17', stated_to: '2026-02-13' }
  const [good, bad] = [met({ ...window, as_of: '2026-02-10' }), met({ ...window, as_of: '2026-02-11', file: 2 })]
  expect(windows([good, bad])).toEqual(['dvcqg 2026-01-17..2026-02-13 preamble 2'])
  expect(windows([good, bad, met({ ...window, as_of: '2026-02-12' })])).toEqual([
    'dvcqg 2026-01-17..2026-02-13 preamble 1',
  ])
})

test('what a browser saved beside the file of an earlier night replaces it; files of one night are parts', () => {
  const february = { stated_from: '2026-01-17', stated_to: '2026-02-13', name_day: '2026-02-13' } as const
  const first = met({ ...february, path: 'DVCQG_20260213.csv' })
  const again = met({ ...february, path: 'DVCQG_20260213 (1).csv', file: 2 })
  expect(windows([first, again])).toEqual(['dvcqg 2026-01-17..2026-02-13 preamble 1,2'])
  expect(windows([first, { ...again, as_of: '2026-02-14' }])).toEqual(['dvcqg 2026-01-17..2026-02-13 preamble 2'])
  expect(windows([{ ...first, as_of: '2026-02-14' }, again])).toEqual(['dvcqg 2026-01-17..2026-02-13 preamble 1'])
})

let sightings = 0

function met(given: Partial<MetFile>): MetFile {
  const usual = {
    file: 1,
    reading: 1,
    system: 'dvcqg',
    stated_from: null,
    stated_to: null,
    latest_event: null,
  } as const
  return {
    ...usual,
    sighting: ++sightings,
    path: `${given.file}.csv`,
    folder: '',
    name_day: null,
    as_of: '2026-02-13',
    met: given.as_of ?? '2026-02-13',
    ...given,
  }
}

function windows(files: readonly MetFile[]): string[] {
  const all = exportsInForce(files, periods)
  return all.map(
    ({ system, from, to, by, files: those }) =>
      `${system} ${from}..${to} ${by} ${those.map(({ file }) => file).join()}`,
  )
}
