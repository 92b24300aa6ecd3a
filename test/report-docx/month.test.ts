import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { fixtures, openWard, type Ward } from '../support/ward.ts'
import { between, linesOf } from './read-docx.ts'

const sample = parse(readFileSync(join(fixtures, 'doisoat.yaml'), 'utf8')) as { report: object }
const original = readFileSync(join(fixtures, 'report/2026-02/bao-cao.txt'), 'utf8')
const report = {
  ...sample.report,
  tasks: join(fixtures, 'report/{period}/nhiem-vu.txt'),
  plans: join(fixtures, 'report/{period}/phuong-huong.txt'),
}
let ward: Ward

beforeAll(async () => {
  ward = openWard({ report })
  ward.putMonth('2026-02')
  await ward.nightly('2026-02-13')
})

test("the sample month's document is what stands in the gallery", async () => {
  await expect(`${linesOf(written(ward)).join('\n')}\n`).toMatchFileSnapshot('./golden/bao-cao.docx.txt')
})

test.each([
  ['the title and the intro', 'BÁO CÁO', 'I. Kết quả'],
  ['I.1', '1. Các nhiệm vụ', '2. Về kết quả'],
  ['I.2', '2. Về kết quả', 'II. Khó khăn'],
  ['III', 'III. Phương hướng', 'Trên đây là'],
])('%s of the sample month is the original, word for word', (_, from, to) => {
  const theirs = original.split('\n').filter((line) => line !== '')
  const ours = between(linesOf(written(ward)), from, to).filter(
    (line) => line !== '' && !line.startsWith('(Số liệu chi tiết'),
  )
  expect(ours.map((line) => line.replace(/^Kính gửi: $/, 'Kính gửi:'))).toEqual(between(theirs, from, to))
})

test("section II begins with the original's paragraph and adds the number", () => {
  const [theirs] = between(
    original.split('\n').filter((line) => line !== ''),
    'II. Khó khăn',
    'III. Phương',
  )
  const [ours] = between(linesOf(written(ward)), 'II. Khó khăn', 'III. Phương')
  expect(ours!.startsWith(`${theirs!} Trong kỳ có 37 hồ sơ`)).toBe(true)
})

test('another ward with the same exports writes the same bytes', async () => {
  const other = openWard({ report }, new Date('2027-01-31T23:59:00Z'))
  other.putMonth('2026-02')
  await other.nightly('2026-02-13')
  expect(written(other).equals(written(ward))).toBe(true)
})

test('a longer period has its own title', async () => {
  expect((await ward.doisoat('report', '--period', '2026-Q1')).code).toBe(0)
  expect(linesOf(written(ward, '2026-Q1'))).toContain(
    'Kết quả thực hiện nhiệm vụ quý I và phương hướng, nhiệm vụ quý II năm 2026',
  )
})

test('a template that cannot be filled in ends the night before it begins, and names the place', async () => {
  const other = openWard({ report: { template: './mau.docx' } })
  other.putMonth('2026-02')
  writeFileSync(join(other.folder, 'mau.docx'), 'Báo cáo')
  const { code, err } = await other.nightly('2026-02-13')
  expect(code).toBe(2)
  expect(err).toContain('mau.docx: tệp này không phải văn bản Word (.docx).')
  expect((await other.doisoat('status')).code).toBe(2)
})

test('a template or a text that is not there is named with its key', async () => {
  const other = openWard({ report: { template: './mau.docx' } })
  expect((await other.nightly('2026-02-13')).err).toContain('report.template: ')
  other.configure({ report: { plans: './III.txt' } })
  expect((await other.nightly('2026-02-13')).err).toContain('report.plans: ')
  writeFileSync(join(other.folder, 'III.txt'), Buffer.from('PK\u0003\u0004'))
  expect((await other.nightly('2026-02-13')).err).toContain('cần một tệp .txt')
})

test('a text of the office comes in any encoding that an export comes in', async () => {
  mkdirSync(join(ward.folder, 'viet'))
  writeFileSync(
    join(ward.folder, 'viet/2026-02.txt'),
    Buffer.from('\uFEFF- Rà soát quy trình.'.normalize('NFD'), 'utf16le'),
  )
  ward.configure({ report: { ...report, plans: './viet/{period}.txt' } })
  expect((await ward.doisoat('report', '--period', '2026-02')).code).toBe(0)
  expect(between(linesOf(written(ward)), 'III. Phương', '(Số liệu')).toEqual(['- Rà soát quy trình.'])
})

function written({ folder }: Pick<Ward, 'folder'>, period = '2026-02'): Buffer {
  return readFileSync(join(folder, 'out', period, 'bao-cao.docx'))
}
