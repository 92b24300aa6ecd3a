import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { overviewHtml } from '../../reports/overview/overview-html.ts'
import type { PeriodReport } from '../../reports/period-report.ts'
import { wordsIn } from '../../reports/words.ts'
import { copyOf, openWard, type Ward } from '../support/ward.ts'
import { opensIn, pageText } from './page-text.ts'
import { dossiers, hostile, periodValue, stated, unknown } from './period-value.ts'

const vi = wordsIn('vi')
const render = (changes: Partial<PeriodReport> = {}): Promise<string> => overviewHtml(periodValue(changes), vi)

describe('the page of a sample month', () => {
  let ward: Ward
  let page = ''

  beforeAll(async () => {
    ward = openWard()
    ward.putMonth('2026-01', '2026-01')
    await ward.nightly('2026-01-16')
    ward.putMonth('2026-02', '2026-02')
    await ward.nightly('2026-02-13')
    page = readFileSync(join(ward.folder, 'out/2026-02/tong-hop.html'), 'utf8')
  })

  test('reads as it stands in the gallery, its list of dossiers left out', async () => {
    const [before] = pageText(page).split('Danh sách hồ sơ\nCả 1061')
    await expect(before!).toMatchFileSnapshot('./golden/tong-hop.txt')
  })

  test('opens each number to exactly as many dossiers as it says', () => {
    const numbers = opensIn(page).filter(({ text }) => /^\d+$/.test(text))
    expect(numbers.length).toBeGreaterThan(250)
    expect(numbers.filter(({ text, places }) => Number(text) !== places.length)).toEqual([])
  })

  test('opens every figure, line, field, day, week and bucket that is not zero', () => {
    const titles = new Set(opensIn(page).map(({ title }) => title))
    for (const title of [
      'Tổng số tiếp nhận',
      'Tỷ lệ tái sử dụng dữ liệu số hoá',
      'Hồ sơ hộ kinh doanh không qua Trung tâm',
      'Giải quyết quá hạn – Đăng ký và quản lý cư trú',
      'Tiếp nhận mới trong kỳ – 05/02/2026',
      'Kết thúc – 13/02/2026',
      'Không qua Trung tâm – 09/02 – 13/02/2026',
      'Tổng số đang giải quyết – 11–20 ngày',
      'Tổng số đang giải quyết – Đất đai (Bộ NN&amp;MT)',
    ])
      expect(titles).toContain(title)
  })

  test('lists each dossier once, with the lines of each system that has it', () => {
    const list = page.slice(page.indexOf('id="list"'))
    expect(list.match(/<tr><th scope="row">/g)).toHaveLength(1061)
    expect(list).toContain('Cổng DVCQG: <span class="code">2026-02/DVCQG_DanhSachHoSo_20260213.csv:6</span>')
  })

  test('of a closed period says so', async () => {
    const closed = copyOf(ward)
    const read = () => pageText(readFileSync(join(closed.folder, 'out/2026-01/tong-hop.html'), 'utf8'))
    expect((await closed.doisoat('close', '2026-01', '--why', 'đã gửi', '--by', 'Lan')).code).toBe(0)
    await closed.doisoat('run', 'summarize', '--as-of', '2026-02-13')
    await closed.doisoat('run', 'publish', '--as-of', '2026-02-13')
    expect(read()).toContain('Kỳ này đã chốt: số liệu là số đã công bố theo đêm 13/02/2026')
  })

  test('names no person', () => {
    const list = readFileSync(join(ward.folder, 'inbox/2026-02/SoTheoDoi_TTPVHCC_20260213.csv'), 'utf8')
    expect(list.length).toBeGreaterThan(1000)
    expect(page).not.toMatch(/\b\d{12}\b/)
  })
})

