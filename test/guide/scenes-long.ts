import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { workbook } from '../connectors/sheet-files.ts'
import { fixtures, openWard } from '../support/ward.ts'
import { wordsIn } from './blocks.ts'
import type { Scene, Stage } from './scene.ts'
import { told } from './told.ts'
import {
  afterTheNight,
  beforeTheNight,
  exportOf,
  filledList,
  linesOfNight,
  linkInInbox,
  logOf,
  newWard,
  said,
} from './wards.ts'

const evening = '2026-02-13T18:00:00Z'
const morning = '2026-02-14T01:00:00Z'
const stated = join(fixtures, 'stated')

/** The same, where a scene takes several nights or a whole clone. */
export const longScenes: readonly Scene[] = [
  {
    is: 'rows without a code that nobody can match',
    opens: newWard,
    now: morning,
    steps: [
      async ({ ward }) => {
        ward.put('2026-02/HoTich_DanhSach_20260213.csv', exportOf('2026-02', 'HoTich_DanhSach_20260213.csv', (text) => text.replace(/H24\.131-260126-0007(.*?);[^;]*;031370409618/, 'H24.131-26O126-0007$1;;').replace(/;H24\.131-260212-0021;(.*?);031161644954/, ';;$1;031161644955'))) // prettier-ignore
        await said('nightly', '--as-of', '2026-02-13')({ ward, now: evening })
      },
      'discrepancies links',
      'discrepancies link unlinked_record',
    ],
  },
  {
    is: 'files that are not taken, and systems that sent none',
    opens: newWard,
    now: evening,
    steps: [
      ({ ward }) => {
        ward.take('2026-02/GPXD_20260213.tsv')
        ward.put('2026-02/HKD_20260214.csv', '<!DOCTYPE html>\n<html><body>Đăng nhập</body></html>\n')
        linkInInbox(ward, '2026-02/link.csv', '2026-02/BCT_20260213.csv')
      },
      ...linesOfNight('2026-02-13', ['2026-02/HKD_20260214.csv', '2026-02/link.csv', 'Số liệu chưa đầy đủ: Giấy phép']),
    ],
  },
  {
    is: 'the morning after, looked at closely',
    opens: afterTheNight,
    now: morning,
    steps: ['why 2026-02/resolved_overdue', 'verify out/2026-02', 'run reconcile', 'run normalize'],
  },
  {
    is: 'figures that somebody else stated',
    opens: afterTheNight,
    now: morning,
    steps: [
      ({ ward }) => cpSync(join(stated, 'dong-thuan-2025-10.txt'), join(ward.folder, 'bao-cao-thang-10.txt')),
      { types: 'check bao-cao-thang-10.txt', exits: 1 },
      ({ ward }) => writeFileSync(join(ward.folder, 'bao-cao-thang-02.txt'), 'Từ ngày 17/01/2026 đến ngày 13/02/2026, Trung tâm đã tiếp nhận 1061 hồ sơ, trong đó có 111 hồ sơ từ kỳ trước. Đã trả kết quả 952 hồ sơ, trong đó có 939 hồ sơ giải quyết trước hạn, 06 hồ sơ quá hạn, 04 hồ sơ từ chối, 03 hồ sơ rút. Có 72 hồ sơ đang giải quyết trong hạn.\n'), // prettier-ignore
      { types: 'check bao-cao-thang-02.txt', exits: 1 },
      { file: 'unit: phường', named: 'khoa.txt' },
      async ({ ward }) => {
        if ((await ward.doisoat('check', 'khoa.txt')).code !== 0) throw new Error('the keys do not hold')
      },
    ],
  },
  {
    is: 'a desk that hands its list back',
    opens: afterTheNight,
    now: morning,
    steps: [
      ({ ward }) => {
        const { head, rows } = filledList(ward, (at) => (at < 9 ? ['chờ bổ sung', '28/02/2026'] : ['', '']))
        writeFileSync(join(ward.folder, 'ho-so-can-xu-ly.xlsx'), workbook([{ rows: [head, ...rows] }]))
      },
      'discrepancies ack --from ho-so-can-xu-ly.xlsx',
      ({ ward }) => {
        const { csv } = filledList(ward, (at) => [at === 22 ? 'chờ bổ sung' : '', at === 23 ? '28/02/2026' : '']) // prettier-ignore
        writeFileSync(join(ward.folder, 'ho-so-can-xu-ly.csv'), csv)
      },
      { types: 'discrepancies ack --from ho-so-can-xu-ly.csv', exits: 2 },
    ],
  },
  {
    is: 'a period that is closed, and a night that knows better',
    opens: afterTheNight,
    now: morning,
    steps: [
      'close 2026-02',
      async (stage) => {
        stage.ward.put('2026-02b/CuTru_20260214.csv', exportOf('2026-02', 'CuTru_20260213.csv', (text) => text.replace(/^.*260115-0030.*\r?\n/m, '').replace('2026/02/03 17:00:00","2026/02/04', '2026/02/05 17:00:00","2026/02/04'))) // prettier-ignore
        stage.now = '2026-02-15T01:00:00Z'
        await said('nightly', '--as-of', '2026-02-14')(stage)
      },
      'changes',
      'restate 2026-02',
    ],
  },
  {
    is: 'a city of two wards',
    opens: newWard,
    now: morning,
    steps: [
      { file: 'city: thành phố Hải Phòng', named: 'doisoat.yaml' },
      ({ ward }) => {
        for (const name of ['DVCQG_DanhSachHoSo_20260213.csv', 'SoTheoDoi_TTPVHCC_20260213.csv'])
          ward.put(`H24.132/${name}`, exportOf('2026-02', name, asOfAnDuong))
      },
      'nightly --units H24.131,H24.132',
      'nightly --shard 3/16',
      'city --period 2026-02',
      'figures --unit H24.131',
    ],
  },
  {
    is: 'a file that should not have been loaded',
    opens: newWard,
    now: morning,
    steps: [
      async ({ ward }) => {
        ward.take('2026-02/HKD_20260213.csv')
        ward.put('inbox-cu/HKD_20260213.csv', exportOf('2026-02', 'HKD_20260213.csv'))
        await said('nightly', '--as-of', '2026-02-13')({ ward, now: evening })
      },
      'files retract',
    ],
  },
  {
    is: 'a night told of, logged and seen while it runs',
    opens: beforeTheNight,
    now: '2026-02-13T18:30:02Z',
    steps: [
      { shows: '{"at":', prints: async (stage) => (await said('nightly', '--as-of', '2026-02-13')(stage)) && logOf(stage.ward) }, // prettier-ignore
      { shows: 'doisoat phường Hưng Đạo, đêm 12/02/2026', prints: () => told.quiet },
      { shows: 'doisoat phường Hưng Đạo, đêm 14/02/2026', prints: () => told.failed },
      { shows: 'Nạp 67%', prints: () => told.progress },
    ],
  },
  {
    is: 'a quarter one of whose months was published twice',
    opens: afterTheNight,
    now: '2026-03-14T01:00:00Z',
    steps: [
      async (stage) => {
        stage.ward.putMonth('2026-03', '2026-03')
        await quietly(stage, 'nightly', '--as-of', '2026-03-13')
        await quietly(stage, 'close', '2026-02', '--why', 'đã ký')
        const later = (text: string): string => text.replace('2026/02/03 17:00:00","2026/02/04', '2026/02/05 17:00:00","2026/02/04') // prettier-ignore
        stage.ward.put('2026-02b/CuTru_20260214.csv', exportOf('2026-02', 'CuTru_20260213.csv', later))
        stage.now = '2026-03-15T01:00:00Z'
        await quietly(stage, 'nightly', '--as-of', '2026-03-14')
        await quietly(stage, 'restate', '2026-02', '--why', 'Cư trú sửa ngày hẹn')
      },
      { shows: 'Gồm các tháng', prints: said('figures', '--period', '2026-Q1') },
    ],
  },
  {
    is: 'a ward after five years',
    opens: afterTheNight,
    now: '2031-01-16T01:00:00Z',
    steps: [
      async (stage) => {
        for (const period of ['2026-01', '2026-02']) await quietly(stage, 'close', period, '--why', 'đã ký')
      },
      'purge --older-than 5\n',
      'purge --older-than 5 --yes',
    ],
  },
  {
    is: 'a clone of the repository',
    opens: () => {
      const ward = openWard()
      const there = join(ward.folder, 'fixtures')
      mkdirSync(there)
      for (const name of ['doisoat.yaml', '2026-02', 'report']) cpSync(join(fixtures, name), join(there, name), { recursive: true }) // prettier-ignore
      return ward
    },
    now: '2026-02-13T18:30:00Z',
    steps: [
      { shows: 'Từ ngày 17/01/2026', prints: (stage) => said(...startWords())(stage) },
      { shows: 'Bảng đối soát từ Cổng đến sổ', prints: (stage) => said(...startWords())(stage) },
      'figures --config fixtures/doisoat.yaml --period 2026-02',
      'connector test\n',
    ],
  },
]

/** What `npm start` runs. */
function startWords(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(fixtures, '../package.json'), 'utf8')) as { scripts: { start: string } } // prettier-ignore
  return wordsIn(scripts.start).slice(2)
}

async function quietly(stage: Stage, ...given: string[]): Promise<void> {
  await said(...given)(stage)
}

function asOfAnDuong(text: string): string {
  const codes = text.replaceAll('H24.131', 'H24.132').replaceAll('Hưng Đạo', 'An Dương')
  return codes.replaceAll(/ttpvhcc\.hd0\d/g, 'ttpvhcc.ad01').replaceAll('ktht.truongphong', 'ktht.anduong')
}
