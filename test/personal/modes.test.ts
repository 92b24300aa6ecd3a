import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { portalRow } from '../support/dossiers.ts'
import { exportOf, preamble } from '../support/make-export.ts'
import { makeRoom, openWard, type Ward } from '../support/ward.ts'

const child = join(import.meta.dirname, 'open-to-all.ts')

test('with umask 000, everything that the program makes is its owner’s alone, while it works and afterwards', () => {
  const ward = wardOfOne()
  const room = makeRoom()
  const commands = [
    ['nightly', '--as-of', '2026-02-13'],
    ['nightly', '--as-of', '2026-02-13', '--dry-run'],
    ['discrepancies', '--unmask', '--why', 'thử'],
    ['city', '--config', 'thanh-pho.yaml', '--period', '2026-02'],
  ]
  const given = [child, '000', ward.folder, room, JSON.stringify(commands)]
  const { stdout, stderr, status } = spawnSync(process.execPath, given, { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
  const { seen, open } = JSON.parse(stdout) as { seen: string[]; open: string[] }
  for (const each of ['.db', '.db-wal', '.db-shm', '.db.lock', '.holder', '.draft', 'landing', 'ho-so-can-xu-ly.csv'])
    expect(seen.some((path) => path.includes(each))).toBe(true)
  expect(open).toEqual([])
  expect(openUnder(join(ward.folder, 'var'))).toEqual([])
  expect(openUnder(join(ward.folder, 'out'))).toEqual([])
  expect(readdirSync(room)).toEqual([]) // the trial has thrown away what it made
})

test('who may read the inbox and the configuration is not the program’s matter', async () => {
  const ward = wardOfOne()
  chmodSync(join(ward.folder, 'inbox/cong.csv'), 0o644)
  await ward.nightly('2026-02-13')
  expect(statSync(join(ward.folder, 'inbox/cong.csv')).mode & 0o777).toBe(0o644)
})

function wardOfOne(): Ward {
  const ward = openWard()
  ward.put('cong.csv', exportOf('portal', [portalRow()], { before: [preamble('2026-01-17', '2026-02-13')] }))
  writeFileSync(join(ward.folder, 'thanh-pho.yaml'), stringify({ city: 'a', out: 'out/tp', units: ['doisoat.yaml'] }))
  return ward
}

function openUnder(folder: string): string[] {
  if (!existsSync(folder)) return [`no ${folder}`]
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
  return [folder, ...paths].filter((path) => (statSync(path).mode & 0o077) !== 0)
}
