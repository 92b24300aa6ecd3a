import { afterAll, expect, test } from 'vitest'
import { type Step, watchSteps } from '../../pipeline/disk.ts'
import { one, pending, put, three, two } from '../faults/small-ward.ts'
import { dumpOf, openWard, publishedBy, type Ward } from '../support/ward.ts'
import { serverPrograms, startServer } from './real-server.ts'

const server = serverPrograms() === null ? null : await startServer()

afterAll(() => {
  watchSteps(null)
  server?.end()
})

type Here = { readonly ward: Ward; readonly url: string }

/** A ward after its first night, on the server that is killed here; what comes next changes much. */
async function afterOneNight(schema: string): Promise<Here> {
  const url = `${server!.url}?schema=${schema}`
  const ward = openWard({ database: url })
  put(ward, [one, pending])
  expect((await ward.nightly('2026-02-12')).code).toBe(0)
  put(ward, [two, three])
  return { ward, url }
}

/** A run has another number when the one before it broke off. */
function rows({ url }: Here): object {
  const tables = Object.entries(dumpOf({ database: url }))
  return Object.fromEntries(
    tables.map(([name, all]) => [name, all.map((row) => row.replace(/"run":\d+/, '"run":"?"'))]),
  )
}

/** A configuration that names another schema has another hash. */
function documentsOf(ward: Ward): object {
  const named = /("file": "configuration",\s+"sha256": ")[0-9a-f]+/g
  return Object.fromEntries(
    Object.entries(publishedBy(ward)).map(([path, text]) => [path, text.replaceAll(named, '$1')]),
  )
}

/** Runs a night in which the server is killed before the nth border of a transaction; null where there are fewer. */
async function killedAt({ ward }: Here, nth: number): Promise<{ code: number; err: string; does: string } | null> {
  let borders = 0
  let does: string | null = null
  watchSteps((step: Step) => {
    if (step.does !== 'begin' && step.does !== 'commit') return
    borders += 1
    if (borders !== nth) return
    does = step.does
    server!.kill()
  })
  const done = await ward.nightly('2026-02-13')
  watchSteps(null)
  return does === null ? null : { ...done, does }
}

test.skipIf(server === null)('a server that is killed at any border of a night loses nothing', async () => {
  const undisturbed = await afterOneNight('nguyen')
  expect((await undisturbed.ward.nightly('2026-02-13')).code).toBe(0)
  const wanted = [rows(undisturbed), documentsOf(undisturbed.ward)]
  const killed: string[] = []
  for (let nth = 1; ; nth++) {
    const here = await afterOneNight(`chet_${nth}`)
    const before = publishedBy(here.ward)
    const broken = await killedAt(here, nth)
    if (broken === null) break
    killed.push(broken.does)
    expect([broken.code, broken.err], String(nth)).toEqual([3, expect.stringMatching(/máy chủ đã ngắt giữa chừng|không gặp được máy chủ/)]) // prettier-ignore
    expect(broken.err).not.toMatch(/\n {4}at /)
    if (!(await isPublished(here.ward))) expect(publishedBy(here.ward)).toEqual(before)
    const down = await here.ward.nightly('2026-02-13')
    expect([down.code, down.err]).toEqual([3, expect.stringContaining('không gặp được máy chủ')])
    server!.startAgain()
    expect((await here.ward.nightly('2026-02-13')).code).toBe(0)
    expect([rows(here), documentsOf(here.ward)], String(nth)).toEqual(wanted)
  }
  expect(killed.filter((does) => does === 'commit').length).toBeGreaterThan(2)
})

/** The documents are written after the last commit but one, which is that of the ledger. */
async function isPublished(ward: Ward): Promise<boolean> {
  return Object.keys(publishedBy(ward)).some((path) => path.includes('nightly/2026-02-13'))
}
