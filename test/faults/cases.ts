import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { civilRow, portalRow } from '../support/dossiers.ts'
import { exportOf, preamble } from '../support/make-export.ts'
import { copyOf, months, type Ward } from '../support/ward.ts'
import { one, put, smallWard, three, two } from './small-ward.ts'

/** A command, and the ward that it is given to. */
export type Case = {
  readonly name: string
  readonly given: readonly string[]
  readonly ward: () => Promise<Ward>
  readonly decides?: boolean // a person's decision: it is taken once
}

const by = ['--by', 'Lan']

async function oneNight(): Promise<Ward> {
  const ward = await smallWard()
  await done(ward, 'nightly', '--as-of', '2026-02-13')
  return ward
}

async function secondNight(): Promise<Ward> {
  const ward = await oneNight()
  put(ward, [one, { ...two, ended: '2026-02-12' }, three])
  return ward
}

/** The catalogue has lost the procedure of all of its dossiers. */
async function anotherCatalogue(): Promise<Ward> {
  const ward = await secondNight()
  const rows = readFileSync(join(import.meta.dirname, '../../pipeline/catalogue/procedures.csv'), 'utf8').split('\n')
  writeFileSync(join(ward.folder, 'procedures.csv'), rows.filter((row) => !row.startsWith('1.001193,')).join('\n'))
  ward.configure({ catalogue: 'procedures.csv' })
  return ward
}

async function lateChange(): Promise<Ward> {
  const ward = await smallWard()
  await done(ward, 'nightly', '--as-of', '2026-02-13')
  await done(ward, 'close', '2026-02', ...by)
  put(ward, [one, { ...two, ended: '2026-02-12' }, three])
  await done(ward, 'nightly', '--as-of', '2026-02-16')
  return ward
}

/** The database of a program before the newest migration, with the rows of a night. */
export async function olderDatabase(): Promise<Ward> {
  const ward = await secondNight()
  const now = copyOf(ward)
  for (const end of ['', '-wal', '-shm']) rmSync(`${ward.database}${end}`, { force: true })
  const folder = join(import.meta.dirname, '../../sql/migrations')
  const earlier = readdirSync(folder).toSorted().slice(0, -1)
  const db = new Sqlite(ward.database)
  for (const name of earlier) db.exec(readFileSync(join(folder, name), 'utf8'))
  db.pragma(`user_version = ${earlier.length}`)
  db.exec(`attach '${now.database}' as now`)
  const tables = db.prepare<[], string>(`select name from main.sqlite_schema where type = 'table'`).pluck().all()
  for (const table of tables) {
    const columns = db.prepare<[string], string>(`select name from pragma_table_info(?)`).pluck().all(table)
    db.exec(`insert into main."${table}" (${columns.join()}) select ${columns.join()} from now."${table}"`)
  }
  db.close()
  return ward
}

async function published(): Promise<Ward> {
  const ward = await secondNight()
  await done(ward, 'nightly', '--as-of', '2026-02-14')
  rmSync(join(ward.folder, 'out/2026-02'), { recursive: true })
  return ward
}

/** The portal has a dossier that the book lacks. */
async function missingAtCentre(): Promise<Ward> {
  const ward = await smallWard()
  const before = [preamble('2026-01-17', '2026-02-13')]
  ward.put('cong.csv', exportOf('portal', [one, two, three].map((each) => portalRow(each)), { before })) // prettier-ignore
  await done(ward, 'nightly', '--as-of', '2026-02-13')
  return ward
}

const unlinked = 'unlinked_record/00009/2026/botuphap-hotich'

/** The ministry's list has a row without a code, and without anything that would say whose it is. */
async function withoutCode(): Promise<Ward> {
  const ward = await smallWard()
  put(ward, [one, two, three])
  const before = [preamble('2026-01-17', '2026-02-13')]
  const nameless = { 'Số hồ sơ hộ tịch': '00009/2026', 'Số giấy tờ tùy thân': '', 'Người yêu cầu': '' }
  ward.put(
    'ho-tich.csv',
    exportOf('civil', [civilRow(one), civilRow(two), civilRow({ code: '' }, nameless)], { before }),
  )
  await done(ward, 'nightly', '--as-of', '2026-02-13')
  return ward
}

