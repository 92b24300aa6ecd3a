import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const path = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A file in the browser of the machine (`CHROMIUM` names another), with a profile that is thrown away. */
export async function onPage<Result>(
  file: string,
  options: BrowserContextOptions,
  work: (page: Page, requests: readonly string[]) => Promise<Result>,
): Promise<Result> {
  if (!existsSync(path)) throw new Error(`${path}: there is no browser here; install chromium, or name one in CHROMIUM`)
  const profile = mkdtempSync(join(tmpdir(), 'doisoat-browser-'))
  let context: BrowserContext | null = null
  try {
    context = await chromium.launchPersistentContext(profile, { executablePath: path, args: quiet, ...options })
    const page = await context.newPage()
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await page.goto(`file://${file}`)
    return await work(page, requests)
  } finally {
    await context?.close()
    rmSync(profile, { recursive: true, force: true })
  }
}
