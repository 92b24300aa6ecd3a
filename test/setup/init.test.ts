import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { askingOn } from '../../pipeline/asking.ts'
import { main } from '../../pipeline/cli.ts'
import { configOf } from '../../pipeline/config/config.ts'
import { readConfig } from '../../pipeline/config/read-config.ts'
import type { World } from '../../pipeline/world.ts'
import { configYaml } from '../../reports/setup/config-yaml.ts'
import { wordsIn } from '../../reports/words.ts'
import { quietWorld } from '../support/quiet-world.ts'
import { makeRoom } from '../support/ward.ts'

const flags = ['--name', 'phường Hưng Đạo', '--city', 'thành phố Hải Phòng', '--agency-code', 'H24.131', '--centre-accounts', 'hd01, hd02', '--household-accounts', 'ktht.truongphong'] // prettier-ignore

type Done = { readonly code: number; readonly out: string; readonly err: string }

async function init(folder: string, given: readonly string[], changes: Partial<World> = {}): Promise<Done> {
  const said = { out: '', err: '' }
  const code = await main(
    quietWorld(folder, ['init', ...given], {
      out: (text) => void (said.out += text),
      err: (text) => void (said.err += text),
      ...changes,
    }),
  )
  return { code, ...said }
}

/** Somebody who types these lines, and then leaves. */
function typing(lines: readonly string[]): { readonly ask: NonNullable<World['ask']>; readonly asked: string[] } {
  const left = [...lines]
  const asked: string[] = []
  return {
    asked,
    ask: async (question) => {
      asked.push(question)
      return left.shift() ?? null
    },
  }
}

