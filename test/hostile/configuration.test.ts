import { expect, test } from 'vitest'
import { openWard } from '../support/ward.ts'
import { onScreen } from './checks.ts'
import { wardCalled } from './configuration.ts'
import { formulaShapes, madeBy, wrongIn } from './night.ts'
import { strings } from './strings.ts'

test('a ward, its city and its signers may have any name: documents are made as for any other', async () => {
  const usual = await wardCalled('phường')
  const [made, formulas] = [madeBy(usual), formulaShapes(usual)]
  // in two names, so that each string begins one
  for (const text of [some(0), some(1)].map((all) => all.join(' '))) {
    expect(wrongIn(await wardCalled(text), made, formulas)).toEqual([])
  }
})

test('a path that leads nowhere, or is none, is told in a sentence', async () => {
  for (const path of ['a\0b', '/dev/null/\u001b[2J', 'x'.repeat(5000)]) {
    for (const changes of [
      { inbox: path },
      { out: path },
      { database: path },
      { catalogue: path },
      { calendar: path },
      { report: { template: path } },
      { report: { tasks: path } },
    ]) {
      // prettier-ignore
      const ward = openWard(changes)
      const { code, out, err } = await ward.nightly('2026-02-13')
      expect([changes, err, onScreen(out + err), code === 3 && err.includes('\n    at ')]).toEqual([changes, expect.any(String), [], false]) // prettier-ignore
    }
  }
})

function some(rest: number): string[] {
  return strings.filter((text, at) => text.trim() !== '' && text.length < 300 && at % 2 === rest)
}
