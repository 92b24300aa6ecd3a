import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '../pipeline/config/read-config.ts'
import { landingOf } from '../pipeline/open-office.ts'
import { Trouble } from '../pipeline/trouble.ts'
import { sentence, wordsIn } from '../reports/words.ts'
import { makeRoom } from './support/ward.ts'

const folder = makeRoom()
const unit = `unit:
  name: phường Hưng Đạo
  city: thành phố Hải Phòng
  centre: Trung tâm Phục vụ hành chính công phường Hưng Đạo
  agencyCode: H24.131
  centreAccounts: [ttpvhcc.hd01, ttpvhcc.hd02]
  householdBusinessAccounts: [ktht.truongphong]
`

test('a configuration of the unit alone has defaults for all else', () => {
  expect(read(unit)).toEqual({
    unit: {
      name: 'phường Hưng Đạo',
      city: 'thành phố Hải Phòng',
      centre: 'Trung tâm Phục vụ hành chính công phường Hưng Đạo',
      agencyCode: 'H24.131',
      formerCodes: [],
      centreAccounts: ['ttpvhcc.hd01', 'ttpvhcc.hd02'],
      householdBusinessAccounts: ['ktht.truongphong'],
    },
    file: join(folder, 'doisoat.yaml'),
    inbox: join(folder, 'inbox'),
    database: join(folder, 'var/doisoat.db'),
    out: join(folder, 'out'),
    periods: { regime: 'nd09', override: {} },
    dueSoonDays: 2,
    catalogue: resolve('pipeline/catalogue/procedures.csv'),
    calendar: resolve('pipeline/catalogue/calendar.csv'),
    rejectThreshold: 0.05,
    expectedSystems: [],
    report: {
      template: resolve('reports/templates/bao-cao.docx'),
      symbol: 'BC-TTPVHCC',
      dates: {},
      intro: '',
      businessOffice: 'phòng Kinh tế, Hạ tầng và Đô thị',
      tasks: null,
      difficulties: null,
      plans: null,
      recipients: ['Như trên', 'Lưu: TTPVHCC'],
      signature: ['GIÁM ĐỐC'],
      signer: '',
    },
    backups: { folder: join(folder, 'var/backups'), keep: 14 },
    retention: { years: null },
    notify: { file: null, smtp: null, webhook: null, heartbeat: null },
    log: { folder: join(folder, 'var/log'), days: 90 },
    ofCity: null,
  })
})

test("paths are relative to the file's folder; an absolute path stays", () => {
  const config = read(`${unit}inbox: ../in\ncalendar: days.csv\nout: /srv/out\ndatabase: d.db\n`)
  expect(config.inbox).toBe(resolve(folder, '../in'))
  expect(config.calendar).toBe(join(folder, 'days.csv'))
  expect(config.out).toBe('/srv/out')
  expect(config.database).toBe(join(folder, 'd.db'))
})

test("the report's files lie beside the configuration; a path may be one for each period", () => {
  const { report } = read(
    `${unit}report: { template: mau.docx, tasks: 'bao-cao/{period}/I.txt', dates: { 2026-02: 2026-02-23 } }\n`,
  )
  expect(report.template).toBe(join(folder, 'mau.docx'))
  expect(report.tasks).toBe(join(folder, 'bao-cao/{period}/I.txt'))
  expect(report.dates).toEqual({ '2026-02': '2026-02-23' })
  expect(told(() => read(`${unit}report: { singer: A }\n`))).toContain('Did you mean "signer"?')
  expect(told(() => read(`${unit}report: { dates: { 2026-02: 31/02/2026 } }\n`))).toContain('a day of the calendar')
})

test('a PostgreSQL server is named by its address, and what belongs to it lies in var; another server is refused', () => {
  const served = read(`${unit}database: postgres://doisoat_loader@may-chu/doisoat\n`)
  expect(served.database).toBe('postgres://doisoat_loader@may-chu/doisoat')
  expect([served.backups.folder, landingOf(served)]).toEqual([join(folder, 'var/backups'), join(folder, 'var/landing')])
  expect(told(() => read(`${unit}database: mysql://localhost/doisoat\n`))).toContain('mysql://localhost/doisoat')
})

test('a password of a server that stands in the file is refused, and not repeated', () => {
  for (const address of ['postgres://ai:BiMat1@may-chu/doisoat', 'postgres://ai@may-chu/doisoat?password=BiMat1']) {
    const refusal = told(() => read(`${unit}database: ${address}\n`))
    expect(refusal).toContain('PGPASSWORD')
    expect(refusal).not.toContain('BiMat1')
  }
  const named = 'postgres://ai:${DOISOAT_PASSWORD}@may-chu/doisoat'
  expect(read(`${unit}database: ${named}\n`).database).toBe(named)
})

test('a day in YAML is the day as written', () => {
  const config = read(`${unit}periods: { override: { 2026-02: { from: 2026-01-17, to: '2026-02-13' } } }\n`)
  expect(config.periods).toEqual({ regime: 'nd09', override: { '2026-02': { from: '2026-01-17', to: '2026-02-13' } } })
})

test('a year is a key like any other period', () => {
  const config = read(`${unit}periods: { override: { 2026: { from: 2026-01-01, to: 2026-12-31 } } }\n`)
  expect(config.periods.override['2026']).toEqual({ from: '2026-01-01', to: '2026-12-31' })
})

