import { expect, test } from 'vitest'
import { patternsIn, patternsOfProgram } from './patterns.ts'
import { bounded, slowOn } from './slow-patterns.ts'

const all = patternsOfProgram()

test('every pattern of the program is found, and nothing that only looks like one', () => {
  expect(all.length).toBeGreaterThan(200)
  expect(all.map(({ source }) => source)).toEqual(expect.arrayContaining(['\\s+', '[đĐ]', '[",\\n]']))
  const text = "a / b / c; x = /[/]\\/d/gu.test(`${y / 2}/no/`) // /no/\n  return /e/ /* /no/ */; '/no/'; f(/g/)"
  expect(patternsIn(text).map(({ source, flags }) => source + flags)).toEqual(['[/]\\/dgu', 'e', 'g'])
})

test('a pattern that can be made slow is recognised', () => {
  for (const source of ['(a+)+$', '\\s+$'])
    expect([source, slowOn({ place: 'here', source, flags: '' }, 3).length > 0]).toEqual([source, true])
  expect(slowOn({ place: 'here', source: '^\\s+', flags: '' }, 3)).toEqual([])
})

test('no pattern is made slow by what it takes most; all mixtures are tried in `npm run test:long`', () => {
  expect(all.filter(({ source }) => !(source in bounded)).flatMap((each) => slowOn(each, 2))).toEqual([])
  expect(Object.keys(bounded).filter((source) => !all.some((each) => each.source === source))).toEqual([])
})
