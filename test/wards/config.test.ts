import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { readCity, readConfig } from '../../pipeline/config/read-config.ts'
import { Trouble } from '../../pipeline/trouble.ts'
import { sentence, wordsIn } from '../../reports/words.ts'
import { makeRoom } from '../support/ward.ts'

let room = ''
beforeEach(() => (room = makeRoom()))

function write(name: string, text: string): void {
  mkdirSync(dirname(join(room, name)), { recursive: true })
  writeFileSync(join(room, name), text)
}

function told(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    if (error instanceof Trouble) return sentence(error, wordsIn('en')).replaceAll(room, '')
    throw error
  }
  throw new Error('nothing is wrong')
}

const at = (path: string): string => join(room, path)
const ward = (name: string, code: string, more = '') => `
  - name: ${name}
    agencyCode: ${code}
    centreAccounts: [tt.${code}]
    householdBusinessAccounts: []
${more}`
const city = (units: string, settings = '') => `city: thành phố Hải Phòng\n${settings}\nunits:${units}`
const two = `${ward('phường Hưng Đạo', 'H24.131')}${ward('xã An Hưng', 'H24.132')}`

test('what is shared is said once: each ward has it, with a database, documents and kept files of its own', () => {
  write('doisoat.yaml', city(two, 'dueSoonDays: 5\nbackups: { keep: 3 }\nperiods: { regime: calendar }'))
  const { wards, out, home } = readCity({}, room)
  expect(wards.map(({ unit }) => [unit.agencyCode, unit.city, unit.centre])).toEqual([
    ['H24.131', 'thành phố Hải Phòng', 'Trung tâm Phục vụ hành chính công phường Hưng Đạo'],
    ['H24.132', 'thành phố Hải Phòng', 'Trung tâm Phục vụ hành chính công xã An Hưng'],
  ])
  expect(wards.map(({ dueSoonDays, backups, periods }) => [dueSoonDays, backups.keep, periods.regime])).toEqual([
    [5, 3, 'calendar'],
    [5, 3, 'calendar'],
  ])
  expect([out, home]).toEqual([at('out'), at('var')])
  expect(wards[1]).toMatchObject({
    inbox: at('inbox'),
    database: at('var/H24.132/doisoat.db'),
    out: at('out/H24.132'),
    backups: { folder: at('var/H24.132/backups') },
    log: { folder: at('var/H24.132/log') },
  })
})

test('{unit} in a path is the ward’s code; a database for all of them has a log for each', () => {
  write('doisoat.yaml', city(two, 'inbox: ./nhan/{unit}\nout: ./ket-qua/{unit}/ra\ndatabase: ./kho/tp.db'))
  const { wards, out, home } = readCity({}, room)
  expect(wards.map((each) => [each.inbox, each.out, each.database, each.log.folder])).toEqual(
    ['H24.131', 'H24.132'].map((code) => [
      at(`nhan/${code}`),
      at(`ket-qua/${code}/ra`),
      at('kho/tp.db'),
      at(`kho/log/${code}`),
    ]),
  )
  expect([out, home]).toEqual([at('ket-qua'), at('kho')])
  expect(wards.map(({ ofCity }) => ofCity?.common)).toEqual([null, null])
})

test('what a ward says itself counts, key by key; its paths are its own', () => {
  const own = '    dueSoonDays: 9\n    inbox: ./rieng\n    report: { signer: Trần Văn A }\n'
  const units = `${ward('phường Hưng Đạo', 'H24.131', own)}${ward('xã An Hưng', 'H24.132')}${ward('xã Bình', 'H24.133')}`
  write('doisoat.yaml', city(units, 'report: { place: Hải Phòng, signer: Lê Thị B }'))
  const [first, second, third] = readCity({}, room).wards
  expect([first!.dueSoonDays, first!.inbox, first!.report.signer, first!.report.place]).toEqual([9, at('rieng'), 'Trần Văn A', 'Hải Phòng']) // prettier-ignore
  expect([second!.dueSoonDays, second!.report.signer]).toEqual([2, 'Lê Thị B'])
  expect(first!.ofCity!.common).toBeNull()
  expect(second!.ofCity!.common!.units.map(({ agencyCode }) => agencyCode)).toEqual(['H24.132', 'H24.133'])
  expect(third!.inbox).toBe(at('inbox'))
})

const unitFile = (name: string, code: string, more = '') => `unit:
  name: ${name}
  agencyCode: ${code}
  centreAccounts: [tt.${code}]
  householdBusinessAccounts: []
${more}`

test('units may be a folder of files, each written as for a ward alone; what it does not say is the city’s', () => {
  write('doisoat.yaml', 'city: thành phố Hải Phòng\nunits: ./units\ndueSoonDays: 4\n')
  write('units/b.yaml', unitFile('xã An Hưng', 'H24.132', 'inbox: ./b\n'))
  write('units/a.yml', unitFile('phường Hưng Đạo', 'H24.131'))
  write('units/.old.yaml', 'unit: {}')
  const { wards } = readCity({}, room)
  expect(wards.map((each) => [each.unit.agencyCode, each.inbox, each.database, each.dueSoonDays])).toEqual([
    ['H24.131', at('inbox'), at('var/H24.131/doisoat.db'), 4],
    ['H24.132', at('units/b'), at('var/H24.132/doisoat.db'), 4],
  ])
})

