import { rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Listed } from '../../pipeline/discrepancy-list.ts'
import { chanceOf } from '../recount/chance.ts'
import { configOf, inFolder, nightOf, put, type Said, saidOf } from '../recount/program.ts'
import { type File, type World, worldOf } from '../recount/world.ts'
import { copyOf, openWard, publishedBy, tablesThatDiffer } from '../support/ward.ts'

/** `ARRANGEMENTS=20` does twenty times as many of each. */
const MANY = Number(process.env['ARRANGEMENTS'] ?? 1)
const SIZE = 25 // dossiers; a larger file may be refused whole where its half is not

/** Worlds in which all comes on one night: whoever arranges the files otherwise knows the same in the end. */
const worlds = Array.from({ length: 60 * MANY }, (_, i) => worldOf(8000 + i, SIZE)).filter(({ nights, dossiers }) => nights.length === 1 && dossiers > 3) // prettier-ignore

/** The same of two months on two nights. */
const two = Array.from({ length: 90 * MANY }, (_, i) => worldOf(8000 + i, SIZE)).filter(
  ({ nights, periods, dossiers }) => nights.length === 2 && periods.length === 2 && dossiers > 3,
)

test('an export in two files of the same window is that export', { timeout: 120_000 * MANY }, async () => {
  for (const world of worlds.slice(0, 6 * MANY))
    expect([world.seed, known(await saidOf(worldOf(world.seed, SIZE, 2)))]).toEqual([world.seed, known(await saidOf(world))]) // prettier-ignore
})

test('zipped, each drop in a zip of its own, the exports are the same', { timeout: 120_000 * MANY }, async () => {
  for (const world of worlds.slice(0, 4 * MANY))
    expect([world.seed, known(await saidOf(zipped(world)))]).toEqual([world.seed, known(await saidOf(world))])
})

test(
  'under names that say nothing, in another order, the exports are the same',
  { timeout: 120_000 * MANY },
  async () => {
    for (const world of worlds.slice(0, 4 * MANY))
      expect([world.seed, known(await saidOf(renamed(world)))]).toEqual([world.seed, known(await saidOf(world))])
  },
)

test(
  'one file a night, in any order, they come to the same on the night of the last',
  { timeout: 120_000 * MANY },
  async () => {
    for (const world of worlds.slice(0, 2 * MANY)) {
      const [{ asOf, files }] = world.nights as [World['nights'][number]]
      const oneByOne = await inFolder(world, async (folder) => {
        let said: Said | null = null
        for (const { path, bytes } of chanceOf(world.seed).shuffled(files)) {
          put(folder, path, bytes)
          said = await nightOf(world, folder, asOf)
        }
        return said!
      })
      expect([world.seed, known(oneByOne)]).toEqual([world.seed, known(await saidOf(world))])
    }
  },
)

test(
  'two months, the later one first, are the same when the later night is run again',
  { timeout: 120_000 * MANY },
  async () => {
    expect(two.length).toBeGreaterThan(3)
    for (const world of two.slice(0, 3 * MANY)) {
      const { asOf } = world.nights[1]!
      const backwards = { ...world, nights: [...world.nights.toReversed(), { asOf, files: [] }] }
      expect([world.seed, known(await saidOf(backwards), true)]).toEqual([world.seed, known(await saidOf(world), true)])
    }
  },
)

test(
  'two months out of an inbox that is emptied after each night are the same',
  { timeout: 120_000 * MANY },
  async () => {
    for (const world of two.slice(0, 3 * MANY)) {
      const emptied = await inFolder(world, async (folder) => {
        let said: Said | null = null
        for (const { asOf, files } of world.nights) {
          rmSync(join(folder, 'inbox'), { recursive: true })
          for (const { path, bytes } of files) put(folder, path, bytes)
          said = await nightOf(world, folder, asOf)
        }
        return said!
      })
      expect([world.seed, known(emptied)]).toEqual([world.seed, known(await saidOf(world))])
    }
  },
)

test(
  'read once more, touched or under other names, they change no row and no byte',
  { timeout: 120_000 * MANY },
  async () => {
    for (const world of worlds.slice(0, MANY)) {
      const [{ asOf, files }] = world.nights as [World['nights'][number]]
      const ward = openWard(configOf(world))
      for (const { path, bytes } of files) ward.put(path, bytes)
      await ward.nightly(asOf)
      const again = copyOf(ward)
      for (const { path } of files) utimesSync(join(again.folder, 'inbox', path), 1_700_000_000, 1_700_000_000)
      await again.nightly(asOf)
      expect([world.seed, tablesThatDiffer(again, ward, ['run'])]).toEqual([world.seed, []])
      expect(publishedBy(again)).toEqual(publishedBy(ward))
      for (const { path, bytes } of files) again.put(path.replace('/', '/bản sao '), bytes)
      await again.nightly(asOf)
      // where each was met is written down, and what was met is listed in the night's own papers
      expect(tablesThatDiffer(again, ward, ['run', 'sighting', 'discrepancy_source'])).toEqual([])
      const papers = (all: Record<string, string>) => Object.entries(all).filter(([path]) => /figures.json|bao-cao/.test(path)) // prettier-ignore
      expect(papers(publishedBy(again))).toEqual(papers(publishedBy(ward)))
    }
  },
)

/** What must be the same however the files came: figures, walk, identities, and what is wrong, dossier by dossier. */
function known({ figures, listed }: Said, isVerified = false): unknown {
  const open = listed.filter(({ state, verified }) => state !== 'resolved' && (verified || !isVerified))
  return {
    figures: figures.map(({ centre, all }) => [centre, all].map((each) => ({ ...each, identities: each.identities.map(ofDossiers) }))), // prettier-ignore
    open: open.map(nameOf).toSorted(),
  }
}

/** Files have as many lines as they have: what must be the same is that all of them are accounted for. */
function ofDossiers({ id, left, right, holds }: Said['figures'][number]['all']['identities'][number]): unknown {
  return id.endsWith('_accounted_for') ? [id, holds] : [id, left, right, holds]
}

/** A row without a code or a number of its own is named by what it says, and that is the same too. */
function nameOf({ key, verified }: Listed): string {
  return `${key} ${verified}`
}

function zipped(world: World): World {
  const nights = world.nights.map(({ asOf, files }) => {
    const drops = Map.groupBy(files, ({ path }) => path.split('/')[0]!)
    const zips = [...drops].map(([folder, its]): File => {
      const entries = Object.fromEntries(its.map(({ path, bytes }) => [path.split('/')[1]!, new Uint8Array(bytes)]))
      return { path: `${folder}.zip`, system: 'zip', bytes: zipSync(entries, { mtime: '2026-01-01T00:00:00' }) }
    })
    return { asOf, files: zips }
  })
  return { ...world, nights }
}

/** Each drop stays in its folder; its files are called by numbers, in another order than before. */
function renamed(world: World): World {
  const nights = world.nights.map(({ asOf, files }) => {
    const numbers = chanceOf(world.seed).shuffled(files.map((_, i) => i))
    const rename = (file: File, i: number): File => ({ ...file, path: file.path.replace(/\/.*(\..*)$/, `/${numbers[i]}$1`) }) // prettier-ignore
    return { asOf, files: files.map(rename) }
  })
  return { ...world, nights }
}
