import { readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { main } from '../../pipeline/cli.ts'
import { handOverWard, someWards, writeCity } from '../support/many-wards.ts'
import { quietWorld } from '../support/quiet-world.ts'
import { makeRoom } from '../support/ward.ts'
import { violations } from './axe.ts'
import { onPage } from './open-page.ts'

const wide = { viewport: { width: 1280, height: 900 } }
const narrow = { viewport: { width: 360, height: 800 } }
let [page, empty] = ['', '']

/** Three wards, of which the last has handed over nothing, and one of the others not all. */
async function cityPage(handed: number): Promise<string> {
  const folder = makeRoom()
  const wards = someWards(3)
  writeCity(folder, wards, { expectedSystems: ['bogddt'] })
  for (const ward of wards.slice(0, handed)) {
    const month = { id: '2026-02', dossiers: 60, upTo: '2026-02-04', asOf: '2026-02-05', night: 0 }
    const at = handOverWard(folder, ward, month, true)
    for (const name of readdirSync(at)) utimesSync(join(at, name), 1_750_000_000, 1_750_000_000)
  }
  await main(quietWorld(folder, ['nightly', '--as-of', '2026-02-05']))
  return join(folder, 'out/2026-02/thanh-pho.html')
}

beforeAll(async () => {
  page = await cityPage(2)
  empty = await cityPage(0)
}, 60_000)

test.each([
  ['wide', wide],
  ['narrow', narrow],
  ['dark', { ...wide, colorScheme: 'dark' as const }],
])('the %s page of a city has nothing that an accessibility check finds, full or empty', async (_, options) => {
  for (const file of [page, empty]) {
    const found = await onPage(file, options, async (opened) => {
      await opened.evaluate(`document.querySelectorAll('details').forEach((each) => (each.open = true))`)
      return violations(opened)
    })
    expect(found).toEqual([])
  }
})

test('on a telephone its tables move sideways, and the page does not', async () => {
  const widths = await onPage(page, narrow, (opened) =>
    opened.evaluate(`[document.documentElement.scrollWidth, document.querySelectorAll('.frame').length]`),
  )
  expect(widths).toEqual([360, expect.any(Number)])
})

test('it asks for nothing but itself, and each ward’s page is there', async () => {
  await onPage(page, wide, async (opened, requests) => {
    expect(requests).toEqual([`file://${page}`])
    const links = opened.locator('#wards a')
    expect(await links.count()).toBe(3)
    await links.first().click()
    expect(await opened.title()).toContain('Tổng hợp')
  })
})
