import { beforeAll, describe, expect, test } from 'vitest'
import type { Ward } from '../support/ward.ts'
import { type Made, textOfPage } from './checks.ts'
import { documentsOf, formulaShapes, madeBy, nightsOf, wrongIn } from './night.ts'
import { asReason, wrongOnScreens } from './screens.ts'
import { strings } from './strings.ts'

// as many as give every connector one in each way of standing there
const plainTexts = Array.from({ length: 14 }, (_, at) => `chữ ${at}`)

describe('every string in all columns of some exports; in all of them it is in `npm run test:long`', () => {
  let ward: Ward
  let plain: { readonly made: Readonly<Record<string, Made>>; readonly formulas: readonly string[] }

  beforeAll(async () => {
    const usual = await nightsOf(plainTexts, { each: 'row', share: 7 })
    plain = { made: madeBy(usual), formulas: formulaShapes(usual) }
    ward = await nightsOf(strings, { each: 'row', share: 14 })
  })

  test('makes no document other than plain texts make it, and nothing beside the documents', () => {
    expect(Object.keys(plain.made)).toHaveLength(15)
    expect(wrongIn(ward, plain.made, plain.formulas)).toEqual([])
  })

  test('markup and formulas are read there as they were written', () => {
    const text = (name: string) => textOfPage(Buffer.from(documentsOf(ward).find(([each]) => each === name)![1]).toString('utf8')) // prettier-ignore
    const list = text('nightly/2026-02-14/ho-so-can-xu-ly.html')
    for (const each of [
      '<script>alert(1)</script>',
      '{{7*7}}',
      '<!--',
      '-->',
      '__proto__',
      "'; drop table source_row; --",
    ])
      // prettier-ignore
      expect(list).toContain(each)
  })

  test('no screen has a control character or turns its direction, and JSON stays JSON', async () => {
    expect(await wrongOnScreens(ward, 600)).toEqual([])
  })

  test('a value that was rejected comes out of --json as it stood in its cell', async () => {
    const { rejects } = await ward.ask<{ rejects: { value: string | null }[] }>('rejects')
    const values = new Set(rejects.map(({ value }) => value))
    const heard = strings.filter((text) => values.has(text.normalize('NFC')))
    expect(heard.length).toBeGreaterThan(20)
    expect(heard).toEqual(expect.arrayContaining(['\u001b]0;tên\u0007', '__proto__', '<![CDATA[x]]>']))
  })

  test('reasons, names and arguments are texts too', async () => {
    const wrong: string[] = []
    for (const text of strings.filter((_, at) => at % 60 === 0)) wrong.push(...(await asReason(ward, text)))
    expect(wrong).toEqual([])
  })

  test('nothing that all objects share has changed', () => {
    expect([Object.keys(Object.prototype), ({} as { polluted?: true }).polluted]).toEqual([[], undefined])
  })
})
