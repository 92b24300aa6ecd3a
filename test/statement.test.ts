import { expect, test } from 'vitest'
import type { Counted } from '../pipeline/counted.ts'
import { isExplained, statementOf, statementLines, steps } from '../pipeline/statement.ts'
import { counted, told } from './support/hand-made.ts'

const base = counted({ rows: [told('dvcqg')] })!
const where = (portal: Counted['portal'], book: Counted['book'], routed = false): Counted => ({
  ...base,
  portal,
  book,
  routed,
})

const everywhere = where('listed', 'listed')
const routed = where('listed', 'absent', true)
const missing = where('listed', 'absent')
const unread = where('unreadable', 'listed')
const unlisted = where('absent', 'unreadable')

test('the walk goes from the portal’s list to the Centre’s book, each step with its dossiers, and nothing is left over', () => {
  const all = [everywhere, everywhere, routed, missing, missing, missing, unread, unlisted]
  expect(statementOf(all, 4)).toEqual([
    { line: 'portal', count: 6 },
    { line: 'unreadable_portal', count: 1 },
    { line: 'routed_past_centre', count: 1 },
    { line: 'missing_at_centre', count: 3 },
    { line: 'missing_in_portal', count: 1 },
    { line: 'centre_book', count: 4 },
    { line: 'unexplained', count: 0 },
  ])
  expect(statementOf(all, 4).map(({ line }) => line)).toEqual(statementLines)
})

test('what the walk leaves over is said, more and less', () => {
  expect(statementOf([everywhere], 3).at(-1)).toEqual({ line: 'unexplained', count: 2 })
  expect(statementOf([everywhere], 0).at(-1)).toEqual({ line: 'unexplained', count: -1 })
})

test('a dossier is explained where the walk arrives at the book, and is not where a list says nothing', () => {
  expect([everywhere, routed, missing, unread, unlisted].map(isExplained)).toEqual([true, true, true, true, true])
  expect([where('silent', 'listed'), where('late', 'unreadable'), where('listed', 'silent')].map(isExplained)).toEqual([
    false,
    false,
    false,
  ])
  expect(
    [where('silent', 'silent'), where('absent', 'absent'), where('unreadable', 'absent', true)].map(isExplained),
  ).toEqual([true, true, true])
})

test('whom a step counts can be told, condition by condition', () => {
  expect(Object.entries(steps).map(([line, { of }]) => [line, of.map(([name]) => name).join(' ')])).toEqual([
    ['portal', 'on_portal'],
    ['unreadable_portal', 'unreadable_on_portal'],
    ['routed_past_centre', 'not_in_book routed'],
    ['missing_at_centre', 'not_in_book not_routed'],
    ['missing_in_portal', 'not_on_portal'],
  ])
})