test('a text in the list is a ward’s own configuration: it stays what it is alone, but for what the city says', () => {
  const whole = unitFile('phường Hưng Đạo', 'H24.131').replace(
    'agencyCode',
    'city: Hải Phòng\n  centre: TT\n  agencyCode',
  )
  write('hd/doisoat.yaml', whole)
  write('thanh-pho.yaml', 'city: thành phố Hải Phòng\nout: ./tp\nunits: [hd/doisoat.yaml]\n')
  const { notify: _told, ...alone } = readConfig({ config: 'hd/doisoat.yaml' }, room)
  expect(readCity({ config: 'thanh-pho.yaml' }, room).wards).toEqual([
    { ...alone, notify: expect.any(Object) as object, ofCity: { said: null, common: null } },
  ])
  write('thanh-pho.yaml', 'city: TP\nout: ./tp/{unit}\ndatabase: ./tp.db\ndueSoonDays: 7\nunits: [hd/doisoat.yaml]\n')
  expect(readCity({ config: 'thanh-pho.yaml' }, room).wards[0]).toMatchObject({
    inbox: at('hd/inbox'),
    database: at('tp.db'),
    out: at('tp/H24.131'),
    log: { folder: at('log/H24.131') },
    dueSoonDays: 7,
    ofCity: { said: expect.stringContaining('dueSoonDays') as string },
  })
})

test('whoever tells of nights tells for the city: a ward alone has nobody, unless it names somebody', () => {
  const own = '    notify: { file: ./rieng.txt }\n'
  write('doisoat.yaml', city(`${two}${ward('xã Bình', 'H24.133', own)}`, 'notify: { file: ./tin.txt }'))
  const { wards, shared } = readCity({}, room)
  expect([shared, ...wards].map(({ notify }) => notify.file)).toEqual([at('tin.txt'), null, null, at('rieng.txt')])
})

test('what is said of a ward is the same text whatever other wards, comments and folders there are', () => {
  const saidOf = (text: string, folder: string): (string | null)[] => {
    write(`${folder}/doisoat.yaml`, text)
    return readCity({}, at(folder)).wards.map(({ ofCity }) => ofCity!.said)
  }
  const [first, second] = saidOf(city(two), 'a')
  expect(saidOf(`# mới\n${city(`${two}${ward('xã Bình', 'H24.133')}`, 'notify: { file: ./x }')}`, 'b').slice(0, 2)).toEqual([first, second]) // prettier-ignore
  expect(saidOf(city(two, 'dueSoonDays: 3'), 'c')).not.toContain(first)
  expect(first).not.toBe(second)
})

test('a command is of one ward: which one is asked for, and found by its code', () => {
  write('doisoat.yaml', city(two))
  expect(told(() => readConfig({}, room))).toMatch(/^The configuration has 2 wards.*"H24\.131", "H24\.132".*--unit/)
  expect(readConfig({ unit: 'h24.132' }, room).unit.name).toBe('xã An Hưng')
  expect(told(() => readConfig({ unit: 'H24.312' }, room))).toMatch(/no ward "H24\.312"; the nearest is "H24\.13[12]"/)
  write('one.yaml', city(ward('phường Hưng Đạo', 'H24.131')))
  expect(readConfig({ config: 'one.yaml' }, room).unit.agencyCode).toBe('H24.131')
  write('alone.yaml', unitFile('phường Hưng Đạo', 'H24.131', '').replace('agencyCode', 'city: Hải Phòng\n  centre: TT\n  agencyCode')) // prettier-ignore
  expect(readConfig({ config: 'alone.yaml', unit: 'H24.131' }, room).ofCity).toBeNull()
  expect(told(() => readConfig({ config: 'alone.yaml', unit: 'H24.132' }, room))).toContain('no ward "H24.132"')
  expect(told(() => readCity({ config: 'alone.yaml' }, room))).toMatch(/alone\.yaml: this configuration is of one ward/)
})

test('what is wrong is said with its line: of the city, of a ward in the list, of a ward’s file', () => {
  const said = (text: string, at: string): string => {
    write('doisoat.yaml', text)
    const before = text.slice(0, text.indexOf(at))
    const place = `/doisoat.yaml:${before.split('\n').length}:${before.length - before.lastIndexOf('\n')}: `
    return told(() => readCity({}, room)).replace(place, `HERE `)
  }
  expect(said(city(two, 'dueSoon: 3'), 'dueSoon')).toMatch(/^HERE .*"dueSoon".*"dueSoonDays"/)
  expect(said('city: x\nwards: [a.yaml]\n', 'city')).toMatch(/the key wards is called units now/)
  expect(said(city(two, 'unit: {}'), 'unit:')).toMatch(/^HERE .*"unit".*"units"/)
  expect(said(city(ward('phường Hưng Đạo', 'H24-131')), 'H24-131')).toMatch(
    /^HERE units\.0\.agencyCode: found "H24-131"/,
  )
  expect(said(city(`${two}    centerAccounts: []\n`), 'centerA')).toMatch(/^HERE .*"centerAccounts".*"centreAccounts"/)
  expect(said(city(`${two}\n  - name: xã Bình\n`), 'name: xã Bình')).toMatch(/^HERE units\.2\.\w+: /)
  expect(said(city(`${two}    periods: { regime: năm }\n`), 'năm')).toMatch(/^HERE units\.1\.periods\.regime/)
  expect(said('units: []\ncity: x\n', '[]')).toMatch(/^HERE units: /)
  expect(said('city: x\nunits: ./none\n', 'city')).toMatch(/^\/none: there is no such folder/)
  expect(said(city(`${two}${ward('xã khác', 'H24.132')}`), 'city')).toMatch(
    /H24\.132 is said of "xã An Hưng", "xã khác"/,
  )
  write('u/a.yaml', unitFile('phường Hưng Đạo', 'H24.131', 'dueSoonDays: nhiều\n'))
  expect(said('city: x\nunits: ./u\n', 'city')).toMatch(/^\/u\/a\.yaml:6:14: dueSoonDays: found "nhiều"/)
})
