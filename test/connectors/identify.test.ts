import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Connector } from '../../connectors/connector.ts'
import { foldKey } from '../../connectors/fold.ts'
import { connectors } from '../../connectors/index.ts'
import { readAll } from '../../pipeline/kit/kit-reading.ts'

test('a file that two connectors claim is refused, and both are named', () => {
  const [first] = connectors
  const other: Connector = { ...first!, system: 'trungtam' }
  const { recognised } = readAll(readFileSync('fixtures/connectors/dvcqg/sample.csv'), 1000, [first!, other])
  expect(recognised).toMatchObject({
    is: 'refused',
    reason: { id: 'two_claimants', claimants: ['dvcqg', 'trungtam'] },
  })
})

test('no connector can claim the file of another, whichever alternates its headers take', () => {
  for (const one of connectors) {
    const there = new Set([...namesIn(one), ...one.ignored].map(foldKey))
    for (const other of connectors) {
      const needed = Object.values(other.columns).filter(({ mayBeMissing }) => !mayBeMissing)
      const isClaim = needed.every(({ headers }) => headers.some((header) => there.has(foldKey(header))))
      expect(isClaim, `${other.system} claims ${one.system}`).toBe(one === other)
    }
  }
})

function namesIn({ columns }: Connector): readonly string[] {
  return Object.values(columns).flatMap(({ headers }) => headers)
}