test('flags make a configuration, folders that are their owner’s alone, the schedule’s line and the next commands', async () => {
  const folder = makeRoom()
  const { code, out, err } = await init(folder, flags)
  expect([code, err]).toEqual([0, ''])
  const { unit, inbox, database, periods } = readConfig({}, folder)
  expect(unit).toEqual({
    name: 'phường Hưng Đạo',
    city: 'thành phố Hải Phòng',
    centre: 'Trung tâm Phục vụ hành chính công phường Hưng Đạo',
    agencyCode: 'H24.131',
    formerCodes: [],
    centreAccounts: ['hd01', 'hd02'],
    householdBusinessAccounts: ['ktht.truongphong'],
  })
  expect([inbox, database, periods.regime]).toEqual([join(folder, 'inbox'), join(folder, 'var/doisoat.db'), 'nd09'])
  for (const made of ['inbox', 'var', 'var/landing', 'out'])
    expect(statSync(join(folder, made)).mode & 0o777).toBe(0o700)
  expect(statSync(join(folder, 'doisoat.yaml')).mode & 0o777).toBe(0o600)
  expect(out).toMatch(/^30 1 \* \* \* \/.*bin\/doisoat nightly --quiet --config \//m)
  for (const command of ['doctor', 'nightly', 'status']) expect(out).toContain(`doisoat ${command} --config`)
})

test('the comments are the office’s language, and the settings that a comment shows are settings', () => {
  const answers = { name: 'xã A', city: 'tỉnh B', centre: 'C', agencyCode: 'H24.1', centreAccounts: ['a'], householdAccounts: [], inbox: './i', database: './d', out: './o', regime: 'calendar' } as const // prettier-ignore
  const [vi, en] = (['vi', 'en'] as const).map((language) => configYaml(answers, wordsIn(language)))
  expect([vi, en]).toEqual([expect.stringContaining('# Thư mục nhận tệp'), expect.stringContaining('# Where exports are put')]) // prettier-ignore
  const uncommented = vi!.replaceAll(/^( *)# (?=override:| {2}2026|dueSoonDays|backups|retention)/gm, '$1')
  const { periods, backups, retention } = configOf(uncommented, '/srv/doisoat.yaml')
  expect(periods.override['2026-01']).toEqual({ from: '2025-12-18', to: '2026-01-16' })
  expect([backups.keep, retention.years]).toEqual([14, 5])
})

test('whatever is answered is what is read back, to the letter', () => {
  const hard = fc.constantFrom(
    `phường "Hưng Đạo": #1, 'A' {b} [c] & *d`,
    'xã Ea H’leo 🏯',
    'true',
    '0123',
    '-',
    'a #b',
    'a: b',
    '~',
    'C:\\Đối soát\\out',
    'x\u2028y\u0085z',
  )
  const text = fc.oneof(hard, fc.string({ unit: 'grapheme', minLength: 1 }).map((each) => each.trim())).filter((each) => each !== '') // prettier-ignore
  const list = fc.array(text, { maxLength: 3 })
  const answers = fc.record({ name: text, city: text, centre: text, agencyCode: fc.constant('000.00.01.H24'), centreAccounts: list, householdAccounts: list, inbox: text, database: fc.constant('./var/Đối soát.db'), out: text, regime: fc.constantFrom('nd09', 'calendar') }) // prettier-ignore
  fc.assert(
    fc.property(answers, (given) => {
      const { unit, periods } = configOf(configYaml(given, wordsIn('vi')), '/srv/doisoat.yaml')
      expect([unit.name, unit.city, unit.centre]).toEqual([given.name, given.city, given.centre])
      expect([unit.centreAccounts, unit.householdBusinessAccounts, periods.regime]).toEqual([given.centreAccounts, given.householdAccounts, given.regime]) // prettier-ignore
    }),
    { numRuns: 150 },
  )
})

test('a person is asked for what the flags leave open, again where the answer cannot be used, and Enter takes what is usual', async () => {
  const folder = makeRoom()
  const whole = typing(['', 'xã Đại "Sơn"', 'tỉnh Phú Thọ', '', 'h24', 'H24.5', 'a; b', '-', '', '', '', 'ngày', 'calendar', '']) // prettier-ignore
  const done = await init(folder, [], { ask: whole.ask })
  expect(done.code).toBe(0)
  expect(done.err).toContain('Có "h24", cần một mã cơ quan, viết như H24.131.')
  const { unit, periods } = readConfig({}, folder)
  expect([unit.name, unit.centre]).toEqual(['xã Đại "Sơn"', 'Trung tâm Phục vụ hành chính công xã Đại "Sơn"'])
  expect([unit.centreAccounts, unit.householdBusinessAccounts, periods.regime]).toEqual([['a', 'b'], [], 'calendar'])
})

test('who leaves in the middle has written nothing, and is not asked for what a flag said', async () => {
  const folder = makeRoom()
  const { ask, asked } = typing(['xã A'])
  const { code, err } = await init(folder, ['--city', 'tỉnh Phú Thọ'], { ask })
  expect([code, err]).toEqual([2, expect.stringContaining('Chưa ghi gì cả')])
  expect(asked.map((each) => each.split(' ').slice(0, 3).join(' '))).toEqual(['Tên phường, xã', 'Tên đầy đủ'])
  expect(existsSync(join(folder, 'doisoat.yaml'))).toBe(false)
})

test('with --yes nobody is asked for what is usual; who says no has written nothing', async () => {
  const folder = makeRoom()
  const no = typing(['', '', '', '', '', 'k'])
  expect(await init(folder, flags, { ask: no.ask })).toMatchObject({ code: 2, out: '' })
  expect(existsSync(join(folder, 'inbox'))).toBe(false)
  const yes = typing([])
  expect(await init(folder, [...flags, '--yes', '--quiet'], { ask: yes.ask })).toEqual({ code: 0, out: '', err: '' })
  expect(yes.asked).toEqual([])
})

test('without a terminal the flags that are missing are named, and one that cannot be used is quoted', async () => {
  const folder = makeRoom()
  const { code, err } = await init(folder, ['--name', 'xã A', '--yes'])
  expect([code, err]).toEqual([2, expect.stringContaining('--city, --agency-code, --centre-accounts, --household-accounts')]) // prettier-ignore
  for (const wrong of [
    ['--agency-code', 'h24'],
    ['--regime', 'năm'],
    ['--name', ' '],
    ['--centre-accounts', ','],
  ])
    // prettier-ignore
    expect(await init(folder, [...flags, ...wrong])).toMatchObject({ code: 2, out: '' })
  expect(await init(folder, [...flags, '--database', 'mysql://x'])).toMatchObject({ code: 2 })
  expect(existsSync(join(folder, 'doisoat.yaml'))).toBe(false)
})

test('nothing that is there is written over: another file, a link that leads nowhere, a folder', async () => {
  const folder = makeRoom()
  writeFileSync(join(folder, 'doisoat.yaml'), 'unit:\n')
  symlinkSync('nowhere', join(folder, 'link.yaml'))
  mkdirSync(join(folder, 'folder.yaml'))
  for (const config of ['doisoat.yaml', 'link.yaml', 'folder.yaml']) {
    const { code, err } = await init(folder, [...flags, '--config', config])
    expect([code, err]).toEqual([2, expect.stringContaining(`${config}: đã có tệp này`)])
  }
  expect(await init(folder, [])).toMatchObject({ code: 2, err: expect.stringContaining('đã có tệp này') })
  expect(readFileSync(join(folder, 'doisoat.yaml'), 'utf8')).toBe('unit:\n')
  expect([existsSync(join(folder, 'inbox')), existsSync(join(folder, 'nowhere'))]).toEqual([false, false])
})

test('given again, the same answers change nothing and are no fault', async () => {
  const folder = makeRoom()
  await init(folder, flags)
  const before = statSync(join(folder, 'doisoat.yaml'))
  const { code, out } = await init(folder, flags)
  expect([code, out]).toEqual([0, expect.stringContaining('không ghi lại')])
  expect(statSync(join(folder, 'doisoat.yaml'))).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs })
})