test('equal values give equal bytes, in one process and in another with other settings of the machine', async () => {
  const page = await render()
  expect(await render()).toBe(page)
  const program = `
    import { createHash } from 'node:crypto'
    import { overviewHtml } from './reports/overview/overview-html.ts'
    import { wordsIn } from './reports/words.ts'
    import { periodValue } from './test/documents/period-value.ts'
    await overviewHtml(periodValue({ basis: 'all' }), wordsIn('en'))
    const page = await overviewHtml(periodValue(), wordsIn('vi'))
    console.log(createHash('sha256').update(page).digest('hex'))`
  const root = join(import.meta.dirname, '../..')
  const env = { ...process.env, TZ: 'America/Lima', LANG: 'C', LC_ALL: 'C' }
  const there = execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: root, env })
  expect(there.toString().trim()).toBe(createHash('sha256').update(page).digest('hex'))
})

test('what an export says is text: no markup, no script, nothing that turns the direction', async () => {
  const attacked = dossiers.map((each) => ({
    ...each,
    code: hostile,
    procedure: hostile,
    field: hostile,
    lines: [{ system: 'dvcqg' as const, file: hostile, line: 1 }],
  }))
  const value = periodValue()
  const page = await render({
    unit: { ...value.unit, centre: hostile },
    fields: value.fields.map((each) => ({ ...each, name: hostile })),
    procedures: value.procedures.map((each) => ({ ...each, code: hostile, name: hostile, field: hostile })),
    routing: { ...value.routing, accounts: [hostile] },
    opened: { ...value.opened!, dossiers: attacked },
  })
  expect(page.match(/<script>/g)).toHaveLength(1)
  expect(page.match(/<\/script>/g)).toHaveLength(1)
  expect(page).not.toMatch(/<img|<!--|\u202e| style=| on[a-z]+=/)
  expect(page).not.toContain('\0')
  expect(page).toContain('&lt;/script&gt;&lt;script&gt;alert(1)')
  expect(page).toContain('data-title="Tổng số tiếp nhận – =HYPERLINK(&quot;http://x&quot;)&lt;/script')
})

test('its policy runs its own script and nothing else', async () => {
  const page = await render()
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)!
  expect(policy!.replaceAll(/sha256-[\w+/=]+/g, '…').replaceAll('&#39;', "'")).toBe(
    "default-src 'none'; style-src '…'; script-src '…'; base-uri 'none'; form-action 'none'",
  )
})

test('without the book of the Centre nobody can say what went past it', async () => {
  const centre = stated({ figures: unknown, incomplete: ['trungtam'] })
  const text = pageText(await render({ stated: { ...periodValue().stated, centre } }))
  expect(text).toContain('Chưa xác định được số hồ sơ hộ kinh doanh không qua Trung tâm')
  expect(text).not.toContain('hồ sơ hộ kinh doanh tiếp nhận trong kỳ không qua')
})

test('household businesses that were carried in past the Centre are said, since the walk counts them', async () => {
  const carried = { ...periodValue().routing, routed: { all: 10, carried: 9 } }
  expect(pageText(await render({ routing: carried }))).toContain(
    'Còn 9 hồ sơ hộ kinh doanh từ kỳ trước cũng không qua Trung tâm.',
  )
  expect(pageText(await render())).not.toContain('từ kỳ trước cũng')
})

test('a period of which nothing came says so, and has a dash for every figure', async () => {
  const nothing = stated({ figures: unknown, identities: [], incomplete: ['dvcqg', 'trungtam'] })
  const page = await render({
    stated: { centre: nothing, all: nothing },
    fields: [],
    procedures: [],
    systems: [],
    days: [],
    national: [],
    pending: [],
    routing: { ...periodValue().routing, received: 0, routed: { all: 0, carried: 0 }, weeks: [], procedures: [] },
    kinds: [],
    opened: { dossiers: [], behind: {} },
  })
  await expect(pageText(page)).toMatchFileSnapshot('./golden/tong-hop-trong.txt')
  expect(pageText(page)).toContain('Chưa có tệp nào cho kỳ này')
  expect(pageText(page)).toContain('Tổng số tiếp nhận | – | – | – | –')
})

test('a system that sent nothing is named at the head, and in its row', async () => {
  const page = pageText(
    await render({ stated: { centre: stated({ incomplete: ['botuphap-hotich'] }), all: stated() } }),
  )
  expect(page).toContain('Số liệu chưa đầy đủ: đêm cuối chưa có tệp của Hộ tịch (Bộ Tư pháp).')
  expect(page).toMatch(/Hộ tịch \(Bộ Tư pháp\) \|.*\| chưa gửi/)
})

