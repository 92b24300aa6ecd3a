import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const home = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'doisoat-package-'))
const installed = join(folder, 'node_modules/doisoat')

/** With the Node that this runs on: the one that npm installed, newer than many a machine's own. */
function doisoat(...given: string[]): string {
  const cli = join(folder, 'node_modules/.bin/doisoat')
  return execFileSync(process.execPath, [cli, ...given], { cwd: join(folder, 'ward'), encoding: 'utf8' })
}

beforeAll(() => {
  execFileSync('npm', ['run', '--silent', 'package'], { cwd: home, stdio: 'inherit' })
  const made = readdirSync(join(home, 'dist')).find((name) => name.endsWith('.tgz'))
  execFileSync('npm', ['install', '--omit=dev', '--prefix', folder, join(home, 'dist', made!)], { stdio: 'inherit' })
  cpSync(join(home, 'fixtures'), join(folder, 'ward'), { recursive: true })
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a stranger’s folder has no tool of the developers, and no second Node', () => {
  const packages = readdirSync(join(folder, 'node_modules'))
  expect(packages).toContain('better-sqlite3')
  expect(packages.filter((name) => ['node', 'typescript', 'vitest', 'oxlint', '@duckdb'].includes(name))).toEqual([])
  const files = readdirSync(installed, { recursive: true, encoding: 'utf8' })
  expect(files.filter((name) => name.endsWith('.ts'))).toEqual([])
})

test('the month of the report comes out of it, to the letter', () => {
  doisoat('nightly', '--config', 'doisoat.yaml', '--as-of', '2026-02-13', '--quiet')
  const told = readFileSync(join(folder, 'out/2026-02/bao-cao.txt'), 'utf8')
  expect(told).toContain('đã tiếp nhận 1024 hồ sơ giải quyết TTHC')
  expect(doisoat('verify', join(folder, 'out/2026-02'), '--config', 'doisoat.yaml')).not.toBe('')
})

test('its samples are with it, and its schedule starts what is installed', () => {
  expect(JSON.parse(doisoat('connector', 'test', '--json'))).toMatchObject({ schema: 1 })
  const line = doisoat('init', '--schedule', 'cron', '--config', 'doisoat.yaml')
  expect(line).toContain(join(installed, 'pipeline/main.js'))
})
