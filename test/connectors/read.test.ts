import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { connectors } from '../../connectors/index.ts'
import { openExport } from '../../connectors/read.ts'
import { accountOf, readAll, rowsOf } from '../../pipeline/kit/kit-reading.ts'

const portal = readFileSync('fixtures/connectors/dvcqg/sample.csv')

test('a reader who stops early leaves no file open', () => {
  const bytes = repeated(400)
  let open = 0
  function* counted(): Generator<Uint8Array> {
    open++
    try {
      for (let at = 0; at < bytes.length; at += 999) yield bytes.subarray(at, at + 999)
    } finally {
      open--
    }
  }
  const opened = openExport(counted, connectors)
  expect(open).toBe(0)
  if (!('reads' in opened)) throw new Error('not read')
  for (const read of opened.reads) {
    expect([read.line, open]).toEqual([6, 1])
    break
  }
  expect(open).toBe(0)
})

test('a file is torn wherever it is cut within a row, within a letter too', () => {
  const text = portal.toString()
  const [from, to] = [text.lastIndexOf('\r\n6,') + 2, text.lastIndexOf(',Có,')]
  const [first, last] = [Buffer.byteLength(text.slice(0, from)), Buffer.byteLength(text.slice(0, to))]
  for (let end = first + 1; end <= last; end++) {
    const outcome = readAll(portal.subarray(0, end))
    expect(accountOf(outcome), `cut at ${end}`).toMatchObject({ read: 6, rejected: 1, torn: true })
  }
})

test('a file is whole when its last row has all its cells, with or without a line end', () => {
  const text = portal.toString()
  const rows = text.slice(0, text.lastIndexOf('Tổng số'))
  for (const whole of [text, text.trimEnd(), rows, rows.trimEnd()]) {
    const outcome = readAll(Buffer.from(whole))
    expect(accountOf(outcome)).toMatchObject({ read: 6, rejected: 0, torn: false })
  }
})

test('a total that is cut short is no total', () => {
  const text = portal.toString().replace('Tổng số: 6 hồ sơ\r\n', 'Tổng số: ')
  expect(accountOf(readAll(Buffer.from(text)))).toMatchObject({ statedTotal: null, torn: true })
})

test('a large file is read as a small one is, whatever stands at the ends of its pieces', () => {
  const outcome = readAll(Buffer.concat([repeated(400), Buffer.from('Tổng số: 2.400 hồ sơ\n')]), 7777)
  expect(rowsOf(outcome)).toEqual(Array.from({ length: 400 }, () => rowsOf(readAll(portal))).flat())
  expect(accountOf(outcome)).toMatchObject({ physical: 2406, read: 2400, statedTotal: 2400 })
})

test('an export of none is an export', () => {
  const header = portal.toString().split('\r\n')[4]!
  for (const end of ['', '\n', '\r\n\r\n']) {
    expect(accountOf(readAll(Buffer.from(header + end)))).toMatchObject({ header: 1, read: 0, torn: false })
  }
})

test('a damaged letter is refused with its line, near the beginning and far from it', () => {
  const bytes = repeated(400)
  for (const line of [7, 2000]) {
    const damaged = Buffer.from(bytes)
    damaged[nthLine(bytes, line) + 60] = 0xff
    const { recognised, end } = readAll(damaged)
    expect(end ?? recognised).toMatchObject({ is: 'refused', reason: { id: 'wrong_encoding', line } })
  }
})

/** The portal's sample with its six rows so many times, several pieces long. */
function repeated(times: number): Buffer {
  const lines = portal.toString().split('\r\n')
  const rows = Array.from({ length: times }, () => lines.slice(5, 11)).flat()
  return Buffer.from([...lines.slice(0, 5), ...rows, ''].join('\r\n'))
}

function nthLine(bytes: Uint8Array, line: number): number {
  let at = 0
  for (let i = 1; i < line; i++) at = bytes.indexOf(0x0a, at) + 1
  return at
}
