import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openWard, type Ward } from '../support/ward.ts'
import { violations } from './axe.ts'
import { onPage } from './open-page.ts'

const wide = { viewport: { width: 1280, height: 900 } }
const narrow = { viewport: { width: 360, height: 800 } }

let ward: Ward
let list = ''
let empty = ''

beforeAll(async () => {
  ward = openWard()
  ward.putMonth('2026-01', '2026-01')
  await ward.nightly('2026-01-16')
  ward.putMonth('2026-02', '2026-02')
  await ward.nightly('2026-02-13')
  list = join(ward.folder, 'out/nightly/2026-02-13/ho-so-can-xu-ly.html')
  const other = openWard()
  await other.nightly('2026-02-13')
  empty = join(other.folder, 'out/nightly/2026-02-13/ho-so-can-xu-ly.html')
})

test.each([
  ['wide', wide],
  ['narrow', narrow],
  ['dark', { ...wide, colorScheme: 'dark' as const }],
  ['narrow and dark', { ...narrow, colorScheme: 'dark' as const }],
])('an accessibility check finds nothing on the %s page, nor on an empty one', async (_, options) => {
  for (const file of [list, empty]) expect(await onPage(file, options, violations)).toEqual([])
})

test('at 360 pixels nothing is wider than the screen', async () => {
  const width = await onPage(list, narrow, (page) => page.evaluate('document.documentElement.scrollWidth'))
  expect(width).toBe(360)
})

test('it asks for nothing but itself, and no script of its own is refused', async () => {
  await onPage(list, wide, async (page, requests) => {
    expect(requests).toEqual([`file://${list}`])
    expect(await page.locator('.filters').isVisible()).toBe(true)
  })
})

test('without a script all rows are there, and no control that would do nothing', async () => {
  await onPage(list, { ...wide, javaScriptEnabled: false }, async (page) => {
    expect(await page.locator('.filters').isVisible()).toBe(false)
    expect(await page.locator('section.dossiers .row:visible').count()).toBe(121)
    expect(await page.locator('thead button').count()).toBe(0)
  })
})

test('it can be filtered and sorted by the keyboard alone', async () => {
  await onPage(list, wide, async (page) => {
    await page.keyboard.press('Tab')
    await page.keyboard.type('thay doi noi dung dang ky ho kinh doanh')
    expect(await shown(page)).toEqual(['Sắp đến hạn', 'Không qua Trung tâm'])
    for (let key = 0; key < 40; key++) await page.keyboard.press('Backspace')
    for (let key = 0; key < 4; key++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const head = page.locator('section.dossiers th').first()
    expect(await head.getAttribute('aria-sort')).toBe('ascending')
    const codes = await page.locator('[data-group=due_soon] .row strong').allTextContents()
    expect(codes).toEqual(codes.toSorted())
    await page.keyboard.press('Enter')
    expect(await page.locator('[data-group=due_soon] .row strong').allTextContents()).toEqual(codes.toReversed())
  })
})

test('it is printed on A4 landscape, its header on every page', async () => {
  await onPage(list, wide, async (page) => {
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([842, 595])
    await page.emulateMedia({ media: 'print' })
    const head = await page.evaluate(`getComputedStyle(document.querySelector('.dossiers thead')).display`)
    expect(head).toBe('table-header-group')
    expect(await page.locator('th.byhand').first().isVisible()).toBe(true)
  })
})

async function shown(page: Page): Promise<string[]> {
  const heads = await page.locator('section.dossiers .group:visible th').allTextContents()
  return heads.map((text) => text.replace(/\s*\d+\s*$/, ''))
}
