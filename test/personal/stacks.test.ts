import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { watchSteps } from '../../pipeline/disk.ts'
import { errorText } from '../../pipeline/help-text.ts'
import { Trouble } from '../../pipeline/trouble.ts'
import { wordsIn } from '../../reports/words.ts'
import { portalRow } from '../support/dossiers.ts'
import { exportOf, preamble } from '../support/make-export.ts'
import { dumpOf, openWard } from '../support/ward.ts'
import { bare, searchFor } from './samples.ts'

const person = 'Trần Thị Hòa'
const personal = [person, '031195694674', '0941242710', 'Ksor Hơ Blâm'].map((whole) => ({
  whole,
  folded: bare(whole),
}))
const leaks = searchFor(personal)
const cells = JSON.stringify({ person, identity: '031195694674' })

afterEach(() => watchSteps(null))

test.each<[string, () => unknown]>([
  ['a text that is no JSON', () => JSON.parse(`${person} 031195694674`)],
  ['a key that is a name', () => (null as never as Record<string, string>)[person]],
  ['a message that quotes a row', () => fail(`cannot use ${cells} here`)],
  ['a message that says a name without quotes', () => fail(`no dossier of ${person}, tel. 0941242710 in 031195694674`)],
  ['a name that is no Vietnamese one', () => fail('no dossier of Ksor Hơ Blâm')],
  ['an error without a stack', () => fail(person, null)],
  ['a text that is thrown', () => throwIt(`${person} 031195694674`)],
])('%s: the night ends with a stack that holds no cell, and so does the ledger', async (_, break_) => {
  const ward = openWard({ notify: { file: './tin.txt' } })
  ward.put('cong.csv', exportOf('portal', [portalRow()], { before: [preamble('2026-01-17', '2026-02-13')] }))
  let [rows, broke] = [false, false]
  watchSteps(({ does, path }) => {
    rows ||= path.includes('/landing/')
    if (!rows || broke || does !== 'commit') return
    broke = true
    break_()
  })
  const { code, out, err } = await ward.nightly('2026-02-13', '--lang', 'en')
  expect([code, broke]).toEqual([3, true])
  expect(err).toContain(wordsIn('en').help.bug)
  expect(leaks(out + err)).toEqual([])
  expect(leaks(dumpOf(ward, [])['run']!.join('\n'))).toEqual([])
  const log = join(ward.folder, 'var/log')
  const texts = [...readdirSync(log).map((name) => join(log, name)), join(ward.folder, 'tin.txt')].map((path) => readFileSync(path, 'utf8')) // prettier-ignore
  expect(texts[0]).toContain('"event":"failed"')
  expect(texts[1]).toContain('KHÔNG CHẠY XONG')
  expect(leaks(texts.join('\n'))).toEqual([])
})

test('a stack still says what is wrong and where', () => {
  const text = errorText(new TypeError("Cannot read properties of undefined (reading 'x')"), wordsIn('en'))
  expect(text).toContain('TypeError: Cannot read properties of undefined (reading "…")')
  expect(text).toMatch(/\n {4}at .*stacks\.test\.ts:\d+:\d+/)
  expect(errorText(new Trouble('inbox_missing', { folder: '/x' }), wordsIn('en'))).not.toMatch(/\n {4}at /)
})

function fail(message: string, stack?: null): never {
  throw Object.assign(new Error(message), stack === null ? { stack: undefined } : {})
}

function throwIt(what: unknown): never {
  throw what
}
