import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Audit } from '../../pipeline/check/audit.ts'
import { business, everywhere, wardWith } from '../support/raised-by.ts'
import { openWard, type Ward } from '../support/ward.ts'

const root = join(import.meta.dirname, '../..')
const stated = (name: string): string => join(root, 'fixtures/stated', name)

describe('without a configuration or a database', () => {
  const ward = openWard()

  test.each([
    ['what holds', 'vinh-phuc-2021-09.txt', 0],
    ['what holds under a condition', 'hung-dao-2026-02.txt', 0],
    ['what cannot hold', 'dong-thuan-2025-10.txt', 1],
    ['what says nothing of anything else', 'what-is-not-understood.txt', 0],
  ])('%s is told in both languages', async (_, name, code) => {
    const [vi, en] = [
      await ward.doisoat('check', stated(name)),
      await ward.doisoat('check', stated(name), '--lang', 'en'),
    ]
    expect([vi.code, en.code, vi.err, en.err]).toEqual([code, code, '', ''])
    expect(vi.out).not.toBe(en.out)
    expect(`${vi.out}${en.out}`).not.toMatch(/undefined|\[object|NaN/)
  })

  test('it is silent when all is well and is to be quiet, and speaks when something cannot hold', async () => {
    expect(await ward.doisoat('check', stated('hung-dao-2026-02.txt'), '--quiet')).toEqual({
      code: 0,
      out: '',
      err: '',
    })
    expect((await ward.doisoat('check', stated('dong-thuan-2025-10.txt'), '--quiet')).out).toContain('9.45% = 214/2265')
  })

  test('a text may be piped in', async () => {
    const { code, out } = await ward.piped(
      'Tiếp nhận 120 hồ sơ, giải quyết 100 hồ sơ, đang giải quyết 20 hồ sơ.',
      'check',
      '-',
    )
    expect([code, out]).toEqual([0, expect.stringContaining('120')])
    expect((await ward.piped('received_total: 5\nresolved_total: 6', 'check', '-')).code).toBe(1)
  })

  test.each([
    [
      'an old encoding',
      Buffer.from(
        'Trung t\u00a9m \u00ae\u00b7 ti\u00d5p nh\u00cbn 120 h\u00e5 s\u00ac, \u00ae\u00b7 gi\u00b6i quy\u00d5t 100 h\u00e5 s\u00ac tr\u00adíc h\u00b9n',
        'latin1',
      ),
    ],
    ['UTF-16', Buffer.from('\uFEFFTrung tâm đã tiếp nhận 120 hồ sơ, đã giải quyết 100 hồ sơ.', 'utf16le')],
  ])('a text in %s is read like an export in it', async (_, bytes) => {
    writeFileSync(join(ward.folder, 'cu.txt'), bytes)
    const audit = await ward.ask<Audit>('check', 'cu.txt')
    expect(audit.statements[0]!.figures.map(({ key, value }) => [key, value])).toContainEqual(['received_total', 120])
  })

  test.each([
    ['a file that is not there', 'nothing.txt', undefined, 'nothing.txt'],
    ['a folder', 'inbox', undefined, 'inbox'],
    ['a workbook or a Word file', 'x.docx', 'PK\u0003\u0004', 'x.docx'],
    ['a PDF', 'x.pdf', '%PDF-1.7\n', 'pdf'],
    ['an empty file', 'x.txt', '', 'x.txt'],
    ['a text that states nothing', 'y.txt', 'Trân trọng báo cáo.', 'y.txt'],
  ])('%s is exit 2 with a sentence', async (_, name, content, named) => {
    if (content !== undefined) writeFileSync(join(ward.folder, name), content)
    for (const language of ['vi', 'en']) {
      const { code, out, err } = await ward.doisoat('check', name, '--lang', language)
      expect([code, out, err]).toEqual([2, '', expect.stringContaining(named)])
      expect(err).not.toMatch(/\n\s+at /)
    }
  })

  test('--json has the shape that scripts hold on to', async () => {
    const audit = await ward.ask<Audit>('check', stated('lam-dong-2019-10.txt'))
    expect(Object.keys(audit)).toEqual(['schema', 'file', 'verdict', 'statements', 'doubted', 'noted'])
    expect([audit.schema, audit.verdict]).toEqual([1, 'cannot_hold'])
    const [first] = audit.statements
    expect(Object.keys(first!).join(' ')).toBe(
      'unit period verdict figures derived equations rates conditions undecided repairs moreRepairs comparison notCompared',
    )
    expect(first!.figures[0]).toEqual({
      text: '19.361',
      at: { line: 1, column: 65, start: 64, end: 70 },
      words: 'Trung tâm Phục vụ hành chính công tỉnh tiếp nhận 19.361 hồ sơ',
      value: 19361,
      key: 'received_total',
    })
    expect([first!.comparison, first!.notCompared]).toEqual([null, null])
  })

  test('a period that is asked for needs a database', async () => {
    expect((await ward.doisoat('check', stated('kien-an-2025-07.txt'), '--period', '2026-02')).code).toBe(2)
  })
})

describe('a ward whose Centre has one dossier, and another went past it', () => {
  let ward: Ward
  const routed = { code: 'H24.131-260204-0002', identity: '031195694675', ended: '2026-02-05', due: '2026-02-05' }

  beforeAll(async () => {
    const [own, other] = [everywhere(), business(routed)]
    ward = await wardWith({ ...own, ...other, portal: [...own.portal, ...other.portal], book: own.book })
  })

  const text = (received: number, who = 'Trung tâm'): string =>
    `Từ ngày 17/01/2026 đến ngày 13/02/2026, ${who} đã tiếp nhận ${received} hồ sơ, đã trả kết quả 01 hồ sơ.`

  async function audit(written: string, ...given: string[]) {
    const { code, out } = await ward.piped(written, 'check', '-', '--json', ...given)
    return { code, ...(JSON.parse(out) as Audit).statements[0]! }
  }

  test('what the database says too agrees, under the period that the text names', async () => {
    const { code, comparison } = await audit(text(1))
    expect([code, comparison!.period.id, comparison!.basis, comparison!.differences]).toEqual([
      0,
      '2026-02',
      'centre',
      [],
    ])
    expect(comparison!.rows).toEqual([
      { key: 'received_total', stated: 1, centre: 1, all: 2, agrees: true },
      { key: 'resolved_total', stated: 1, centre: 1, all: 2, agrees: true },
    ])
  })

  test('a figure that includes what was routed past the Centre is explained by it, with the codes', async () => {
    const { code, comparison } = await audit(text(2))
    expect([code, comparison!.differences]).toEqual([
      1,
      [
        {
          key: 'received_total',
          stated: 2,
          computed: 1,
          reasons: [[{ reason: 'routed_past_centre', count: 1, codes: [routed.code] }]],
        },
      ],
    ])
    const { out } = await ward.piped(text(2), 'check', '-')
    expect(out).toContain('+ 1 hồ sơ hộ kinh doanh không qua Trung tâm')
    expect(out).toContain(routed.code)
  })

  test('a difference that no dossiers explain is said to have none', async () => {
    expect((await audit(text(7))).comparison!.differences[0]!.reasons).toEqual([])
    expect((await ward.piped(text(7), 'check', '-')).out).toContain('chưa rõ vì sao')
  })

  test('all dossiers of the ward are a basis too, where a statement agrees better with it', async () => {
    const { code, comparison } = await audit('received_total: 2\nresolved_total: 2', '--period', '2026-02')
    expect([code, comparison!.basis]).toEqual([0, 'all'])
  })

  test.each([
    ['another unit', text(1, 'Trung tâm Phục vụ hành chính công phường Kiến An'), [], 'unit'],
    ['a period of which no list is there', text(1), ['--period', '2026-09'], 'not_held'],
    ['no period at all', 'Tiếp nhận 05 hồ sơ.', ['--config', 'doisoat.yaml'], 'no_period'],
  ])('%s is not compared, and that is said', async (_, written, given, why) => {
    const { code, comparison, notCompared } = await audit(written, ...given)
    expect([code, comparison, notCompared?.why]).toEqual([0, null, why])
    expect((await ward.piped(written, 'check', '-', ...given)).out).toMatch(/Không so với cơ sở dữ liệu/)
  })

  test('the report that the program writes itself holds, and is what its database says', async () => {
    const { out } = await ward.doisoat('report', '--period', '2026-02')
    const { code, verdict, comparison } = await audit(out)
    expect([code, verdict, comparison!.rows.every(({ agrees }) => agrees)]).toEqual([0, 'holds', true])
  })
})