async function city(): Promise<Ward> {
  const ward = await oneNight()
  writeFileSync(
    join(ward.folder, 'thanh-pho.yaml'),
    'city: thành phố Hải Phòng\nout: out/thanh-pho\nunits: [doisoat.yaml]\n',
  )
  rmSync(join(ward.folder, 'out/2026-02'), { recursive: true })
  return ward
}

export const firstNight: Case = {
  name: 'the first night',
  given: ['nightly', '--as-of', '2026-02-13'],
  ward: smallWard,
}

/** So many dossiers that the database has to grow in every stage. */
export const largeNight: Case = {
  name: 'a second night with sixty more dossiers',
  given: ['nightly', '--as-of', '2026-02-14'],
  ward: async () => {
    const ward = await secondNight()
    const more = Array.from({ length: 60 }, (_, at) => ({
      code: `H24.131-260205-${String(at + 1).padStart(4, '0')}`,
      identity: `0311956${String(10_000 + at)}`,
    }))
    put(ward, [one, two, three, ...more])
    return ward
  },
}

export const cases: readonly Case[] = [
  firstNight,
  {
    name: 'a second night with changed files and another catalogue',
    given: ['nightly', '--as-of', '2026-02-14'],
    ward: anotherCatalogue,
  },
  { name: 'a night on an older database', given: ['nightly', '--as-of', '2026-02-14'], ward: olderDatabase },
  {
    name: 'close',
    given: ['close', '2026-02', ...by],
    decides: true,
    ward: oneNight,
  },
  { name: 'restate', given: ['restate', '2026-02', ...by], ward: lateChange, decides: true },
  { name: 'reopen', given: ['reopen', '2026-02', ...by], ward: lateChange, decides: true },
  {
    name: 'files retract',
    given: ['files', 'retract', 'cong.csv', '--why', 'kết xuất nhầm', ...by],
    ward: oneNight,
    decides: true,
  },
  {
    name: 'discrepancies ack',
    given: [
      'discrepancies',
      'ack',
      'missing_at_centre/H24.131-260204-0003/trungtam',
      '--until',
      '2026-02-28',
      '--why',
      'đang hỏi',
      ...by,
    ],
    ward: missingAtCentre,
  },
  {
    name: 'discrepancies link',
    given: ['discrepancies', 'link', unlinked, 'H24.131-260204-0003', '--why', 'đã hỏi', ...by],
    ward: withoutCode,
  },
  { name: 'city', given: ['city', '--config', 'thanh-pho.yaml', '--period', '2026-02'], ward: city },
  {
    name: 'backup',
    given: ['backup'],
    ward: async () => {
      const ward = await oneNight()
      rmSync(join(ward.folder, 'var/backups'), { recursive: true })
      return ward
    },
  },
  {
    name: 'restore',
    given: ['restore', 'var/backups/doisoat-2026-02-13.db'],
    ward: async () => {
      const ward = await secondNight()
      await done(ward, 'nightly', '--as-of', '2026-02-14')
      return ward
    },
  },
  {
    name: 'purge',
    given: ['purge', '--before', '2026-03-01', '--yes', ...by],
    ward: async () => {
      const ward = await smallWard()
      ward.take('la.csv')
      put(ward, [{ code: 'H24.131-260105-0001', received: '2026-01-05', due: '2026-01-12', ended: '2026-01-08' }], months['2026-01']) // prettier-ignore
      await done(ward, 'nightly', '--as-of', '2026-01-16')
      put(ward, [one], months['2026-03'])
      await done(ward, 'nightly', '--as-of', '2026-03-13')
      await done(ward, 'close', '2026-01', ...by)
      return ward
    },
  },
  {
    name: 'init',
    given: ['init', '--config', 'out/moi/doisoat.yaml', '--name', 'xã A', '--city', 'tỉnh B', '--agency-code', 'H24.9', '--centre-accounts', 'a', '--household-accounts', '-', '--lang', 'en'], // prettier-ignore
    ward: oneNight,
  },
  { name: 'run load', given: ['run', 'load'], ward: published },
  { name: 'run publish', given: ['run', 'publish', '--period', '2026-02'], ward: published },
]

async function done(ward: Ward, ...given: string[]): Promise<void> {
  const { code, err } = await ward.doisoat(...given)
  if (code > 1 || !existsSync(ward.database)) throw new Error(err)
}
