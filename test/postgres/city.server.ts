import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { monthsUntil } from '../../bench/months.ts'
import { main } from '../../pipeline/cli.ts'
import { handOverWard, someWards, writeCity } from '../support/many-wards.ts'
import { quietWorld } from '../support/quiet-world.ts'
import { newDatabase, rowsOnServer } from '../support/server.ts'
import { makeRoom } from '../support/ward.ts'

const wards = someWards(3)
const [month] = monthsUntil('2026-02', 1)

/** Three wards, their lists side by side in one inbox, after a night. */
async function cityAfterANight(settings: object) {
  const folder = makeRoom()
  writeCity(folder, wards, settings)
  const made = { id: month!.id, dossiers: 60, upTo: month!.to, asOf: month!.to, night: 0 }
  for (const ward of wards) handOverWard(folder, ward, made, true)
  const said: string[] = []
  const doisoat = (...given: string[]) =>
    main(
      quietWorld(folder, given, {
        now: () => new Date('2026-02-16T01:00:00Z'),
        out: (text) => said.push(text),
        err: (text) => said.push(text),
      }),
    )
  return { folder, said, doisoat, exit: await doisoat('nightly', '--as-of', month!.to) }
}

/** Every figure that was published, by the path of its file. */
function figuresIn(folder: string): Record<string, string> {
  const names = readdirSync(join(folder, 'out'), { recursive: true, encoding: 'utf8' }).filter((name) => /figures\.json$|thanh-pho\.json$/.test(name)) // prettier-ignore
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, 'out', name), 'utf8')]))
}

test('wards that share a database on a server state what they state each with a file of its own', async () => {
  const url = newDatabase()
  const [served, plain] = [await cityAfterANight({ database: url }), await cityAfterANight({})]
  expect([served.exit, plain.exit], served.said.join('')).toEqual([0, 0])
  expect(Object.keys(figuresIn(plain.folder))).toHaveLength(4)
  expect(figuresIn(served.folder)).toEqual(figuresIn(plain.folder))
  expect(rowsOnServer<{ units: number }>(url, 'select count(*) as units from unit')).toEqual([{ units: 3 }])
  expect(existsSync(join(served.folder, 'var/backups'))).toBe(false) // whose business it is stands in the guide
  expect(await served.doisoat('nightly', '--as-of', month!.to, '--shard', '1/2')).toBe(0)
  expect(await served.doisoat('nightly', '--as-of', month!.to, '--shard', '2/2')).toBe(0)
  expect(await served.doisoat('status')).toBe(0)
})
