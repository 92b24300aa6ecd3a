import { closeSync, openSync, utimesSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { SeenFile } from '../../pipeline/loading/files-seen.ts'
import { htmlPage, zipped } from '../connectors/sheet-files.ts'
import { portalRow } from '../support/dossiers.ts'
import { exportOf, preamble } from '../support/make-export.ts'
import { openWard } from '../support/ward.ts'
import { nightApart } from './bounded.ts'

const good = exportOf('portal', [portalRow()], { before: [preamble('2026-01-17', '2026-02-13')] })
const zeros = Buffer.alloc(20_000_000)
const nested = (depth: number): Uint8Array => zipSync({ 'a.zip': depth === 0 ? zipSync({ 'a.csv': zeros }) : nested(depth - 1) }) // prettier-ignore
const entities = Array.from({ length: 20 }, (_, at) => `<!ENTITY l${at} "${at === 0 ? 'ha' : `&l${at - 1};`.repeat(10)}">`).join('') // prettier-ignore
const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`${at}.csv`, Buffer.from('a')]))

/** What is put into the inbox, and what becomes of it. */
const bombs: readonly (readonly [string, () => string | Uint8Array, string])[] = [
  ['zip-trong-zip.zip', () => nested(12), 'zip_in_zip'],
  ['nhieu-tep.zip', () => zipSync(many), 'too_large'],
  ['phong.zip', () => zipped({ 'a.csv': Buffer.alloc(60_000_000, 'a;') }, { packs: true, claims: { 'a.csv': 4_000_000_000 } }), 'large_zip'], // prettier-ignore
  ['cuoi.xls', () => `<?xml version="1.0"?><!DOCTYPE x [${entities}]><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row><Cell><Data>&l19;</Data></Cell></Row></Table></Worksheet></Workbook>`, 'unknown_header'], // prettier-ignore
  ['trieu-cot.csv', () => `${Array.from({ length: 1_000_000 }, (_, at) => `c${at}`).join(';')}\n`, 'unknown_header'],
  ['bang-vo-tan.xls', () => `<html><table>${'<tr><td>x'.repeat(300_000)}`, 'html'],
  ['bang-trong-bang.xls', () => `<html>${'<table><tr><td>'.repeat(50_000)}`, 'too_large'],
  ['cot-gop.xls', () => htmlPage([['a']]).replace('<td', '<td colspan="2000000000" rowspan="2000000000"'), 'html'], // prettier-ignore
  ['nhay.csv', () => `"${'a\n'.repeat(500_000)}`, 'unknown_header'],
  ['mot-o.csv', () => good.replace('Trần Thị Hòa', 'h'.repeat(10_000_000)), 'loaded'],
]

test.each(bombs)('%s: bounded, and the file beside it is loaded', async (name, content, becomes) => {
  const ward = openWard()
  ward.put('cong.csv', good.replace('-0001', '-0002'))
  ward.put(name, content())
  const since = performance.now()
  const { status, mebibytes, err } = nightApart(ward, 120)
  process.stdout.write(`${name}: ${Math.round(mebibytes)} MiB, ${Math.round(performance.now() - since)} ms\n`)
  expect([status, err]).toEqual([0, ''])
  expect(mebibytes).toBeLessThan(800)
  const { files } = await ward.ask<{ files: SeenFile[] }>('files')
  expect(files.find(({ file }) => file === 'cong.csv')?.state).toBe('loaded')
  const others = files.filter(({ file }) => file !== 'cong.csv')
  expect([...new Set(others.map(({ state, reason }) => reason?.id ?? state))]).toEqual([becomes])
})

test('a line of half a gigabyte takes no more memory than a line of a megabyte', async () => {
  const ward = openWard()
  ward.put('cong.csv', good)
  const path = join(ward.folder, 'inbox/mot-dong.csv')
  const file = openSync(path, 'w')
  const part = Buffer.alloc(1_000_000, 'Mã hồ sơ;Tên thủ tục;')
  for (let at = 0; at < 500; at++) writeSync(file, part)
  closeSync(file)
  utimesSync(path, 0, 0)
  const { status, mebibytes, err } = nightApart(ward, 240)
  process.stdout.write(`mot-dong.csv: ${Math.round(mebibytes)} MiB\n`)
  expect([status, err]).toEqual([0, ''])
  expect(mebibytes).toBeLessThan(800)
  const { files } = await ward.ask<{ files: SeenFile[] }>('files')
  expect(files.map(({ file: name, state, reason }) => [name, reason?.id ?? state])).toEqual([
    ['cong.csv', 'loaded'],
    ['mot-dong.csv', 'endless_line'],
  ])
})
