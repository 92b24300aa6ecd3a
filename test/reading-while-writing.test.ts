import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { put, smallWard, three, two } from './faults/small-ward.ts'
import type { Status } from '../pipeline/status.ts'
import { nowOfWards } from './support/quiet-world.ts'
import { copyOf, type Done, publishedBy, tablesThatDiffer, type Ward } from './support/ward.ts'

const questions = [
  ['figures', '--json'],
  ['figures', '--period', '2026-02', '--basis', 'all'],
  ['why', 'H24.131-260204-0002'],
  ['why', '2026-02/resolved_total'],
  ['discrepancies', '--json'],
  ['dossiers', '--period', '2026-02'],
  ['files', '--json'],
] as const

const NIGHT = 3 // commits: the unit, the line in the ledger, the night
const children: ChildProcess[] = []

afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')))

test('while a night stands still in its transaction, others read the night before at once, and a second run leaves with 75', async () => {
  const ward = await smallWard()
  await ward.nightly('2026-02-13')
  const before = await answers(ward)
  const documents = publishedBy(ward)
  put(ward, [{ code: 'H24.131-260204-0001' }, { ...two, ended: '2026-02-12' }, three])
  const undisturbed = copyOf(ward)
  await undisturbed.nightly('2026-02-14')
  expect(before.map(({ code }) => code)).toEqual(questions.map(() => 0))
  expect(await answers(undisturbed)).not.toEqual(before)

  const child = await standing(ward, 'nightly', '--as-of', '2026-02-14')
  expect(await answers(ward, 4000)).toEqual(before) // SQLite would wait for five seconds
  expect(publishedBy(ward)).toEqual(documents)
  const status = await ward.ask<Status>('status')
  expect([status.asOf, status.lastNight!.asOf, status.lastRun!.state]).toEqual(['2026-02-13', '2026-02-13', 'running'])

  const others = [['nightly', '--as-of', '2026-02-14'], ['nightly', '--as-of', '2026-02-15'], ['run', 'load'], ['close', '2026-02', '--by', 'Lan'], ['backup'], ['restore']] // prettier-ignore
  for (const given of others) {
    const { code, err } = await ward.doisoat(...given)
    expect([given[0], code, err]).toEqual([given[0], 75, expect.stringContaining(`tiến trình ${child.pid}`)])
  }
  expect(await answers(ward)).toEqual(before)

  await killed(child)
  expect(await answers(ward)).toEqual(before)
  expect((await ward.ask<Status>('status')).lastRun!.state).toBe('interrupted')
  await ward.nightly('2026-02-14')
  expect(tablesThatDiffer(ward, undisturbed, ['run', 'sighting', 'discrepancy_event'])).toEqual([])
  expect(publishedBy(ward)).toEqual(publishedBy(undisturbed))
})

async function answers(ward: Ward, within = Infinity): Promise<Done[]> {
  const all: Done[] = []
  for (const given of questions) {
    const began = performance.now()
    all.push(await ward.doisoat(...given))
    expect(performance.now() - began).toBeLessThan(within)
  }
  return all
}

async function standing({ folder }: Ward, ...given: string[]): Promise<ChildProcess> {
  const program = join(import.meta.dirname, 'faults/standing.ts')
  const told = [program, folder, String(NIGHT), nowOfWards.toISOString(), ...given]
  const child = spawn(process.execPath, told, { stdio: 'inherit' })
  children.push(child)
  while (!existsSync(join(folder, 'standing'))) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode} before it stood still`)
    await setTimeout(20)
  }
  return child
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}
