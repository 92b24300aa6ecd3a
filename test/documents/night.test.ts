import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Found } from '../../pipeline/desk/desk-list.ts'
import { kindsTonight } from '../../pipeline/documents/night-report.ts'
import { nightHtml } from '../../reports/night-html.ts'
import type { NightReport } from '../../reports/night-report.ts'
import { wordsIn } from '../../reports/words.ts'
import { deskWard } from '../desk/desk-ward.ts'
import { bookRow, portalRow } from '../support/dossiers.ts'
import { exportOf, preamble } from '../support/make-export.ts'
import { copyOf, openWard, publishedBy, type Ward } from '../support/ward.ts'
import { pageText } from './page-text.ts'
import { hostile, stated, unknown } from './period-value.ts'

const vi = wordsIn('vi')

describe('the page of a night', () => {
  let ward: Ward

  beforeAll(async () => {
    ward = await deskWard()
  })

  test('reads as it stands in the gallery', async () => {
    await expect(pageText(nightOf(ward, '2026-02-13'))).toMatchFileSnapshot('./golden/doi-soat.txt')
  })

  test('runs nothing: its policy allows its style alone', () => {
    const page = nightOf(ward, '2026-02-13')
    expect(page).not.toMatch(/<script| style=| on[a-z]+=|script-src/)
    expect(page).toMatch(/default-src &#39;none&#39;; style-src &#39;sha256-[^;]+;; base-uri &#39;none&#39;/)
  })

  test('is the same bytes after the night is run or published again', async () => {
    const again = copyOf(ward)
    const before = publishedBy(again)
    await again.nightly('2026-02-13')
    await again.doisoat('run', 'publish', '--as-of', '2026-02-13')
    expect(publishedBy(again)).toEqual(before)
  })
})

test('a file that was turned away stands at the head with its reason, also when the night is run again', async () => {
  const ward = openWard()
  ward.put('a/portal.csv', exportOf('portal', [portalRow()], { before: [preamble('2026-01-17', '2026-02-13')] }))
  ward.put('a/la.csv', '<html><script>alert(1)</script>')
  const { code } = await ward.nightly('2026-02-13')
  expect(code).toBe(1)
  const page = nightOf(ward, '2026-02-13')
  const [head] = page.split('<nav') as [string]
  expect(head).toContain('<p class="notice alarm">a/la.csv: ')
  expect(pageText(page)).toMatch(/^a\/la\.csv \| – \| không/m)
  await ward.nightly('2026-02-13')
  expect(nightOf(ward, '2026-02-13')).toBe(page)
})

test('a due day that was put off, and who was silent, are said', async () => {
  const ward = openWard()
  const window = { before: [preamble('2026-01-17', '2026-02-13')] }
  const open = { status: 'Đang xử lý', ended: '', due: '2026-02-12' }
  ward.put('1/portal.csv', exportOf('portal', [portalRow(open)], window))
  ward.put('1/book.csv', exportOf('book', [bookRow(open)], window))
  await ward.nightly('2026-02-11')
  ward.put('2/portal.csv', exportOf('portal', [portalRow({ ...open, due: '2026-02-20' })], window))
  ward.take('1')
  await ward.nightly('2026-02-12')
  const page = pageText(nightOf(ward, '2026-02-12'))
  expect(page).toContain('Cổng DVCQG | 0 | 1 | 0')
  expect(page).toContain('Hạn trả đã dời: 1 hồ sơ')
  expect(page).toMatch(/\| Cổng DVCQG \| 12\/02\/2026 \| 20\/02\/2026/)
  expect(page).toContain('Sổ của Trung tâm | chậm | ')
})

test('what a night did to each kind: new, back again, worse, resolved; due soon that is overdue now is not over', () => {
  const asOf = '2026-02-13'
  const found = (kind: Found['kind'], code: string, changes: Partial<Found>): Found => ({
    key: `${kind}/${code}`,
    kind,
    code,
    system: null,
    bySettings: null,
    state: 'open',
    verified: true,
    since: '2026-02-10',
    lastSeen: asOf,
    acknowledged: null,
    detail: {},
    sources: [],
    before: 'open',
    changed: '2026-02-10',
    ...changes,
  })
  const tonight = { changed: asOf, since: asOf, before: null }
  const counted = kindsTonight(
    [
      found('missing_at_centre', 'a', {}),
      found('missing_at_centre', 'b', { state: 'new', ...tonight }),
      found('missing_at_centre', 'c', { state: 'reopened', before: 'resolved', changed: asOf }),
      found('missing_at_centre', 'd', { state: 'acknowledged' }),
      found('missing_at_centre', 'e', { state: 'resolved', changed: asOf }),
      found('due_soon', 'a', { state: 'resolved', changed: asOf }),
      found('overdue_pending', 'a', { state: 'new', ...tonight }),
      found('date_conflict', 'f', { state: 'resolved', changed: '2026-02-12', before: 'resolved' }),
    ],
    asOf,
  )
  const none = { open: 0, acknowledged: 0, fresh: 0, again: 0, worse: 0, resolved: 0 }
  expect(counted.toSorted((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual([
    { ...none, kind: 'missing_at_centre', open: 3, acknowledged: 1, fresh: 1, again: 1, resolved: 1 },
    { ...none, kind: 'overdue_pending', open: 1, fresh: 1, worse: 1 },
  ])
})

test('a night of nothing says so in every part, and what a file says is text', async () => {
  const nothing = stated({ figures: unknown, identities: [], incomplete: ['dvcqg', 'trungtam'] })
  const value: NightReport = {
    centre: 'Trung tâm',
    asOf: '2026-02-13',
    before: null,
    laterNight: '2026-02-14',
    period: { id: '2026-02', from: '2026-01-17', to: '2026-02-13' },
    stated: { centre: nothing, all: nothing },
    systems: [{ system: 'dvcqg', is: 'silent', reaches: null }],
    kinds: [],
    desk: { dossiers: 0, fresh: 0, worse: 0, acknowledged: 0, resolved: 0 },
    settingsChanges: [],
    changes: [],
    dues: [],
    duesLeftOut: 0,
    files: [],
    outranked: [],
  }
  await expect(pageText(await nightHtml(value, vi))).toMatchFileSnapshot('./golden/doi-soat-trong.txt')
  const attacked = await nightHtml(
    {
      ...value,
      outranked: [{ path: hostile, by: hostile }],
      changes: [{ system: 'dvcqg', appeared: 1, changed: 0, gone: 0 }],
      dues: [{ code: hostile, system: 'dvcqg', before: null, after: '2026-02-14' }],
      duesLeftOut: 3,
      files: [
        { path: hostile, system: null, state: 'refused', rows: null, rejected: null, reason: { id: hostile } },
        { path: hostile, system: 'dvcqg', state: 'loaded', rows: 3, rejected: 0, reason: null },
      ],
    },
    vi,
  )
  expect(attacked).not.toMatch(/<script|<img|<!--|\u202e| style=/)
  expect(attacked).not.toContain('\0')
  expect(attacked).toContain('Còn 3 hồ sơ nữa: chạy doisoat changes.')
})

function nightOf({ folder }: Ward, night: string): string {
  return readFileSync(join(folder, 'out/nightly', night, 'doi-soat.html'), 'utf8')
}
