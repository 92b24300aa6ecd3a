import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Outcome, readAll } from '../../pipeline/kit-reading.ts'

const samples = readdirSync('fixtures/connectors', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.includes('sample.') && !name.endsWith('.json'))
  .map((name) => readFileSync(`fixtures/connectors/${name}`))

/** What happens to files on their way: bytes lost, doubled, changed, put in, and cut off. */
const damage = fc.record({
  at: fc.nat(6000),
  lost: fc.nat(80),
  put: fc.oneof(
    fc.constantFrom(
      '"',
      ',"',
      '"\n',
      '\n',
      '\r\n',
      '\r',
      ',',
      ';;',
      '\t',
      '|',
      ' ',
      '\n\n\n',
      'Tổng số: 7\n',
      '="',
      '\0',
    ),
    fc.uint8Array({ maxLength: 6 }),
    fc.string({ maxLength: 12 }),
  ),
})

const damaged = fc
  .tuple(fc.constantFrom(...samples), fc.array(damage, { maxLength: 4 }), fc.nat(6000), fc.boolean())
  .map(([sample, damages, end, isCut]) => {
    const whole = damages.reduce((bytes, { at, lost, put }) => {
      const from = at % bytes.length
      return Buffer.concat([bytes.subarray(0, from), Buffer.from(put), bytes.subarray(from + lost)])
    }, sample)
    return isCut ? whole.subarray(0, end) : whole
  })

test('no line is lost and no row uncounted, whatever happens to a file', () => {
  fc.assert(
    fc.property(damaged, fc.integer({ min: 1, max: 5000 }), (bytes, chunk) => {
      const outcome = readAll(bytes, chunk)
      expect(isAccountedFor(outcome)).toBe(true)
      expect(readAll(bytes)).toEqual(outcome)
    }),
    { numRuns: 1500 },
  )
})

test('any bytes at all are read or turned away', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => isAccountedFor(readAll(bytes))),
    { numRuns: 500 },
  )
})

function isAccountedFor({ recognised, reads, end }: Outcome): boolean {
  if (recognised.is !== 'export' || end === null || 'reason' in end) return true
  const lines = end.preamble + end.header + end.blank + end.data + end.footer
  const rejects = reads.filter((read) => read.is === 'reject')
  const isOrdered = reads.every((read, i) => i === 0 || reads[i - 1]!.line < read.line)
  const isClean = !JSON.stringify(reads).includes('\ufffd')
  return end.physical === lines && end.read === reads.length && end.rejected === rejects.length && isOrdered && isClean
}
