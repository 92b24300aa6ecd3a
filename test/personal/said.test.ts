import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { foldKey } from '../../connectors/fold.ts'
import { connectors } from '../../connectors/index.ts'
import { portalRow } from '../support/dossiers.ts'
import { exportOf, headerOf, preamble } from '../support/make-export.ts'
import { openWard, type Ward } from '../support/ward.ts'
import { saysNothingOfAnybody } from './said.ts'
import { connectorSamples, personalFields, personalIgnored, personalIn, searchFor } from './samples.ts'

const personal = personalIn(...connectorSamples())
const leaks = searchFor(personal)

test('the list of what is personal has names, numbers, telephones and addresses, and every column is known', () => {
  const all = personal.map(({ whole }) => whole).join('\n')
  for (const each of ['Nguyễn Thùy Tú', '031195694674', '0941242710', 'Số 321 Tổ dân phố Tiểu Trà, phường Hưng Đạo'])
    expect(all).toContain(each)
  const known = new Set<string>([...personalIgnored, 'STT'].map(foldKey))
  expect(connectors.flatMap(({ ignored }) => ignored).filter((name) => !known.has(foldKey(name)))).toEqual([])
  const fields = new Set<string>(connectors.flatMap(({ columns }) => Object.keys(columns)))
  expect(personalFields.filter((field) => !fields.has(field))).toEqual([])
})

test('a leak is found as it stands, in decomposed letters, and without its accents', () => {
  const name = 'Nguyễn Thùy Tú'
  const texts = [`x ${name} y`, name.normalize('NFD'), 'nguyen thuy tu', '"=""031195694674"""']
  expect(texts.map((text) => leaks(text)[0])).toEqual([name, name, name, '031195694674'])
})

describe('of the samples of every system', () => {
  saysNothingOfAnybody(samples, leaks, ['2026-02-12', '2026-02-13'])
})

test('names that stand in the wrong column, or where a header should be, are masked too', async () => {
  const ward = openWard()
  const person = personal.find(({ whole }) => whole === 'Nguyễn Thùy Tú')!.whole
  const shifted = { 'Ngày tiếp nhận': person, 'Trạng thái': '031195694674', 'Số định danh': '3,1195694674E+10' }
  const rows = Object.entries(shifted).map(([column, cell], at) =>
    portalRow({ code: `H24.131-260204-000${at + 1}` }, { [column]: cell }),
  )
  const header = headerOf('portal').map((name) => (name === 'Trạng thái' ? person : name))
  const before = [preamble('2026-01-17', '2026-02-13')]
  ward.put('lech-cot.csv', exportOf('portal', rows, { before }))
  ward.put('thieu-cot.csv', exportOf('portal', [portalRow()], { before, header }))
  ward.put('khong-dau.csv', `1,H24.131-260204-0001,${person},031195694674,0941242710\n`.repeat(3))
  const night = await ward.nightly('2026-02-13')
  const said = [night.out, night.err]
  for (const command of [
    ['rejects'],
    ['files'],
    ['why', 'H24.131-260204-0001'],
    ['discrepancies'],
    ['status'],
    ['plan'],
  ])
    for (const more of [[], ['--json']]) said.push((await ward.doisoat(...command, ...more)).out)
  for (const file of ['lech-cot.csv', 'khong-dau.csv'])
    said.push((await ward.doisoat('connector', 'try', `inbox/${file}`, '--json')).out)
  expect(said.join('\n')).toContain('"N.T.T."')
  expect(said.join('\n')).toContain('"•••674"')
  expect(leaks(said.join('\n'))).toEqual([])
})

function samples(ward: Ward): void {
  for (const path of connectorSamples()) ward.put(`${basename(dirname(path))}-${basename(path)}`, readFileSync(path))
}
