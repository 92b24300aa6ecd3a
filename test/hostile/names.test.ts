import { existsSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { SeenFile } from '../../pipeline/loading/files-seen.ts'
import { portalRow } from '../support/dossiers.ts'
import { exportOf, preamble } from '../support/make-export.ts'
import { openWard, type Ward } from '../support/ward.ts'
import { foreignIn, inCsv, inJson, madeOfPage, onScreen } from './checks.ts'
import { documentsOf } from './night.ts'

const names = [
  'hai\ndòng.csv',
  '"nháy".csv',
  "nháy'.csv",
  'a..hai chấm.csv',
  '-rf.csv',
  '--help',
  '=cmd|calc.csv',
  '@SUM(A1).csv',
  '\u001b[2Jxoá.csv',
  '\u009b2J.csv',
  '\u202evsc.exe.csv',
  '<script>alert(1)<script>.csv',
  '&lt;b&gt;.csv',
  'x;=1+1;.csv',
  '$(touch x).csv',
  '__proto__',
  'constructor.csv',
  'CON',
  '%n%s.csv',
  'tiếng Việt'.normalize('NFD'),
  `${'dài'.repeat(60)}.csv`.slice(0, 230),
  'á'.repeat(127),
]
const plainNames = names.map((_, at) => `tep-${at}.csv`)
const rejected = exportOf('portal', [portalRow({}, { 'Ngày tiếp nhận': 'sai' })], { before: [preamble('2026-01-17', '2026-02-13')] }) // prettier-ignore

describe('files of any name', () => {
  let ward: Ward
  let plain: Ward

  beforeAll(async () => {
    plain = await wardOf(plainNames)
    ward = await wardOf(names)
  })

  test('each is met, under the name that it has', async () => {
    const { files } = await ward.ask<{ files: SeenFile[] }>('files')
    const met = new Set(files.map(({ file }) => file))
    expect(names.filter((name) => !met.has(name))).toEqual([])
  })

  test('no page has another element, no list another formula, and no screen a control character', async () => {
    const plainMade = Object.fromEntries(documentsOf(plain).map(([name, bytes]) => [name, madeOfPage(bytes.toString('utf8'))])) // prettier-ignore
    for (const [name, bytes] of documentsOf(ward)) {
      const text = bytes.toString('utf8')
      if (name.endsWith('.html')) expect([name, foreignIn(madeOfPage(text), plainMade[name]!)]).toEqual([name, []])
      if (name.endsWith('.csv')) expect(inCsv(text)).toEqual([])
    }
    for (const command of [['files'], ['rejects'], ['discrepancies'], ['status']]) {
      const { out, err } = await ward.doisoat(...command)
      expect([...onScreen(out), ...onScreen(err)]).toEqual([])
      expect(inJson((await ward.doisoat(...command, '--json')).out)).toEqual([])
    }
    const tried = await Promise.all(names.map((name) => ward.doisoat('connector', 'try', join('inbox', name))))
    expect(tried.flatMap(({ out, err }) => [...onScreen(out), ...onScreen(err)])).toEqual([])
    expect(tried.filter(({ code }) => code > 1)).toEqual([])
  })

  test('nothing is written where a name points to', () => {
    expect(readdirSync(ward.folder).toSorted()).toEqual(['doisoat.yaml', 'inbox', 'out', 'var'])
    const kept = readdirSync(join(ward.folder, 'var/landing'), { recursive: true, encoding: 'utf8' })
    expect(kept.filter((name) => !/^[\da-f]{2}(?:\/[\da-f]{64})?$/.test(name))).toEqual([])
  })

  test('each can be taken back by its name', async () => {
    for (const name of ['hai\ndòng.csv', '\u001b[2Jxoá.csv', '__proto__']) {
      const { code, out, err } = await ward.doisoat('files', 'retract', name, '--why', 'thử', '--by', 'Lan')
      expect([code, onScreen(out), onScreen(err)]).toEqual([expect.any(Number), [], []])
      expect(code).toBeLessThan(3)
    }
  })
})

test.runIf(process.platform === 'linux')('a name whose bytes are no letters does not stop the night', async () => {
  const ward = openWard()
  ward.put('tot.csv', rejected.replace('sai', '04/02/2026 08:30:00'))
  ward.put('la', rejected)
  const odd = Buffer.concat([Buffer.from(join(ward.folder, 'inbox/')), Buffer.from([0x78, 0xff, 0xfe, 0x80])])
  renameSync(join(ward.folder, 'inbox/la'), odd)
  const { code, out, err } = await ward.nightly('2026-02-13')
  expect([code, [...onScreen(out), ...onScreen(err)]]).toEqual([1, []])
  const { files } = await ward.ask<{ files: SeenFile[] }>('files')
  expect(files.map(({ file, state, reason }) => [file, state, reason?.id ?? null])).toEqual([
    ['tot.csv', 'loaded', null],
    ['x\uFFFD\uFFFD\uFFFD', 'refused', 'unreadable'],
  ])
})

async function wardOf(all: readonly string[]): Promise<Ward> {
  const ward = openWard({ rejectThreshold: 1 })
  for (const [at, name] of all.entries()) ward.put(name, rejected.replace('0001', String(at + 1).padStart(4, '0')))
  ward.put('nguoi-la.csv', 'a;b\n1;2\n')
  expect((await ward.nightly('2026-02-13')).code).toBeLessThan(2)
  expect(statSync(join(ward.folder, 'out')).isDirectory() && !existsSync(join(ward.folder, 'x'))).toBe(true)
  writeFileSync(join(ward.folder, 'inbox/x'), '')
  return ward
}
