import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { SeenFile } from '../../pipeline/loading/files-seen.ts'
import { portalRow } from '../support/dossiers.ts'
import { exportOf, preamble } from '../support/make-export.ts'
import { openWard, type Ward } from '../support/ward.ts'
import { nightApart } from './bounded.ts'

const good = exportOf('portal', [portalRow()], { before: [preamble('2026-01-17', '2026-02-13')] })

describe.runIf(process.platform === 'linux')('an inbox with what is no file', () => {
  let ward: Ward
  let files: readonly SeenFile[]

  beforeAll(async () => {
    ward = openWard()
    ward.put('cong.csv', good)
    const inbox = join(ward.folder, 'inbox')
    const outside = join(ward.folder, 'outside')
    mkdirSync(outside)
    writeFileSync(join(outside, 'bi-mat.csv'), good.replace('0001', '0009'))
    execFileSync('mkfifo', [join(inbox, 'ong.csv')])
    execFileSync('mkfifo', [join(inbox, 'ong.zip')])
    const server = createServer().listen(join(inbox, 'o-cam'))
    await new Promise((resolve) => server.once('listening', resolve))
    symlinkSync(outside, join(inbox, 'thu-muc'))
    symlinkSync(join(outside, 'bi-mat.csv'), join(inbox, 'lien-ket.csv'))
    symlinkSync('/dev/zero', join(inbox, 'vo-tan.csv'))
    symlinkSync('.', join(inbox, 'vong'))
    symlinkSync('khong-co', join(inbox, 'gay.csv'))
    mkdirSync(join(inbox, `sau${'/x'.repeat(40)}`), { recursive: true })
    writeFileSync(join(inbox, `sau${'/x'.repeat(40)}/cong.csv`), good)
    mkdirSync(join(inbox, 'ten-nhu-tep.csv'))
    const { status, err } = nightApart(ward, 60)
    server.close()
    expect([status, err]).toEqual([0, ''])
    files = (await ward.ask<{ files: SeenFile[] }>('files')).files
  })

  test('names each of them, takes none, waits for none and follows none', () => {
    expect(files.map(({ file, state, reason }) => [file, state, reason?.id ?? null])).toEqual([
      ['cong.csv', 'loaded', null],
      ['gay.csv', 'refused', 'link'],
      ['lien-ket.csv', 'refused', 'link'],
      ['o-cam', 'refused', 'unreadable'],
      ['ong.csv', 'refused', 'unreadable'],
      ['ong.zip', 'refused', 'unreadable'],
      [`sau${'/x'.repeat(16)}`, 'refused', 'too_deep'],
      ['thu-muc', 'refused', 'link'],
      ['vo-tan.csv', 'refused', 'link'],
      ['vong', 'refused', 'link'],
    ])
  })

  test('asked for by name, they are no files', async () => {
    for (const name of ['ong.csv', 'o-cam', 'vo-tan.csv'])
      expect((await ward.doisoat('connector', 'try', `inbox/${name}`)).code).toBe(2)
  })
})
