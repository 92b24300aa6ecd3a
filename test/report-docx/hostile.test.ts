import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Letter } from '../../reports/letter/letter.ts'
import { elementsOf, linesOf } from './read-docx.ts'
import { documentOf, formOfOne, figures, sampleLetter, sampleReport } from './sample.ts'

const signs = [
  '<w:p>',
  '</w:t>',
  '{',
  '}',
  '{Số, ký hiệu}',
  '{#Các nơi nhận}',
  '=HYPERLINK("x")',
  '&amp;',
  ']]>',
  '"',
  '\0',
  '\u001b',
  '\u202e',
  '\u200f',
  '\uFFFE',
  '\uD800',
  '\t',
  'đ',
  ' ',
  'x',
]
const cell = fc.string({ unit: fc.constantFrom(...signs), minLength: 1, maxLength: 20 })

test('whatever an export, the configuration or a file says, the document has the elements that it has without it', () => {
  const plain = elementsOf(saying('x'))
  fc.assert(
    fc.property(cell, (text) => {
      expect(elementsOf(saying(`x${text}`))).toEqual(plain)
    }),
    { numRuns: 40 },
  )
})

test('markup, placeholders and formulas stand there as they were written, without control signs', () => {
  const text = '<w:p>{Số, ký hiệu}{/Các nơi nhận} =HYPERLINK("x") & \0\u202eabc\uFFFE'
  const shown = '<w:p>{Số, ký hiệu}{/Các nơi nhận} =HYPERLINK("x") & abc'
  const lines = linesOf(saying(text))
  expect(lines.filter((line) => line === shown)).toHaveLength(3) // I.1, II, III
  expect(lines).toContain(`1 | ${shown} | 12 | 9 | 0 | 3 | 9 | 5 | 3 | 1 | 3 | 2 | 1`)
  expect(lines).toContain(`Kính gửi: ${shown}`)
})

test('a name as long as a file is cut', () => {
  const long = 'dài '.repeat(2_500_000)
  const lines = linesOf(documentOf(sampleReport({ form: formOfOne(long, figures()) })))
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(1000)
})

/** A document in which everything that comes from outside is this text. */
function saying(text: string): Uint8Array {
  const { unit } = sampleReport()
  const letter: Letter = {
    ...sampleLetter(),
    symbol: text,
    place: text,
    addressees: [text],
    recipients: [text],
    signature: [text],
    signer: text,
    intro: text,
    businessOffice: text,
    tasks: text,
    difficulties: text,
    plans: text,
  }
  const report = sampleReport({
    unit: { ...unit, name: text, centre: text },
    form: formOfOne(text, figures()),
  })
  return documentOf(report, letter)
}
