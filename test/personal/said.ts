import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { webServer } from '../notify/servers.ts'
import { textsIn } from '../support/documents.ts'
import { dumpOf, fixtures, openWard, type Ward } from '../support/ward.ts'
import type { Search } from './samples.ts'

type Told = { readonly discrepancies: readonly { readonly key: string; readonly code: string | null }[] }

/** Tests of a ward whose inbox is filled: whatever a night and those who ask about it write names nobody. */
export function saysNothingOfAnybody(fill: (ward: Ward) => void, leaks: Search, nights: readonly string[]): void {
  const ward = openWard()
  const period = nights.at(-1)!.slice(0, 7)
  const asked = async (...given: string[]): Promise<string> => {
    const { out, err } = await ward.doisoat(...given)
    return out + err
  }

  let web: Awaited<ReturnType<typeof webServer>>
  afterAll(() => web.close())

  beforeAll(async () => {
    fill(ward)
    web = await webServer(200)
    ward.configure({ notify: { file: './tin.txt', webhook: `http://127.0.0.1:${web.port}/`, heartbeat: './nhip' } })
    const units = ['doisoat.yaml']
    writeFileSync(join(ward.folder, 'thanh-pho.yaml'), stringify({ city: 'thành phố', out: 'out/thanh-pho', units }))
    for (const night of nights) {
      const { code, out, err } = await ward.nightly(night)
      expect(code).toBeLessThan(2)
      expect(leaks(out + err)).toEqual([])
    }
  })

  test('no document names a person', async () => {
    await ward.doisoat('city', '--config', 'thanh-pho.yaml', '--period', period)
    const texts = textsIn(join(ward.folder, 'out'))
    expect(Object.keys(texts).length).toBeGreaterThan(10)
    expect(Object.entries(texts).flatMap(([path, text]) => leaks(text).map((leak) => [path, leak]))).toEqual([])
  })

  test('no message that is sent or written and no log of a run does', () => {
    const log = join(ward.folder, 'var/log')
    const logs = readdirSync(log).map((name) => readFileSync(join(log, name), 'utf8'))
    const files = ['tin.txt', 'nhip'].map((name) => readFileSync(join(ward.folder, name), 'utf8'))
    const sent = web.heard.map(({ body }) => body)
    expect([logs.length >= nights.length, sent.length]).toEqual([true, nights.length])
    for (const text of [...logs, ...files, ...sent]) expect([text.length > 20, leaks(text)]).toEqual([true, []])
    expect(sent.join('')).not.toMatch(/\bH24\.131-|\.csv|\.xlsx|\.txt/) // codes of kinds and counts, and no dossier and no file
  })

  test('no screen, no list and no log does, in either language', async () => {
    const { discrepancies } = await ward.ask<Told>('discrepancies')
    const some = discrepancies.filter((_, at) => at % Math.ceil(discrepancies.length / 6) === 0)
    const both = [[], ['--json']]
    const commands = [
      ...asks(period).flatMap((each) => both.map((more) => [...each, ...more])),
      ...some.flatMap(({ key, code }, at) => [['why', code ?? key], ['why', key, ...both[at % 2]!]]), // prettier-ignore
      ['discrepancies', '--csv'],
      ['dossiers', '--csv', '--period', period],
    ]
    for (const each of commands)
      for (const language of each.includes('--json') ? ['vi'] : ['vi', 'en']) {
        const said = await asked(...each, '--lang', language)
        expect([each, leaks(said)]).toEqual([each, []])
        expect(said).not.toBe('')
      }
  })

  test('the ledger, the accounts of files and the discrepancies name nobody: rows that were read, or could not be, alone do', () => {
    const rows = dumpOf(ward, [])
    const naming = Object.keys(rows).filter((table) => leaks(rows[table]!.join('\n')).length > 0)
    expect(naming.filter((table) => table !== 'reject')).toEqual(['source_row'])
  })
}

function asks(period: string): string[][] {
  return [
    ['status'],
    ['doctor'],
    ['figures', '--period', period, '--basis', 'all'],
    ['discrepancies'],
    ['discrepancies', 'links'],
    ['dossiers', '--period', period],
    ['rejects'],
    ['files'],
    ['changes'],
    ['report', '--period', period],
    ['verify', `out/${period}`],
    ['check', join(fixtures, 'stated', 'dong-thuan-2025-10.txt')],
    ['close', period, '--by', 'Lan'],
    ['why', `${period}/received_total`],
  ]
}
