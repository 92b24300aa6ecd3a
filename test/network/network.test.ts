import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { Parser } from 'htmlparser2'
import { beforeAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { documentsOf } from '../hostile/night.ts'
import { bookRow, portalRow } from '../support/dossiers.ts'
import { exportOf, preamble } from '../support/make-export.ts'
import { openWard, type Ward } from '../support/ward.ts'

const root = join(import.meta.dirname, '../..')
const refusing = ['--import', join(import.meta.dirname, 'no-network.ts')]

function ran(file: string, ...given: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...refusing, file, ...given], { encoding: 'utf8' })
  return { status, stdout, attempts: /\nattempts: (.*)\n$/.exec(stderr)?.[1], stderr }
}

test('what stands guard knows every way to the network', () => {
  expect(ran(join(import.meta.dirname, 'tries-all.ts'))).toMatchObject({ status: 0, stdout: '12 of 12' })
})

describe('a ward in a process that may not use the network', () => {
  let ward: Ward

  beforeAll(() => {
    ward = openWard()
    const before = [preamble('2026-01-17', '2026-02-13')]
    ward.put('cong.csv', exportOf('portal', [portalRow(), portalRow({ code: 'H24.131-260209-0002', ended: '', status: 'Đang xử lý' })], { before })) // prettier-ignore
    ward.put('so.csv', exportOf('book', [bookRow()], { before }))
    writeFileSync(join(ward.folder, 'thanh-pho.yaml'), stringify({ city: 'a', out: 'out/tp', units: ['doisoat.yaml'] }))
  })

  test('does all of its work, and not once tries to use it', () => {
    const given = [
      ['nightly', '--as-of', '2026-02-13'],
      ['figures', '--period', '2026-02'],
      ['report', '--period', '2026-02'],
      ['city', '--config', 'thanh-pho.yaml', '--period', '2026-02'],
      ['check', '-'],
      ['discrepancies', '--csv'],
      ['why', 'H24.131-260209-0002'],
      ['plan'],
      ['status'],
      ['doctor'],
      ['completion', 'bash'],
      ['files'],
      ['verify', 'out/2026-02'],
      ['connector', 'try', 'inbox/cong.csv'],
      ['close', '2026-02', '--by', 'Lan'],
      ['--help'],
    ]
    const done = ran(join(import.meta.dirname, 'in-turn.ts'), ward.folder, JSON.stringify(given))
    expect([done.status, done.attempts, done.stderr.trim()]).toEqual([0, '[]', 'attempts: []'])
    expect(documentsOf(ward).length).toBe(17)
  })

  test('the program as it is started does not either', () => {
    const done = ran(join(root, 'pipeline/main.ts'), 'nightly', '--as-of', '2026-02-14', '--config', join(ward.folder, 'doisoat.yaml')) // prettier-ignore
    expect([done.status, done.attempts]).toEqual([0, '[]'])
  })

  test('a night that is to tell somebody tries what the configuration names, and a trial of it nothing', () => {
    const notify = {
      webhook: 'https://chat.vn/x',
      smtp: { host: '127.0.0.1', from: 'a@b.vn', to: 'c@d.vn' },
      heartbeat: 'https://hc.vn/1',
    }
    ward.configure({ notify })
    const given = ['nightly', '--as-of', '2026-02-14']
    const trial = ran(join(import.meta.dirname, 'in-turn.ts'), ward.folder, JSON.stringify([[...given, '--dry-run']]))
    expect([trial.status, trial.attempts]).toEqual([0, '[]'])
    const told = ran(join(import.meta.dirname, 'in-turn.ts'), ward.folder, JSON.stringify([given]))
    const tried = JSON.parse(told.attempts!) as string[]
    expect([told.status, new Set(tried)]).toEqual([0, new Set(['globalThis.fetch', 'net.connect'])])
    ward.configure({})
  })

  test('no document fetches anything when it is opened', () => {
    expect(documentsOf(ward).flatMap(([name, bytes]) => fetchedBy(name, bytes).map((url) => `${name}: ${url}`))).toEqual([]) // prettier-ignore
    expect(fetchedBy('a.html', Buffer.from('<img src="//x/y"><p style="background:url(x)"><style>@import "x"</style>'))).toEqual(['//x/y', 'url(', '@import']) // prettier-ignore
  })
})

test('no room of the program knows how to reach the network or another program but the door of messages and that of a database server, and no page does', () => {
  const ways =
    /['"](?:node:)?(?:https?|http2|net|dns|tls|dgram|child_process|cluster|inspector|worker_threads)(?:\/\w+)?['"]|\bfetch\s*\(|\bWebSocket\b|\bEventSource\b|\bXMLHttpRequest\b|\bsendBeacon\b|\bimport\s*\(\s*['"`]?https?:/
  const files = ['connectors', 'sql', 'reports', 'pipeline', 'bin'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.docx'))
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  expect(files.length).toBeGreaterThan(300)
  expect(files.filter((file) => ways.test(readFileSync(file, 'utf8')))).toEqual(
    ['sql/postgres/connection.ts', 'sql/postgres/thread.ts', 'pipeline/notify/ask.ts'].map((path) => join(root, path)),
  )
  const pages = files.filter((file) => file.includes('/reports/page/'))
  expect(pages.filter((file) => /https?:|url\((?!'#)|@import/.test(readFileSync(file, 'utf8')))).toEqual([])
})

/** What a browser, a spreadsheet or a word processor would go and get. */
function fetchedBy(name: string, bytes: Buffer): string[] {
  if (name.endsWith('.html')) return fetchedByPage(bytes.toString('utf8'))
  if (!/\.(?:xlsx|docx)$/.test(name)) return []
  const parts = Object.entries(unzipSync(bytes)).map(([part, content]) => [part, Buffer.from(content).toString('utf8')] as const) // prettier-ignore
  return parts.flatMap(([part, text]) => (/TargetMode="External"|<w:(?:instrText|fldSimple)[^>]*(?:INCLUDE|LINK|DDE)|<!ENTITY/i.test(text) ? [part] : [])) // prettier-ignore
}

function fetchedByPage(page: string): string[] {
  const found: string[] = []
  const parser = new Parser({
    onattribute: (name, value) => {
      const leads = /^(?:href|src|srcset|action|data|poster|background|formaction|xlink:href)$/.test(name)
      if (leads && !/^#|^(?!\w+:)[\w./-]+$/.test(value)) found.push(value)
      if (leads && value.startsWith('//') && !found.includes(value)) found.push(value)
      if (/url\((?!['"]?#)/.test(value)) found.push('url(')
    },
    ontext: (text) => void (/@import/.test(text) && found.push('@import')),
  })
  parser.end(page)
  return found
}
