import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { smallTable } from '../../connectors/table.ts'
import { main } from '../../pipeline/cli.ts'
import { listCsv } from '../../reports/list-csv.ts'
import { quietWorld } from '../support/quiet-world.ts'
import { copyOf, fixtures, openWard, type Ward } from '../support/ward.ts'
import type { Stage, Step } from './scene.ts'

let standing: Promise<Ward> | null = null

/** The ward of the guides, as the night of the end of February found it: January is done, February lies in the inbox. */
export async function beforeTheNight(): Promise<Ward> {
  standing ??= afterJanuary()
  return copyOf(await standing)
}

async function afterJanuary(): Promise<Ward> {
  const ward = openWard()
  ward.putMonth('2026-01', '2026-01')
  await said('nightly', '--as-of', '2026-01-16')({ ward, now: '2026-01-16T18:30:00Z' })
  ward.putMonth('2026-02', '2026-02')
  return ward
}

let done: Promise<Ward> | null = null

/** The same on the morning after. */
export async function afterTheNight(): Promise<Ward> {
  done ??= nightOf(await beforeTheNight())
  return copyOf(await done)
}

async function nightOf(ward: Ward): Promise<Ward> {
  await said('nightly', '--as-of', '2026-02-13')({ ward, now: '2026-02-13T18:30:00Z' })
  return ward
}

/** February alone, before its first night. */
export function newWard(): Ward {
  const ward = openWard()
  ward.putMonth('2026-02', '2026-02')
  return ward
}

/** An export of a month as it is, or with something else in it. */
export function exportOf(month: string, name: string, change = (text: string): string => text): string {
  return change(readFileSync(join(fixtures, month, 'exports', name), 'utf8'))
}

export function changeIn({ folder }: Ward, name: string, from: string | RegExp, to: string): void {
  const file = join(folder, name)
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
}

export function linkInInbox({ folder }: Ward, name: string, to: string): void {
  symlinkSync(join(folder, 'inbox', to), join(folder, 'inbox', name))
}

/** What a command prints that the guides do not show. */
export function said(...given: string[]): (stage: Stage) => Promise<string> {
  return async ({ ward, now }) => {
    let all = ''
    const heard = (text: string): void => void (all += text)
    const machine = { ...quietWorld('', []).machine, program: ['/srv/doisoat/bin/doisoat'] }
    await main(quietWorld(ward.folder, given, { now: () => new Date(now), machine, out: heard, err: heard }))
    return all
  }
}

/** Lines that one night prints, which stand in the guides one by one. */
export function linesOfNight(asOf: string, lines: readonly string[]): readonly Step[] {
  const nights = new WeakMap<Stage, Promise<string>>()
  const once = (stage: Stage): Promise<string> => {
    const night = nights.get(stage) ?? said('nightly', '--as-of', asOf)(stage)
    nights.set(stage, night)
    return night
  }
  return lines.map((shows) => ({ shows, prints: once }))
}

/** The desk's list of the last night, its notes and days filled in row by row. */
export function filledList(ward: Ward, fill: (at: number) => readonly [note: string, until: string]) {
  const nights = join(ward.folder, 'out/nightly')
  const file = join(nights, readdirSync(nights).toSorted().at(-1)!, 'ho-so-can-xu-ly.csv')
  const [head, ...rows] = smallTable(readFileSync(file, 'utf8'))
  const [note, until] = [head!.indexOf('Ghi chú'), head!.indexOf('Ghi nhận đến ngày')]
  const filled = rows.map((cells, at) => cells.with(note, fill(at)[0]).with(until, fill(at)[1]))
  return { head: head!, rows: filled, csv: listCsv(head!, filled) }
}

/** The log of the last run. */
export function logOf({ folder }: Ward): string {
  const log = join(folder, 'var/log')
  return readFileSync(join(log, readdirSync(log).toSorted().at(-1)!), 'utf8')
}