test('there is no walk from a list that is not there', async () => {
  const page = pageText(await render({ stated: { centre: stated({ incomplete: ['dvcqg'] }), all: stated() } }))
  expect(page).toContain('Chưa đối soát được: thiếu danh sách của Cổng hoặc sổ của Trung tâm.')
  expect(page).not.toContain('Bảng đối soát từ Cổng')
})

test('an identity that does not hold, and what is unexplained, stand at the head', async () => {
  const wrong = stated({
    identities: [{ id: 'pending_by_due_day', left: 3, right: 2, holds: false }],
    reconciliation: stated().reconciliation.map((each) =>
      each.line === 'unexplained' ? { ...each, count: -1 } : each,
    ),
  })
  const page = await render({ stated: { centre: wrong, all: stated() } })
  const [head] = page.split('<nav') as [string]
  expect(head).toContain('Đẳng thức không đúng (Theo sổ của Trung tâm): Đang giải quyết = trong hạn + quá hạn.')
  expect(head).toContain('Bảng đối soát còn -1 hồ sơ chưa giải thích được.')
  expect(pageText(page)).toContain('3 ≠ 2 ✗ SAI')
})

test('a closed period says what was published; a number that is counted otherwise now does not open', async () => {
  const published = stated({
    closed: { asOf: '2026-02-14', closing: 2 },
    figures: { ...stated().figures, resolved_total: 1 },
  })
  const page = await render({ stated: { centre: published, all: stated() } })
  expect(pageText(page)).toContain('Kỳ này đã chốt: số liệu là số đã công bố theo đêm 14/02/2026, lần 2.')
  const titles = opensIn(page).map(({ title }) => title)
  expect(titles).toContain('Tổng số tiếp nhận')
  expect(titles).not.toContain('Tổng số đã giải quyết')
})

test('where no page holds the dossiers no number opens, and the page says what to do', async () => {
  const page = await render({ opened: null })
  expect(opensIn(page)).toEqual([])
  expect(page).not.toContain('<dialog')
  expect(pageText(page)).toContain('chạy doisoat why 2026-02/<chỉ tiêu>'.replace('<', '&lt;').replace('>', '&gt;'))
})

test('a longer period shows its months as they are stated, and weeks for days', async () => {
  const value = periodValue()
  const day = (at: number): string => new Date(Date.UTC(2025, 11, 18 + at)).toISOString().slice(0, 10)
  const page = pageText(
    await render({
      period: { id: '2026-Q1', from: '2025-12-18', to: '2026-03-13' },
      before: { period: { id: '2025-Q4', from: '2025-09-15', to: '2025-12-17' }, figures: stated().figures },
      days: Array.from({ length: 86 }, (_, at) => ({ day: day(at), received: 1, resolved: 0, working: true })),
      months: [
        { period: value.period, figures: stated().figures, closed: { asOf: '2026-02-14', closing: 1 } },
        { period: { id: '2026-03', from: '2026-02-14', to: '2026-03-13' }, figures: unknown, closed: null },
      ],
    }),
  )
  expect(page).toContain('Tổng hợp quý I/2026')
  expect(page).toContain('quý IV/2025')
  expect(page).toContain('Kỳ chưa kết thúc: trong hạn, quá hạn tính theo ngày cuối kỳ (13/03/2026)')
  expect(page).toContain('Theo tuần')
  expect(page).not.toContain('Theo ngày')
  expect(page).toContain('1 | 2 | 2 | 1 | 1 | 0 | 14/02/2026')
  expect(page).toContain('tháng 03/2026')
  expect(page).toContain('– | – | – | – | – | – | –')
  expect(page).toMatch(/Tuần \| Tiếp nhận \| Kết thúc\n02\/02 – 08\/02\/2026 \| 7 \| 0/)
})

test('it can be had in English', async () => {
  const page = pageText(await overviewHtml(periodValue(), wordsIn('en')))
  expect(page).toContain('Overview of month 02/2026')
})
