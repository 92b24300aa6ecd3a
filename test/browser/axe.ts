import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What the accessibility checker finds on a page as it stands, with the first place of each. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const found = (await page.evaluate('axe.run()')) as AxeResults
  expect(found.passes.length).toBeGreaterThan(10)
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
