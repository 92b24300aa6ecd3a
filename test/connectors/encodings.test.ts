import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { piecesOf } from '../../connectors/decode.ts'
import { encodingsOf } from '../../connectors/encoding.ts'
import type { Encoding } from '../../connectors/reading.ts'
import { isSyllable } from '../../connectors/syllable.ts'
import { encode, encodings, withoutMark } from '../../pipeline/kit/kit-encode.ts'
import { readAll, rowsOf } from '../../pipeline/kit/kit-reading.ts'

describe.each(readdirSync('fixtures/connectors'))('the sample of %s reads the same', (system) => {
  const name = readdirSync(`fixtures/connectors/${system}`).find((file) => /^sample\.(?!expected)/.test(file))
  const sample = readFileSync(`fixtures/connectors/${system}/${name}`)
  const text = textOf(sample, encodingsOf(sample)[0])
  const want = rowsOf(readAll(Buffer.from(text)))

  test.each(encodings)('in %s', (encoding) => {
    const bytes = encode(text, encoding)
    if (bytes === null || (isOld(encoding) && !hasAccents(text))) return
    const { recognised, ...outcome } = readAll(bytes)
    expect(rowsOf({ recognised, ...outcome })).toEqual(want)
    expect(recognised).toMatchObject({ is: 'export', encoding })
  })

  test.each(['utf-16le', 'utf-16be'] as const)('in %s without its mark', (encoding) => {
    const outcome = readAll(withoutMark(encode(text, encoding)!))
    expect(rowsOf(outcome)).toEqual(want)
    expect(outcome.recognised).toMatchObject({ encoding })
  })
})

const onsets = 'ngh,ng,nh,ch,c,tr,th,t,ph,kh,gi,qu,b,d,đ,h,l,m,r,s,v,x,'.split(',')
const rhymes = 'a,ai,ang,ăm,ân,ây,e,en,ê,ênh,iêu,inh,o,oan,ôi,ông,ơi,ơn,uôn,uyên,ưu,ươi,ương,y,iê'.split(',')
const tones = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323']

const syllable = fc
  .tuple(fc.constantFrom(...onsets), fc.constantFrom(...rhymes), fc.constantFrom(...tones), fc.nat(2))
  .map(([onset, rhyme, tone, which]) => (onset + withTone(rhyme, tone, which)).normalize('NFC'))
  .filter((one) => one.length > 1 && isSyllable(one)) // alone, a sign is taken for a sign

const word = fc
  .tuple(syllable, fc.constantFrom('lower', 'title', 'upper'))
  .map(([lower, style]) => (style === 'lower' ? lower : style === 'upper' ? lower.toUpperCase() : titled(lower)))

test.each(encodings)('any Vietnamese words come back from %s, whatever the chunks of their bytes', (encoding) => {
  const words = encoding.startsWith('tcvn3 in') ? syllable : word
  fc.assert(
    fc.property(fc.array(words, { maxLength: 40 }), fc.integer({ min: 1, max: 50 }), (some, size) => {
      const text = `Nguyễn ${some.join(' ')}\nTrần Hữu ${some.toReversed().join(' ')}`
      const bytes = encode(text, encoding)
      if (bytes !== null) expect(textOf(bytes, encoding, size)).toBe(text)
    }),
    { numRuns: 200 },
  )
})

test('proper text is never taken for anything else', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), (some) => {
      const [likeliest] = encodingsOf(Buffer.from(some.join(' ')))
      return likeliest === 'utf-8'
    }),
    { numRuns: 1000 },
  )
})

test('signs that every office text has are no letters', () => {
  const text = 'Số 5 – 6 “Hà\u00a0Nội”, 30 m², 15 °C, ½ ngày… © § 3, café, Müller, «Tên»\n'
  expect(encodingsOf(Buffer.from(text))[0]).toBe('utf-8')
  const inTcvn3 = 'Céng hoµ x· héi – “§éc lËp”… Sè 5–6\n'
  const bytes = encode(inTcvn3, 'windows-1252')!
  expect(textOf(bytes, encodingsOf(bytes)[0])).toBe('Cộng hoà xã hội – “Độc lập”… Số 5–6\n')
})

test('proper words stand beside old ones in one column, one cell', () => {
  const lines = [
    'Họ tên;Địa chỉ;Được;Ghi chú',
    'NguyÔn V¨n Tó;Tổ 3, phường Hưng Đạo;Có;Cã',
    'TrÇn ThÞ Hµ;Số 5 đường 363;Không;Kh«ng',
    'Lß V¨n T­;Hà Nội – céng hoµ;Có;Kh«ng',
    'Lê Văn Công;Sè 9 ®­êng Cộng Hòa;Không;Cã',
  ]
  const meant = [
    'Họ tên;Địa chỉ;Được;Ghi chú',
    'Nguyễn Văn Tú;Tổ 3, phường Hưng Đạo;Có;Có',
    'Trần Thị Hà;Số 5 đường 363;Không;Không',
    'Lò Văn Tư;Hà Nội – cộng hoà;Có;Không',
    'Lê Văn Công;Số 9 đường Cộng Hòa;Không;Có',
  ]
  const bytes = Buffer.from(lines.join('\n'))
  expect(encodingsOf(bytes)[0]).toBe('tcvn3 in utf-8')
  expect(textOf(bytes, 'tcvn3 in utf-8')).toBe(meant.join('\n'))
})

test('text encoded twice is given back only where all of it was', () => {
  const twice = Buffer.from(encode('Mã hồ sơ;Người nộp\n1;Trần Văn Tú\n', 'utf-8 in utf-8')!)
  expect(encodingsOf(twice)[0]).toBe('utf-8 in utf-8')
  const inPart = Buffer.concat([twice, Buffer.from('2;Lê Thị Ngọc\n')])
  expect(encodingsOf(inPart)[0]).toBe('utf-8')
  expect(Array.from(piecesOf(() => [inPart], 'utf-8 in utf-8'))).toEqual([])
})

test('what is Western European is read as it is', () => {
  const text = 'Élément;Größe;Ação;Niño\nfrançaise;Übergang;coração;señor\n'
  const bytes = encode(text, 'windows-1252')!
  expect([encodingsOf(bytes)[0], textOf(bytes, 'windows-1252')]).toEqual(['windows-1252', text])
  for (const signs of ['A – B;“C”…\n', 'Brand® – 5 €\n', 'São – Paulo\n']) {
    expect(encodingsOf(encode(signs, 'windows-1252')!)[0]).toBe('windows-1252')
  }
})

function textOf(bytes: Uint8Array, encoding: Encoding, size = bytes.length): string {
  const chunks = function* (): Generator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  return Array.from(piecesOf(chunks, encoding)).join('')
}

function isOld(encoding: Encoding): boolean {
  return !encoding.startsWith('utf') || encoding.includes(' in ')
}

function hasAccents(text: string): boolean {
  return /[ạ-ỹ]/i.test(text)
}

/** On one of the vowels that a rhyme begins with. */
function withTone(rhyme: string, tone: string, which: number): string {
  const vowels = /^[aăâeêioôơuưy]+/.exec(rhyme)![0].length
  const at = (which % vowels) + 1
  return rhyme.slice(0, at) + tone + rhyme.slice(at)
}

function titled(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
