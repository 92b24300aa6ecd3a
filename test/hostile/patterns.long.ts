import { expect, test } from 'vitest'
import { patternsOfProgram } from './patterns.ts'
import { bounded, slowOn } from './slow-patterns.ts'

test('no pattern is made slow by any two of its parts', () => {
  const open = patternsOfProgram().filter(({ source }) => !(source in bounded))
  expect(open.flatMap((each) => slowOn(each, 14))).toEqual([])
})
