import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { bases } from '../pipeline/figures.ts'
import type { Office } from '../pipeline/office.ts'
import { openOffice } from '../pipeline/open-office.ts'
import { periodOf } from '../pipeline/period.ts'
import type { WhyDiscrepancy } from '../pipeline/why/why.ts'
import type { WhyDossier } from '../pipeline/why/why-dossier.ts'
import { askable, tellingOf, type WhyFigure, whyFigure } from '../pipeline/why/why-figure.ts'
import type { World } from '../pipeline/world.ts'
import { bookRow, civilRow, portalRow } from './support/dossiers.ts'
import { type Cells, exportOf, type Kind, preamble } from './support/make-export.ts'
import { figuresIn, sampleMonths, truthOf } from './support/truth.ts'
import { copyOf, fixtures, openWard, type Ward } from './support/ward.ts'

function officeOf(ward: Ward): Promise<Office> {
  const world = { cwd: ward.folder, now: () => new Date('2026-04-01T01:00:00Z') } as World
  return openOffice(world, { json: false, quiet: false })
}

describe.each(sampleMonths)('%s', (month) => {
  const truth = truthOf(month)
  const ward = openWard()
  const opened = new Map<string, WhyFigure>()

  beforeAll(async () => {
    ward.putMonth(month)
    expect((await ward.nightly(truth.as_of)).code).toBe(0)
    const office = await officeOf(ward)
    const period = periodOf(month, office.config.periods)
    const telling = tellingOf(office, period)
    for (const [basis, figure] of asked)
      opened.set(`${basis} ${figure}`, whyFigure(office, period, figure, basis, undefined, telling))
    await office.store.close()
  })

  test.each(bases)('the dossiers behind each figure of basis %s are as many as are true', async (basis) => {
    const { reconciliation } = await figuresIn(ward, month, basis)
    const walk = Object.fromEntries(reconciliation.map(({ line, count }) => [line, count]))
    for (const figure of askable) {
      const why = opened.get(`${basis} ${figure}`)!
      expect([figure, numberBehind(why)]).toEqual([figure, { ...walk, ...truth.figures[basis] }[figure]])
      expect(why.isProven).toBe(true)
    }
  })

  test('a dossier is behind a figure once, or misses it by one of its conditions', () => {
    for (const { dossiers, nearMisses, conditions, base } of opened.values()) {
      const codes = [...dossiers, ...nearMisses].map(({ code }) => code)
      expect(new Set(codes).size).toBe(codes.length)
      const named = [...conditions, ...(base?.conditions ?? [])]
      for (const { fails } of nearMisses) expect(named).toContain(fails)
    }
  })

  test('a line that stands behind a figure names that dossier, or none: then the row was matched', () => {
    const textOf = linesIn(month)
    const places = opened.get('all received_total')!.dossiers.map(({ code, lines }) => {
      expect(lines.length).toBeGreaterThan(0)
      return lines.map(({ file, line }) => ({ serial: code.slice(-11), named: serialIn(textOf(file, line)) }))
    })
    const nameless = places.flat().filter(({ named }) => named === null)
    for (const { serial, named } of places.flat()) if (named !== null) expect(named).toBe(serial)
    expect(nameless.length).toBeGreaterThan(0)
    expect(nameless.length).toBeLessThan(places.flat().length / 20)
  })
})

