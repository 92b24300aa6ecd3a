import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { surveyTable } from '../../connectors/survey.ts'
import type { Survey } from '../../connectors/survey-account.ts'
import { drain } from '../../pipeline/kit/connector-try.ts'
import { accountOf, readAll } from '../../pipeline/kit/kit-reading.ts'
import { header, row } from './sheet-sample.ts'
import { htmlPage, spreadsheetMl, workbook, zipped } from './sheet-files.ts'

const rows = [['DANH SÁCH'], header, ...Array.from({ length: 9 }, (_, i) => [`${i}`, ...row.slice(1)]), ['Tổng số: 9']]
const parts = {
  'xl/workbook.xml': '<workbook><sheets><sheet name="a" r:id="r"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r" Target="/xl/a.xml"/></Relationships>',
}

describe('a workbook is refused by name', () => {
  const large = Buffer.alloc(40 * 1024 * 1024)
  test.each([
    ['when it unpacks to gigabytes', { 'xl/a.xml': 3_000_000_000 }, 'too_large'],
    ['when it unpacks to more than it says', { 'xl/a.xml': 1000 }, 'damaged'],
  ])('%s', (_, claims, id) => {
    const bomb = zipped({ ...parts, 'xl/a.xml': large }, { packs: true, claims })
    expect(bomb.length).toBeLessThan(100_000)
    expect(readAll(bomb).recognised).toMatchObject({ is: 'refused', system: null, reason: { id } })
  })

  test.each([
    ['a tag without an end', `<row ${'a'.repeat(33 * 1024 * 1024)}`, 'too_large'],
    ['tags within tags within tags', '<a>'.repeat(100_000), 'too_large'],
    ['a million columns', '<row><c r="ZZZZ1"><v>1</v></c></row>', 'too_large'],
    ['a row far below', '<row r="99999999"><c><v>1</v></c></row>', 'too_large'],
    [
      'an entity that unfolds',
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><row><c t="str"><v>&b;</v></c></row>',
      'unknown_header',
    ],
  ])('with %s', (_, sheet, id) => {
    const { recognised } = readAll(zipped({ ...parts, 'xl/a.xml': sheet }, { packs: true }))
    expect(recognised).toMatchObject({ reason: { id } })
  })

  test('with a long text that a thousand cells name', () => {
    const strings = `<sst><si><t>${'a'.repeat(100_000)}</t></si></sst>`
    const sheet = `<row>${'<c t="s"><v>0</v></c>'.repeat(1000)}</row>`
    const { recognised } = readAll(zipped({ ...parts, 'xl/a.xml': sheet, 'xl/sharedStrings.xml': strings }))
    expect(recognised).toMatchObject({ is: 'refused', reason: { id: 'too_large', part: 'row' } })
  })

  test('wherever it is cut', () => {
    const whole = workbook([{ rows }])
    for (let end = 4; end < whole.length; end += 13) {
      expect(readAll(whole.subarray(0, end)).recognised).toMatchObject({ reason: { id: 'damaged' } })
    }
  })

  test('when it is a workbook of another kind, has a password, or is no workbook', () => {
    const told = (bytes: Uint8Array): unknown => readAll(bytes).recognised
    expect(told(zipped({ 'xl/workbook.bin': 'x' }))).toMatchObject({ reason: { id: 'workbook' } })
    expect(told(zipped({ 'a.csv': 'x' }))).toMatchObject({ is: 'refused', reason: { id: 'zip' } })
    expect(told(zipped({ '../a.csv': 'x' }))).toMatchObject({ is: 'refused', reason: { id: 'outside' } })
    const locked = Buffer.concat([Buffer.from('d0cf11e0', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')])
    expect(told(locked)).toMatchObject({ reason: { id: 'locked' } })
  })
})

test('whatever happens to the bytes of a workbook or page, every row is accounted for', () => {
  const cells = (texts: readonly string[]): string => texts.map((text) => `<c t="str"><v>${text}</v></c>`).join('')
  const sheet = rows.map((texts, i) => `<row r="${i + 1}">${cells(texts)}</row>`).join('\n')
  const files: readonly (readonly [string, (damaged: Buffer) => Uint8Array])[] = [
    [`<sheetData>${sheet}</sheetData><mergeCells><mergeCell ref="C2:C9"/></mergeCells>`, inWorkbook],
    [htmlPage(rows), (page) => page],
    [spreadsheetMl([{ name: 'a', rows }]), (text) => text],
  ]
  const damage = fc.record({
    at: fc.nat(9000),
    lost: fc.nat(40),
    put: fc.oneof(
      fc.uint8Array({ maxLength: 8 }),
      fc
        .constantFrom('<td>', '</tr>', '<table>', '<row>', '</c>', '<c r="C3">', '&#0;', ']]>', '<!--')
        .map((text) => Buffer.from(text)),
    ),
  })
  let opened = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.array(damage, { minLength: 1, maxLength: 3 }),
      ([file, written], damages) => {
        const bytes = damages.reduce<Buffer>((whole, { at, lost, put }) => {
          const from = at % whole.length
          return Buffer.concat([whole.subarray(0, from), put, whole.subarray(from + lost)])
        }, Buffer.from(file))
        const survey = surveyTable(() => [written(bytes)])
        const table = 'reason' in survey ? survey : drain(survey.rows, () => null)
        if (!('reason' in table)) expect(sumOf(table.lines)).toBe(table.lines.physical)
        const outcome = readAll(written(bytes))
        if (outcome.recognised.is !== 'export' || outcome.end === null || 'reason' in outcome.end) return
        opened++
        const account = accountOf(outcome)
        expect(sumOf(account)).toBe(account.physical)
        expect(account.read).toBe(outcome.reads.length)
      },
    ),
    { numRuns: 600 },
  )
  expect(opened).toBeGreaterThan(80)
})

test('sizes of 64 bits, and names of parts in capitals, are read the same', () => {
  const sheet = `<row>${header.map((text) => `<c t="str"><v>${text}</v></c>`).join('')}</row>`
  const wide = readAll(zipped({ ...parts, 'XL/A.xml': sheet }, { isWide: true, packs: true }))
  expect(wide.recognised).toMatchObject({ is: 'export', encoding: 'xlsx' })
})

function sumOf({ preamble, header, blank, data, footer }: Survey['lines']): number {
  return preamble + header + blank + data + footer
}

function inWorkbook(sheet: Buffer): Uint8Array {
  return zipped({ ...parts, 'xl/a.xml': sheet })
}
