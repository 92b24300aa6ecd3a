import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { SeenFile } from '../pipeline/loading/files-seen.ts'
import type { Reject } from '../pipeline/commands/rejects.ts'
import { discrepanciesIn, figuresIn, named, sampleMonths, truthOf } from './support/truth.ts'
import { fixtures, openWard } from './support/ward.ts'

describe.each(sampleMonths)('%s', (month) => {
  const truth = truthOf(month)
  const ward = openWard()

  beforeAll(async () => {
    ward.putMonth(month)
    expect((await ward.nightly(truth.as_of)).code).toBe(0)
  })

  test.each(['centre', 'all'] as const)('the figures of basis %s are those that are true', async (basis) => {
    const { figures, incomplete, period } = await figuresIn(ward, month, basis)
    expect(figures).toEqual(truth.figures[basis])
    expect([period.from, period.to, incomplete]).toEqual([truth.start, truth.end, []])
  })

  test.each(['centre', 'all'] as const)('what must add up on basis %s does, and a rate is its share', async (basis) => {
    const { figures, identities, rates } = await figuresIn(ward, month, basis)
    expect(identities.map(({ id, holds }) => [id, holds])).toEqual([
      ['received_by_time', true],
      ['received_by_channel', true],
      ['resolved_by_outcome', true],
      ['received_is_resolved_or_pending', true],
      ['pending_by_due_day', true],
      ['carried_in_is_pending_before', null],
      ['fields_add_up', true],
      ['systems_add_up', true],
      ['days_add_up', true],
      ['lines_accounted_for', true],
      ['rows_accounted_for', true],
    ])
    for (const [key, { numerator, denominator }] of Object.entries(rates))
      expect((figures as Record<string, number | null>)[key]).toBe(
        Math.floor((numerator / denominator) * 10_000 + 0.5) / 100,
      )
  })

  test('the statement walks from the portal to the book without a rest', async () => {
    const { reconciliation, figures } = await figuresIn(ward, month)
    const line = Object.fromEntries(reconciliation.map(({ line, count }) => [line, count]))
    expect(line).toEqual({ ...statements[month], unexplained: 0 })
    expect(line['centre_book']).toBe(figures.received_total)
  })

  test('every discrepancy that was planted is found, and no other', async () => {
    const found = (await discrepanciesIn(ward, '--period', month)).filter(isJudged)
    const unreadable = truth.rejects.map(({ code }) => ({ kind: 'unreadable_row', code }))
    expect(named(found)).toEqual(named([...truth.discrepancies, ...unreadable].filter(isJudged)))
  })

  test('every discrepancy names lines of files, and the code stands on one of them', async () => {
    const found = await discrepanciesIn(ward, '--period', month)
    expect(found.filter(({ sources }) => sources.length === 0)).toEqual([])
    const plain = found.flatMap(({ code, sources }) =>
      sources
        .filter(({ file }) => code !== null && /^(DVCQG|SoTheoDoi|ThanhToan)/.test(file))
        .map(({ file, line }) => ({ code: code!, text: lineOf(join(fixtures, month, 'exports', file), line) })),
    )
    expect(plain.length).toBeGreaterThan(10)
    expect(plain.filter(({ code, text }) => !text.includes(code))).toEqual([])
  })

  test('every row that cannot be read is rejected with its file, line, code and reason', async () => {
    const { rejects } = await ward.ask<{ rejects: Reject[] }>('rejects')
    const place = ({ file, line, code, reason }: Pick<Reject, 'file' | 'line' | 'code' | 'reason'>) =>
      `${file}:${line} ${code} ${reason}`
    expect(rejects.map(place).toSorted()).toEqual(truth.rejects.map(place).toSorted())
  })

  test('of every file each row and each line is accounted for', async () => {
    const { files } = await ward.ask<{ files: SeenFile[] }>('files')
    const wanted = Object.entries(truth.files).map(([system, { file, rows }]) => [file, system, rows, 'loaded'])
    expect(files.map((each) => [each.file, each.system, each.rows.read, each.state]).toSorted()).toEqual(
      wanted.toSorted(),
    )
    for (const { file, lines, rows } of files) {
      const { physical, preamble, header, blank, data, footer } = lines
      expect([file, preamble + header + blank + data + footer]).toEqual([file, physical])
      expect([file, rows.loaded + rows.repeated + rows.rejected]).toEqual([file, rows.read])
    }
  })
})

const statements = {
  '2026-01': {
    portal: 1001,
    unreadable_portal: 0,
    routed_past_centre: 12,
    missing_at_centre: 0,
    missing_in_portal: 0,
    centre_book: 989,
  },
  '2026-02': {
    portal: 1059,
    unreadable_portal: 0,
    routed_past_centre: 37,
    missing_at_centre: 0,
    missing_in_portal: 2,
    centre_book: 1024,
  },
  '2026-03': {
    portal: 1329,
    unreadable_portal: 2,
    routed_past_centre: 53,
    missing_at_centre: 3,
    missing_in_portal: 4,
    centre_book: 1279,
  },
}

test('the report of February is the one that the Centre sent, word for word', async () => {
  const ward = openWard()
  ward.putMonth('2026-02')
  await ward.nightly('2026-02-13')
  const { out } = await ward.doisoat('report', '--period', '2026-02')
  expect(out).toContain(
    'Từ ngày 17/01/2026 đến ngày 13/02/2026, Trung tâm đã tiếp nhận 1024 hồ sơ giải quyết TTHC, trong đó có 1024 hồ sơ trực tuyến, 111 hồ sơ từ kỳ trước. Đã trả kết quả 952 hồ sơ, trong đó có 939 hồ sơ giải quyết trước hạn, 06 hồ sơ quá hạn, 04 hồ sơ từ chối, 03 hồ sơ rút. Có 72 hồ sơ đang giải quyết trong hạn.\n\n' +
      '100% hồ sơ được số hoá. Tỷ lệ tái sử dụng lại dữ liệu số hoá đạt 95.47%. Đã thu phí, lệ phí 593 hồ sơ. Tỷ lệ thanh toán trực tuyến đạt 100%. Số tiền thanh toán trực tuyến trên Dịch vụ công quốc gia: 5.966.000 đồng.\n',
  )
  expect(readFileSync(join(ward.folder, 'out/2026-02/bao-cao.txt'), 'utf8')).toBe(out)
})

// Drift and missing exports hang on what else lies in the inbox: they have cases of their own.
function isJudged({ kind }: { readonly kind: string }): boolean {
  return kind !== 'schema_drift' && kind !== 'export_missing'
}

function lineOf(file: string, line: number): string {
  return readFileSync(file, 'utf8').split('\n')[line - 1] ?? ''
}
