import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Audit, auditOf } from '../../pipeline/check/audit.ts'
import type { Base } from '../../pipeline/check/base.ts'
import type { Checked } from '../../pipeline/check/checked.ts'
import { readStated } from '../../pipeline/check/read.ts'
import { expectAsBeside } from '../connectors/expectation.ts'

describe('every stated text is read and judged as written beside it', () => {
  for (const name of readdirSync('fixtures/stated').filter((each) => each.endsWith('.txt')))
    test(name, () => expectAsBeside(`fixtures/stated/${name}`, told(audited(name))))
})

/** The six reports that were really published, with the verdicts that arithmetic gives them. */
test.each([
  ['hung-dao-2026-02', ['holds_if']],
  ['dong-thuan-2025-10', ['cannot_hold']],
  ['tay-ninh-2026-02', ['holds', 'holds']],
  ['vinh-phuc-2021-09', ['holds']],
  ['lam-dong-2019-10', ['holds', 'cannot_hold']],
  ['kien-an-2025-07', ['holds']],
])('%s: %j', (name, verdicts) => {
  expect(audited(`${name}.txt`).statements.map(({ verdict }) => verdict)).toEqual(verdicts)
})

test('the 111 of Hưng Đạo are among its 1024, and its 95.47 % is 906 of 949 = 952 − 3 and of nothing else', () => {
  const [statement] = audited('hung-dao-2026-02.txt').statements
  const reuse = statement!.rates.find(({ text }) => text === '95.47')!
  expect(statement!.conditions).toEqual([
    { is: 'meaning', question: 'received_is', answer: 'total', count: 1024, carried: 111, otherwise: 111 },
    { is: 'rate_base', rate: '95.47%', bases: [expect.objectContaining({ value: 949, from: 906, to: 906 })] },
  ])
  expect(statement!.derived).toContainEqual({ key: 'received_new', value: 913 })
  expect(reuse.fits.map(({ base }) => written(base))).toEqual(['949 = 952 − 3'])
  expect(reuse.without.map(({ value }) => value)).toEqual(expect.arrayContaining([1024, 952, 913, 939, 593]))
})

test('the 9,48 % of Đồng Thuận would be 9.45 %, and ten of its dossiers are in no class', () => {
  const [statement] = audited('dong-thuan-2025-10.txt').statements
  expect(statement!.rates[0]).toMatchObject({
    verdict: 'impossible',
    right: [{ percent: 9.45, numerator: 214, base: { value: 2265 } }],
  })
  expect(statement!.conditions).toMatchObject([{ is: 'unclassified', count: 10 }])
})

test('the rates of Vĩnh Phúc are shares of what fell due', () => {
  const [statement] = audited('vinh-phuc-2021-09.txt').statements
  expect(statement!.rates.map(({ fits }) => [fits[0]!.from, fits[0]!.base.value])).toEqual([
    [4157, 4169],
    [12, 4169],
    [90, 4169],
  ])
})

test('the districts of Lâm Đồng are off by four, and any of four figures may be the one', () => {
  const districts = audited('lam-dong-2019-10.txt').statements[1]!
  expect(districts.equations.map(({ gap, holds }) => [gap, holds])).toEqual([[-4, false]])
  expect(districts.repairs.map(({ changes }) => [changes[0]!.stated, changes[0]!.instead])).toEqual([
    [17651, 17655],
    [13767, 13763],
    [3254, 3250],
    [634, 630],
  ])
})

test('Kiến An has 171 pending', () => {
  expect(audited('kien-an-2025-07.txt').statements[0]!.derived).toEqual([{ key: 'pending_total', value: 171 }])
})

function audited(name: string): Audit {
  return auditOf(name, readStated(readFileSync(`fixtures/stated/${name}`, 'utf8')), null, null)
}

/** An audit in few words: what was read as what, what was made of it, and each number that is no figure. */
function told({ verdict, statements, doubted, noted }: Audit): unknown {
  return {
    verdict,
    statements: statements.map(toldStatement),
    doubted: doubted.map(({ text, at, doubt }) => `${at.line}:${at.column} ${text} ${doubt}`),
    noted: noted.map(({ text, at, is }) => `${at.line}:${at.column} ${text} ${is}`),
  }
}

function toldStatement(statement: Checked): unknown {
  const { unit, period, verdict, figures, derived, equations, rates, conditions, repairs } = statement
  return {
    unit,
    period,
    verdict,
    figures: figures.map(({ key, value, at }) => `${at.line}:${at.column} ${key} ${value}`),
    derived: derived.map(({ key, value }) => `${key} ${value}`),
    equations: equations.map(({ left, right, gap, holds }) =>
      `${sum(left)} = ${sum(right)} ${holds === true ? '' : gap}`.trim(),
    ),
    rates: rates.map((rate) =>
      `${rate.text}% ${rate.verdict} ${rate.fits.map(({ base, from, to, manner }) => `${from}..${to}/${written(base)} ${manner}`).join('; ')}`.trim(),
    ),
    conditions,
    repairs: repairs.map(
      ({ changes, unclassified }) =>
        `${changes.map(({ key, stated, instead }) => `${key} ${stated} → ${instead}`).join(', ')} (${unclassified})`,
    ),
  }
}

function written({ value, plus, minus }: Base): string {
  if (plus.length + minus.length === 1) return `${plus[0]!.key} ${value}`
  return `${value} = ${[plus.map((term) => term.value).join(' + '), ...minus.map((term) => term.value)].join(' − ')}`
}

function sum(terms: readonly { readonly value: number }[]): string {
  return terms.map(({ value }) => value).join(' + ')
}
