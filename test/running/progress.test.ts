import { expect, test } from 'vitest'
import { main } from '../../pipeline/cli.ts'
import { beginLongWork } from '../../pipeline/running/long-work.ts'
import { progressText } from '../../reports/progress-text.ts'
import { wordsIn } from '../../reports/words.ts'
import { put, smallWard, three, two } from '../faults/small-ward.ts'
import { quietDesk, quietWorld } from '../support/quiet-world.ts'

const half = { stage: 'load', rows: 61_000, done: 43, of: 100, perSecond: 30_000.4, secondsLeft: 11.2 } as const

test('a long work is one line: the stage, how much, rows, how fast, the time that is left', () => {
  expect(progressText(half, 80, wordsIn('vi'))).toBe('Nạp 43% · 61.000 dòng · 30.000/giây · còn khoảng 12 giây')
  expect(progressText({ ...half, stage: 'reconcile', secondsLeft: 600 }, 80, wordsIn('en'))).toBe('Reconcile 43% · 61.000 dossiers · 30.000/s · about 10 min left') // prettier-ignore
})

test('what is not known yet is not said, and a narrow terminal has as much as it holds', () => {
  const begun = { ...half, rows: 0, done: 0, of: 0, perSecond: null, secondsLeft: null }
  expect(progressText(begun, 80, wordsIn('vi'))).toBe('Nạp')
  expect(progressText({ ...half, done: 120 }, 24, wordsIn('vi'))).toBe('Nạp 100% · 61.000 dòng ')
})

test('the rate is that of the last seconds, not that of the beginning', async () => {
  let ms = 0
  const drawn: string[] = []
  const desk = quietDesk('/', {
    now: () => new Date(ms),
    line: { columns: () => 200, draw: (text) => void drawn.push(text) },
  })
  const long = beginLongWork(desk)
  await long.at('load', { rows: 0, done: 0, of: 1000 })
  for (let second = 1; second <= 10; second++) {
    ms = second * 1000
    await long.at('load', { rows: second * 100, done: second * 10, of: 1000 }) // ten of a thousand a second
  }
  ms += 20
  await long.at('load', { rows: 1002, done: 100, of: 1000 }) // too soon to be drawn anew
  expect(drawn.length).toBe(11)
  expect(drawn.at(-1)).toBe('Nạp 10% · 1.000 dòng · 100/giây · còn khoảng 2 phút')
  long.end()
  expect(drawn.at(-1)).toBe('')
})

test('on a terminal a night shows each stage on its last line, which is gone before anything else is written', async () => {
  const ward = await smallWard()
  put(ward, [two, three])
  let shown = ''
  const over: string[] = []
  const drawn: string[] = []
  const code = await main(
    quietWorld(ward.folder, ['nightly', '--as-of', '2026-02-13'], {
      err: (text) => void (shown !== '' && over.push(text)),
      out: (text) => void (shown !== '' && over.push(text)),
      line: { columns: () => 80, draw: (text) => void drawn.push((shown = text)) },
    }),
  )
  const stages = drawn.filter((text) => text !== '').map((text) => text.split(/ \d+%/)[0])
  expect([code, [...new Set(stages)], shown, over]).toEqual([1, ['Nạp', 'Chuẩn hoá', 'Đối soát', 'Lập số liệu', 'Xuất kết quả'], '', []]) // prettier-ignore
})

test('a quiet run shows nothing of it', async () => {
  const ward = await smallWard()
  const drawn: string[] = []
  const line = { columns: () => 80, draw: (text: string) => void drawn.push(text) }
  for (const given of [
    ['nightly', '--as-of', '2026-02-13'],
    ['run', 'load'],
  ])
    expect(await main(quietWorld(ward.folder, [...given, '--quiet'], { line }))).toBe(1)
  expect(drawn).toEqual([])
})