test('the file may be JSON, and another name is given by --config', () => {
  const { unit: inYaml } = read(unit)
  const json = join(folder, 'ward.json')
  writeFileSync(json, JSON.stringify({ unit: inYaml, dueSoonDays: 3 }))
  expect(readConfig({ config: 'ward.json' }, folder).dueSoonDays).toBe(3)
})

test('a file that is not there is named', () => {
  expect(told(() => readConfig({ config: 'nowhere.yaml' }, folder))).toBe(
    `${folder}/nowhere.yaml: there is no such configuration file. Run \`doisoat init\` to make one, or give its path by --config.`,
  )
})

// what is written → what is told, after the file's name
test.each([
  [
    `${unit}inbux: ./in`,
    ':8:1: found the key "inbux", one of these was expected: unit, inbox, database, out, periods, dueSoonDays, catalogue, calendar, rejectThreshold, expectedSystems, report, backups, retention, notify, log. Did you mean "inbox"?',
  ],
  [
    `${unit}  formerCode: [H24.1]`,
    ':8:3: found the key "formerCode", one of these was expected: name, city, centre, agencyCode, formerCodes, centreAccounts, householdBusinessAccounts. Did you mean "formerCodes"?',
  ],
  [
    `${unit}periods:\n  regime: decree`,
    ':9:11: periods.regime: found "decree", one of the given words (nd09, calendar) was expected.',
  ],
  [
    `${unit}periods:\n  override:\n    2026-2: { from: 2026-01-17, to: 2026-02-13 }`,
    ':10:5: periods.override.2026-2: found "2026-2", a period such as 2026-02, 2026-Q1, 2026-H1, 2026-9M or 2026 was expected.',
  ],
  [
    `${unit}periods:\n  override:\n    2026-02: { from: 2026-01-17, to: 2026-02-30 }`,
    ':10:38: periods.override.2026-02.to: found "2026-02-30", a day of the calendar such as 2026-02-13 was expected.',
  ],
  [
    `${unit}periods:\n  override:\n    2026-02: { from: 2026-02-17, to: 2026-02-13 }`,
    ':10:14: periods.override.2026-02: found "{ from: 2026-02-17, to: 2026-02-13 }", from not after to was expected.',
  ],
  [
    `${unit}periods:\n  override:\n    2026-02: { from: 2026-02-17, till: 2026-02-13 }`,
    ':10:5: periods.override.2026-02.to: the key is not there, a day of the calendar such as 2026-02-13 was expected. The same file has 1 more: 10:34.',
  ],
  [`${unit}dueSoonDays: two`, ':8:14: dueSoonDays: found "two", a whole number from 0 up was expected.'],
  [
    `${unit}backups: { kep: 3 }`,
    ':8:12: found the key "kep", one of these was expected: folder, keep. Did you mean "keep"?',
  ],
  [`${unit}backups: { keep: -1 }`, ':8:18: backups.keep: found "-1", a whole number from 0 up was expected.'],
  [
    `${unit}retention: { years: 0 }`,
    ':8:21: retention.years: found "0", a number of years from 1 on, or nothing: for ever was expected.',
  ],
  [`${unit}rejectThreshold: 5%`, ':8:18: rejectThreshold: found "5%", a number from 0 to 1 such as 0.05 was expected.'],
  [`${unit}rejectThreshold: 5`, ':8:18: rejectThreshold: found "5", a number from 0 to 1 such as 0.05 was expected.'],
  [
    `${unit}expectedSystems: [dvcqg, trungtan]`,
    ':8:26: expectedSystems.1: found "trungtan", one of the given words (dvcqg, dvcqg-thanhtoan, trungtam, botuphap-hotich, botuphap-chungthuc, botaichinh-hkd, boyte-btxh, bonoivu-ncc, bonnmt-datdai, boxaydung-gpxd, bocongthuong, bogddt, bocongan-cutru, bovhttdl) was expected. Did you mean "trungtam"?',
  ],
  [
    unit.replace('H24.131', '24'),
    ':5:15: unit.agencyCode: found "24", an agency\'s code such as H24.131 was expected.',
  ],
  [unit.replace('  city: thành phố Hải Phòng\n', ''), ':1:1: unit.city: the key is not there, text was expected.'],
  [
    unit.replace('[ktht.truongphong]', 'ktht.truongphong'),
    ':7:30: unit.householdBusinessAccounts: found "ktht.truongphong", a list such as [a, b] was expected.',
  ],
  ['', ':1:1: unit: the key is not there, a group of keys, one to an indented line was expected.'],
  ['inbox', ':1:1: found "inbox", a group of keys, one to an indented line was expected.'],
  [`${unit}inbox: a\ninbox: b`, ':9:1: found the key "inbox" twice, once was expected.'],
  [`${unit}inbox: *in`, ':8:8: found "inbox: *in", a key and its value such as inbox: ./inbox was expected.'],
  [`${unit}inbox: [a`, ':8:10: found "inbox: [a", a key and its value such as inbox: ./inbox was expected.'],
])('%#', (text, expected) => {
  const { told, exit } = refused(() => read(text))
  expect(told).toBe(
    `${folder}/doisoat.yaml${expected} Correct that line of the configuration and run again; nothing has been done.`,
  )
  expect(exit).toBe(2)
})

function read(text: string) {
  writeFileSync(join(folder, 'doisoat.yaml'), text)
  return readConfig({}, folder)
}

function told(run: () => unknown): string {
  return refused(run).told
}

function refused(run: () => unknown) {
  try {
    run()
  } catch (error) {
    if (error instanceof Trouble) return { told: sentence(error, wordsIn('en')), exit: error.exit }
    throw error
  }
  throw new Error('nothing was refused')
}
