import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { openWard } from '../support/ward.ts'
import { violations } from './axe.ts'
import { onPage } from './open-page.ts'

const wide = { viewport: { width: 1280, height: 900 } }
const narrow = { viewport: { width: 360, height: 800 } }
const looks = [
  ['wide', wide],
  ['narrow', narrow],
  ['dark', { ...wide, colorScheme: 'dark' as const }],
  ['narrow and dark', { ...narrow, colorScheme: 'dark' as const }],
] as const

let [month, night, emptyMonth, emptyNight] = ['', '', '', '']

beforeAll(async () => {
  const ward = openWard()
  ward.putMonth('2026-01', '2026-01')
  await ward.nightly('2026-01-16')
  ward.putMonth('2026-02', '2026-02')
  await ward.nightly('2026-02-13')
  const other = openWard()
  await other.nightly('2026-02-13')
  month = join(ward.folder, 'out/2026-02/tong-hop.html')
  night = join(ward.folder, 'out/nightly/2026-02-13/doi-soat.html')
  emptyMonth = join(other.folder, 'out/2026-02/tong-hop.html')
  emptyNight = join(other.folder, 'out/nightly/2026-02-13/doi-soat.html')
}, 60_000)

describe.each(looks)('the %s pages', (_, options) => {
  test('have nothing that an accessibility check finds, full or empty', async () => {
    for (const file of [month, night, emptyMonth, emptyNight])
      expect(await onPage(file, options, violations)).toEqual([])
  })

  test('have nothing that it finds in an opened number, nor in the unfolded tables', async () => {
    const found = await onPage(month, options, async (page) => {
      await page.evaluate(`document.querySelectorAll('details:not(#list)').forEach((each) => (each.open = true))`)
      const unfolded = await violations(page)
      await page.locator('button.opens', { hasText: /^6$/ }).first().click()
      return [...unfolded, ...(await violations(page))]
    })
    expect(found).toEqual([])
  })
})

test('they ask for nothing but themselves, and their policy has nothing to refuse', async () => {
  for (const file of [month, night, emptyMonth, emptyNight])
    await onPage(file, wide, async (page, requests) => {
      const said: string[] = []
      page.on('console', (message) => said.push(message.text()))
      page.on('pageerror', (error) => said.push(error.message))
      await page.reload()
      expect(requests).toEqual([`file://${file}`, `file://${file}`])
      expect(said).toEqual([])
    })
})

test('each number opens to exactly as many dossiers as it says', async () => {
  const wrong = await onPage(month, wide, (page) =>
    page.evaluate(`[...document.querySelectorAll('button.opens')].flatMap((button) => {
      button.click()
      const dialog = document.querySelector('dialog')
      const rows = dialog.querySelectorAll('tbody tr').length
      const heading = dialog.querySelector('h2').textContent
      dialog.close()
      const text = button.textContent
      const counts = /^\\d+$/.test(text) ? Number(text) : rows
      return rows > 0 && rows === counts && heading.endsWith(': ' + rows + ' hồ sơ') ? [] : [text + ' ' + heading]
    })`),
  )
  expect(wrong).toEqual([])
})

test('a number is opened and closed by the keyboard alone, and the focus comes back to it', async () => {
  await onPage(month, wide, async (page) => {
    for (let key = 0; key < 60; key++) {
      await page.keyboard.press('Tab')
      if ((await focused(page)) === '6: Giải quyết quá hạn') break
    }
    expect(await focused(page)).toBe('6: Giải quyết quá hạn')
    await page.keyboard.press('Enter')
    const dialog = page.locator('dialog')
    expect(await dialog.isVisible()).toBe(true)
    expect(await dialog.getAttribute('open')).not.toBeNull()
    const text = (await dialog.textContent())!
    expect(text).toContain('Giải quyết quá hạn: 6 hồ sơ')
    expect(text).toContain('Có kết quả trong kỳ, ngày có kết quả sau ngày hẹn trả.')
    expect(text).toContain('Cư trú (Bộ Công an): 2026-02/CuTru_20260213.csv:43')
    expect(text).toContain('doisoat why 2026-02/resolved_overdue')
    expect(await dialog.locator('tbody tr').count()).toBe(6)
    await page.keyboard.press('Escape')
    expect(await dialog.isVisible()).toBe(false)
    expect(await focused(page)).toBe('6: Giải quyết quá hạn')
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Shift+Tab')
    expect(await page.evaluate('document.activeElement.closest("dialog") !== null')).toBe(true)
    await dialog.getByRole('button', { name: 'Đóng' }).press('Enter')
    expect(await dialog.isVisible()).toBe(false)
    expect(await focused(page)).toBe('6: Giải quyết quá hạn')
  })
})

test('at 360 pixels nothing is wider than the screen, an opened number neither', async () => {
  const width = 'document.documentElement.scrollWidth'
  for (const file of [month, night, emptyMonth, emptyNight])
    expect(await onPage(file, narrow, (page) => page.evaluate(width))).toBe(360)
  const dialog = await onPage(month, narrow, async (page) => {
    await page.locator('button.opens').first().click()
    return page.evaluate(`[${width}, document.querySelector('dialog').scrollWidth <= 360]`)
  })
  expect(dialog).toEqual([360, true])
})

test('without a script every number is there, nothing that would do nothing, and the whole list', async () => {
  await onPage(month, { ...wide, javaScriptEnabled: false }, async (page) => {
    expect(await page.locator('button:visible').count()).toBe(0)
    expect(await page.locator('.hint').isVisible()).toBe(false)
    expect(await page.locator('.big').first().textContent()).toBe('1024')
    await page.locator('#list summary').click()
    expect(await page.locator('#list tbody tr:visible').count()).toBe(1061)
  })
})

test('they are printed on A4, upright, in a few sheets, without what only a screen can do', async () => {
  for (const [file, most] of [
    [month, 6],
    [night, 4],
  ] as const)
    await onPage(file, wide, async (page) => {
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
      const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!
      expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842])
      expect(pdf.match(/\/Type \/Page\b/g)!.length).toBeLessThanOrEqual(most)
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('nav').isVisible()).toBe(false)
    })
})

test('the night leads to the page of the month, and to the list of the desk', async () => {
  for (const [name, heading] of [
    ['Mở trang: Tổng hợp tháng 02/2026', 'Tổng hợp tháng 02/2026'],
    ['Mở danh sách hồ sơ cần xử lý', 'Hồ sơ cần xử lý – phường Hưng Đạo'],
  ] as const)
    await onPage(night, wide, async (page) => {
      await page.getByRole('link', { name }).click()
      expect(await page.locator('h1').textContent()).toBe(heading)
    })
})

function focused(page: Page): Promise<unknown> {
  return page.evaluate(`document.activeElement.getAttribute('aria-label')`)
}
