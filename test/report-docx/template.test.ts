import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { placesIn } from '../../reports/letter/places.ts'
import { openTemplate } from '../../reports/letter/template.ts'
import { TemplateError } from '../../reports/letter/template-problem.ts'
import { makeTemplate } from '../office/template.ts'
import { linesOf, partsOf } from './read-docx.ts'
import { documentOf, sampleLetter, sampleReport, template } from './sample.ts'

test('the template that comes with the program is the one that its recipe makes', async () => {
  expect(Buffer.from(await makeTemplate()).equals(template)).toBe(true)
})

test('it has every place', () => {
  const tags = new Set(
    [...partsOf(template)['word/document.xml']!.matchAll(/\{#?([^{}/]+)\}/g)].map(([, name]) => name),
  )
  expect(placesIn(null).filter((name) => !tags.has(name))).toEqual([])
})

test.each([
  ['a misspelt place', changed('{Trích yếu}', '{Trích yêu}'), ['unknown Trích yêu', 'missing Trích yếu']],
  ['a place that is not there', changed('{Số, ký hiệu}', ''), ['missing Số, ký hiệu']],
  ['a list that is not there', withoutParagraphs('Các đoạn I.2'), ['unknown Đoạn', 'missing #Các đoạn I.2']],
  ['a list without what is repeated', changed('- {Nơi nhận}', '-'), ['missing Nơi nhận']],
  ['a misspelt place in a row of the annex', changed('{Cột 13}', '{Cột 14}'), ['unknown Cột 14']],
  ['a place without its end', changed('{Lời kết}', '{Lời kết'), ['unclosed Lời kết']],
  ['a place without its beginning', changed('{Lời kết}', 'Lời kết}'), ['unclosed Lời kết']],
  ['a list without its end', changed('{/Các nơi nhận}', ''), ['loop_open Các nơi nhận']],
  ['a list without its beginning', changed('{#Các nơi nhận}', ''), ['loop_close Các nơi nhận']],
  ['a list as a text', changed('{Lời kết}', '{Lời kết}{Các nơi nhận}'), ['list Các nơi nhận']],
  ['a text as a list', changed('{Lời kết}', '{#Lời kết}{/Lời kết}'), ['no_list Lời kết']],
  ['markup asked for', changed('{Lời kết}', '{@Lời kết}'), ['unknown @Lời kết']],
  [
    'markup asked for in a paragraph of its own',
    changed('- {Nơi nhận}', '{@Nơi nhận}'),
    ['unknown @Nơi nhận', 'missing Nơi nhận'],
  ],
  ['a list that another one ends', changed('{/Các nơi nhận}', '{/Các nơi gửi}'), ['loop_open Các nơi nhận']],
  ['two braces for one', changed('{Lời kết}', '{{Lời kết}'), ['unclosed Lời']],
  ['other braces', changed('{Lời kết}', '{=[[ ]]=}'), ['unknown =[[ ]]=', 'missing Lời kết']],
  ['a text', new TextEncoder().encode('Báo cáo {Trích yếu}'), ['no_docx ']],
  ['an empty file', new Uint8Array(), ['no_docx ']],
  ['another zip', zipSync({ 'a.txt': new Uint8Array([1]) }), ['no_docx ']],
  ['a workbook', zipSync({ 'xl/workbook.xml': new Uint8Array() }), ['no_docx ']],
])('%s is said', (_, bytes, expected) => {
  expect(problemsIn(bytes)).toEqual(expected)
})

test('the annex may be left out', () => {
  const markup = partsOf(template)['word/document.xml']!
  const from = markup.indexOf('<w:p>', markup.lastIndexOf('</w:tbl>', markup.indexOf('Phụ lục</w:t>')) + 8)
  const without = `${markup.slice(0, from)}${markup.slice(markup.lastIndexOf('<w:sectPr'))}`
  expect(linesOf(documentOf(sampleReport(), sampleLetter(), withDocument(without))).at(-1)).not.toContain('Mới')
})

test('a place that a word processor cut into pieces, or wrote with other accents and spaces, is that place', () => {
  const pieces =
    '{Lời</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> kết}'
  for (const written of [pieces, '{Lời kết}'.normalize('NFD'), '{ Lời\u00A0kết }'])
    expect(linesOf(documentOf(sampleReport(), sampleLetter(), changed('{Lời kết}', written))).join('\n')).toContain(
      'Trên đây là báo cáo kết quả',
    )
})

function problemsIn(bytes: Uint8Array): string[] {
  try {
    openTemplate(bytes)
    return []
  } catch (error) {
    if (error instanceof TemplateError) return error.problems.map(({ id, found }) => `${id} ${found}`)
    throw error
  }
}

function changed(from: string, to: string): Uint8Array {
  const markup = partsOf(template)['word/document.xml']!
  if (!markup.includes(from)) throw new Error(`the template has no ${from}`)
  return withDocument(markup.replace(from, to))
}

function withoutParagraphs(list: string): Uint8Array {
  return withDocument(partsOf(changed(`{#${list}}`, ''))['word/document.xml']!.replace(`{/${list}}`, ''))
}

function withDocument(markup: string): Uint8Array {
  const parts = { ...partsOf(template), 'word/document.xml': markup }
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, new TextEncoder().encode(text)])),
  )
}