test('lines that are typed faster than they are asked for wait; the end of the input is nobody’s answer', async () => {
  const input = new PassThrough()
  const { ask, close } = askingOn(input, new PassThrough())
  input.write('một\nhai\n')
  expect([await ask('1? '), await ask('2? ')]).toEqual(['một', 'hai'])
  const third = ask('3? ')
  input.end()
  expect([await third, await ask('4? ')]).toEqual([null, null])
  close()
})

test('Ctrl-C is told from the end of the input', async () => {
  const ended = async (sign: string): Promise<boolean> => {
    const input = new PassThrough()
    const { ask, close, isInterrupted } = askingOn(input, new PassThrough())
    const answer = ask('? ')
    input.write(sign)
    expect(await answer).toBeNull()
    close()
    return isInterrupted()
  }
  expect([await ended('\u0003'), await ended('\u0004')]).toEqual([true, false])
})

test.runIf(spawnSync('script', ['--version']).status === 0)(
  'the program as it is started asks on a terminal, and only there',
  () => {
    const folder = makeRoom()
    const program = join(import.meta.dirname, '../../bin/doisoat')
    const answers = ['xã Đại Sơn', 'tỉnh B', '', 'H24.5', 'a', '-', '', '', '', '', ''].join('\n')
    const command = `${program} init`
    const done = spawnSync('script', ['-qec', command, '/dev/null'], { cwd: folder, input: `${answers}\n`, encoding: 'utf8' }) // prettier-ignore
    expect([done.status, done.stdout]).toEqual([0, expect.stringContaining('Tên phường, xã')])
    expect(readConfig({}, folder).unit.name).toBe('xã Đại Sơn')
    const piped = spawnSync(program, ['init'], { cwd: makeRoom(), input: `${answers}\n`, encoding: 'utf8' })
    expect([piped.status, piped.stdout, piped.stderr]).toEqual([2, '', expect.stringContaining('Còn thiếu: --name')])
  },
)
