import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { messageLines } from '../../reports/night-message.ts'
import { progressText } from '../../reports/progress-text.ts'
import { sentence, wordsIn } from '../../reports/words.ts'
import { openWard } from '../support/ward.ts'

const guide = readFileSync(join(import.meta.dirname, '../../HUONG-DAN.md'), 'utf8')
const blocks = [...guide.matchAll(/^```(yaml)?\n([^]*?)^```$/gm)].map(([, , text]) => text!)
const words = wordsIn('vi')

test('the ward of the guide with the messages of the guide is refused with the guide’s words where a password is added', async () => {
  const [unit, notify] = [blocks.find((each) => each.startsWith('unit:')), blocks.find((each) => each.startsWith('notify:'))] // prettier-ignore
  const shown = /\$ doisoat nightly\n\/srv\/phuong\/(doisoat\.yaml:.*) …\n/.exec(guide)![1]!
  const ward = openWard()
  const withPassword = notify!.replace('  webhook:', '    password: bí mật\n  webhook:')
  writeFileSync(join(ward.folder, 'doisoat.yaml'), unit! + withPassword)
  const { code, err } = await ward.doisoat('nightly')
  const withoutLine = (text: string): string => text.replace(/:\d+:5:/, ':')
  const said = withoutLine(err.replace(`${ward.folder}/`, ''))
  expect([code, said.startsWith(withoutLine(shown)), err.includes('bí mật không được')]).toEqual([2, true, true])
  expect(err).not.toContain('password: bí mật')
})

test('what the guide shows of a night without changes, one that failed, one that is long and one that is stopped is what is said', () => {
  const unit = 'phường Hưng Đạo'
  const counts = { dossiers: 121, fresh: 0, worse: 0, acknowledged: 0, resolved: 0 }
  const nothing = { kinds: [], incomplete: [], notTaken: [], broken: [], settingsChanges: [], laterNight: null, missed: [] } // prettier-ignore
  const why = sentence({ code: 'disk_full', details: { path: '/srv/phuong/var/doisoat.db' } }, words)
  const standing = { is: 'known', day: '2026-02-13' } as const
  const said = [
    messageLines({ state: 'done', unit, asOf: '2026-02-12', counts, ...nothing }, words).join('\n'),
    messageLines({ state: 'failed', unit, asOf: '2026-02-14', why, standing }, words).join('\n'),
    progressText({ stage: 'load', rows: 30_000, done: 67, of: 100, perSecond: 9434, secondsLeft: 2 }, 80, words),
    sentence({ code: 'interrupted', details: { stage: 'load' } }, words),
  ]
  expect(said.filter((each) => !blocks.includes(`${each}\n`))).toEqual([])
})
