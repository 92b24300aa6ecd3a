import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

type Packages = Readonly<Record<string, string>>
type Locked = {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly hasInstallScript?: boolean
}

const root = join(import.meta.dirname, '..')
const json = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'))
const stated = json('package.json') as { dependencies: Packages; devDependencies: Packages; allowScripts: Readonly<Record<string, boolean>> } // prettier-ignore
const lock = json('package-lock.json') as { packages: Readonly<Record<string, Locked>> }
const locked = Object.entries(lock.packages).filter(([path]) => path !== '')
const running = locked.filter(([, { dev }]) => dev !== true)

test('every dependency is one version, and the lock has that one', () => {
  const all = { ...stated.dependencies, ...stated.devDependencies }
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-r\.\d+)?$/.test(version))).toEqual([])
  for (const [name, version] of Object.entries(all))
    expect([name, lock.packages[`node_modules/${name}`]?.version]).toEqual([name, version])
})

test('the lock names no host, and knows the bytes of every package', () => {
  expect(locked.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([])
  expect(locked.filter(([, { integrity }]) => integrity?.startsWith('sha512-') !== true).map(([path]) => path)).toEqual(
    [],
  )
  expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(/registry|localhost|:\/\/\d/)
})

test('there are few, and each has its sentence in the decisions', () => {
  const reasons = readFileSync(join(root, 'DECISIONS.md'), 'utf8')
  const all = Object.keys({ ...stated.dependencies, ...stated.devDependencies })
  expect(all.filter((name) => !reasons.includes(`\`${name}\``))).toEqual([])
  expect(Object.keys(stated.dependencies).length).toBeLessThanOrEqual(18)
  expect(running.length).toBeLessThanOrEqual(47) // with all that they bring
})

test('whatever runs for an office is under a licence that lets it', () => {
  const free = /^(?:MIT|MIT-0|ISC|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|0BSD|BlueOak-1\.0\.0|Zlib|Unlicense|CC0-1\.0)$/
  const others = running
    .filter(([path]) => existsSync(join(root, path, 'package.json'))) // others are of other platforms
    .map(([path]) => [path, (json(`${path}/package.json`) as { license?: string }).license ?? ''] as const)
    .filter(([, licence]) => !isFree(licence, free))
  expect(running.filter(([path]) => existsSync(join(root, path))).length).toBeGreaterThan(25)
  expect(others).toEqual([])
  expect([isFree('(MIT AND GPL-3.0)', free), isFree('(MIT OR GPL-3.0)', free), isFree('', free)]).toEqual([false, true, false]) // prettier-ignore
})

test('nothing runs when packages are installed but what puts Node in its place', () => {
  expect(locked.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([path]) => path)).toEqual(['node_modules/node']) // prettier-ignore
  expect(Object.entries(stated.allowScripts).filter(([, allowed]) => allowed).map(([name]) => name)).toEqual(['node']) // prettier-ignore
})

/** One of the licences that may be chosen, or all of those that hold together. */
function isFree(licence: string, free: RegExp): boolean {
  const chosen = licence.replaceAll(/[()]/g, '').split(' OR ')
  return chosen.some((each) => each.split(' AND ').every((one) => free.test(one.trim())))
}