describe('a dossier over three nights', () => {
  const code = 'H24.131-260204-0001'
  const key = `missing_at_centre/${code}/trungtam`
  const ward = openWard()

  beforeAll(async () => {
    const other = { code: 'H24.131-260205-0001', identity: '031195694675' }
    const told = { due: '2026-02-10', ended: '', status: 'Đang xử lý' }
    await nightOf(ward, '2026-02-09', { portal: [portalRow(told)], book: [bookRow(other)], civil: [civilRow(told)] })
    await nightOf(ward, '2026-02-10', {
      portal: [portalRow({ ...told, due: '2026-02-12' })],
      book: [bookRow(told), bookRow(other)],
    })
    const ended = { 'Ngày đăng ký': '11/02/2026 2:05:00 CH' }
    await nightOf(ward, '2026-02-13', { portal: [portalRow(told)], civil: [civilRow({ due: '2026-02-10' }, ended)] })
  })

  test('is told of by each system as its cell stands, and as it was taken', async () => {
    const { sides } = await ward.ask<WhyDossier>('why', code)
    const civil = sides.find(({ system }) => system === 'botuphap-hotich')!
    expect([civil.file, civil.line, civil.window]).toEqual([
      '2026-02-13-civil.csv',
      3,
      { from: '2026-01-17', to: '2026-02-13' },
    ])
    expect(civil.cells).toContainEqual({
      field: 'ended',
      header: 'Ngày đăng ký',
      cell: '11/02/2026 2:05:00 CH',
      value: '2026-02-11T14:05:00',
    })
    expect(sides.map(({ system }) => system)).toEqual(['botuphap-hotich', 'dvcqg', 'trungtam'])
  })

  test('is believed by a rule for each value', async () => {
    const { believed, standing } = await ward.ask<WhyDossier>('why', code)
    const of = Object.fromEntries(believed.map(({ field, value, system, rule }) => [field, [value, system, rule]]))
    expect(standing).toBe('own')
    expect(of).toMatchObject({
      received: ['2026-02-04', 'botuphap-hotich', 'ministry'],
      due: ['2026-02-10', 'botuphap-hotich', 'ministry'],
      ended: ['2026-02-11', 'botuphap-hotich', 'ministry'],
      channel: ['online', 'dvcqg', 'portals_own'],
      inBook: ['late', 'trungtam', 'books_own'],
    })
  })

  test('keeps every line of every night, and what changed between them', async () => {
    const { lines, changes } = await ward.ask<WhyDossier>('why', code)
    expect(lines.map(({ night, system, line, inForce }) => `${night} ${system}:${line} ${inForce}`)).toEqual([
      '2026-02-09 botuphap-hotich:3 false',
      '2026-02-09 dvcqg:3 false',
      '2026-02-10 dvcqg:3 false',
      '2026-02-10 trungtam:3 true',
      '2026-02-13 botuphap-hotich:3 true',
      '2026-02-13 dvcqg:3 true',
    ])
    expect(changes).toContainEqual({
      night: '2026-02-10',
      system: 'dvcqg',
      what: 'changed',
      dueBefore: '2026-02-10',
      dueAfter: '2026-02-12',
    })
  })

  test('has its discrepancies with every turn of theirs', async () => {
    const { discrepancies } = await ward.ask<WhyDossier>('why', code)
    expect(discrepancies.find((each) => each.key === key)?.history).toEqual([
      { asOf: '2026-02-09', state: 'open' },
      { asOf: '2026-02-10', state: 'resolved' },
    ])
    const why = await ward.ask<WhyDiscrepancy>('why', key)
    expect([why.is, why.discrepancy.state, why.discrepancy.history.length, why.dossier?.code]).toEqual([
      'discrepancy',
      'resolved',
      2,
      code,
    ])
  })

  test.each(['vi', 'en'])('reads in %s as it should', async (language) => {
    const texts = await Promise.all(
      [code, key, '2026-02/resolved_overdue'].map((asked) => ward.doisoat('why', asked, '--lang', language)),
    )
    await expect(texts.map(({ out }) => out).join('\n')).toMatchFileSnapshot(`./gallery/why.${language}.txt`)
  })

  test('nowhere says who somebody is', async () => {
    const texts = [code, key, '2026-02/received_total'].flatMap((asked) => [
      ['why', asked],
      ['why', asked, '--json'],
    ])
    for (const asked of texts) {
      const { out } = await ward.doisoat(...asked)
      expect(out.length).toBeGreaterThan(0)
      expect(out).not.toMatch(/Trần Thị Hòa|031195694674/)
    }
  })

  test('of a closed period says what was published, beside what is counted now', async () => {
    const closed = copyOf(ward)
    expect((await closed.doisoat('close', '2026-02', '--by', 'Hoàng Lan')).code).toBe(0)
    await nightOf(closed, '2026-02-14', { portal: [portalRow(), portalRow({ code: 'H24.131-260206-0001' })] })
    const { value, published } = await closed.ask<WhyFigure>('why', '2026-02/received_total', '--basis', 'all')
    expect([value, published]).toEqual([3, { asOf: '2026-02-13', value: 2 }])
  })

  test.each([
    ['H24.131-990204-0001', 'chưa tệp nào có mã hồ sơ này'],
    ['2026-02/resolved_overdeu', '"resolved_overdue"'],
    ['missing_at_centre/H24.131-260204-0002/trungtam', key],
    ['cái gì đó', 'không phải mã hồ sơ'],
  ])('%s is not known: what was found, and what is nearest', async (asked, expected) => {
    const { code: exit, err, out } = await ward.doisoat('why', asked)
    expect([exit, out]).toEqual([2, ''])
    expect(err).toContain(expected)
  })
})

async function nightOf(
  ward: Ward,
  day: string,
  lists: Readonly<Partial<Record<Kind, readonly Cells[]>>>,
): Promise<void> {
  for (const [kind, rows] of Object.entries(lists) as [Kind, Cells[]][])
    ward.put(`${day}-${kind}.csv`, exportOf(kind, rows, { before: [preamble('2026-01-17', day)] }))
  expect((await ward.nightly(day)).code).toBeLessThan(2)
}

const asked = bases.flatMap((basis) => askable.map((figure) => [basis, figure] as const))

/** `260204-0001` out of a line of a file, however its code is spelt. */
function serialIn(line: string): string | null {
  const [, day, number] = /H24\W*131\W*(\d{6})\W*(\d{4})/i.exec(line) ?? []
  return day === undefined ? null : `${day}-${number}`
}

/** The lines of a sample month's files, as bytes: the codes in them are plain in every encoding. */
function linesIn(month: string): (file: string, line: number) => string {
  const seen = new Map<string, readonly string[]>()
  const read = (file: string) =>
    readFileSync(join(fixtures, month, 'exports', file), 'latin1')
      .replaceAll('\0', '')
      .split('\n')
  return (file, line) => {
    const lines = seen.get(file) ?? read(file)
    seen.set(file, lines)
    return lines[line - 1]!
  }
}

/** The number that a drill-down gives: how many, the share in hundredths of a percent, or the sum. */
function numberBehind({ figure, dossiers, base }: WhyFigure): number {
  if (figure === 'online_payment_total') return dossiers.reduce((sum, each) => sum + each.amount_dong!, 0)
  return base === null ? dossiers.length : Math.floor((dossiers.length / base.count) * 10_000 + 0.5) / 100
}
