import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import { readConfig } from '../../pipeline/config/read-config.ts'
import { type Listed, discrepancyLister } from '../../pipeline/discrepancy-list.ts'
import { openOfficeToWrite } from '../../pipeline/open-office.ts'
import type { Night } from '../../pipeline/night.ts'
import { runStages } from '../../pipeline/night-run.ts'
import { countedReader } from '../../pipeline/counted-reader.ts'
import { type PeriodFigures, figuresOfPeriod } from '../../pipeline/period-figures.ts'
import { filesSeen, type SeenFile } from '../../pipeline/loading/files-seen.ts'
import { scratch } from '../support/scratch.ts'
import { quietDesk } from '../support/quiet-world.ts'
import { ward, type World } from './world.ts'

/** What the program says after a world's last night. */
export type Said = {
  readonly figures: readonly { readonly centre: PeriodFigures; readonly all: PeriodFigures }[] // of each period
  readonly listed: readonly Listed[]
  readonly inPeriods: readonly (readonly Listed[])[]
  readonly files: readonly SeenFile[]
}

export const configOf = (world: World): object => ({
  unit: {
    name: ward.name,
    city: `thành phố ${ward.city}`,
    centre: `Trung tâm Phục vụ hành chính công ${ward.name}`,
    agencyCode: ward.agencyCode,
    centreAccounts: ward.centreAccounts,
    householdBusinessAccounts: [ward.businessAccount],
  },
  ...world.config,
})

/** The stages up to the figures, night by night, in a folder that is thrown away. No document is made. */
export async function saidOf(world: World): Promise<Said> {
  return inFolder(world, async (folder) => {
    let said: Said | null = null
    for (const night of world.nights) {
      for (const { path, bytes } of night.files) put(folder, path, bytes)
      said = await nightOf(world, folder, night.asOf)
    }
    return said!
  })
}

/** A folder for a world's ward, with its configuration and an empty inbox and database, for as long as `work` takes. */
export async function inFolder<Result>(world: World, work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(scratch, 'doisoat-recount-'))
  try {
    writeFileSync(join(folder, 'doisoat.yaml'), stringify(configOf(world)))
    mkdirSync(join(folder, 'inbox'))
    await emptyDatabase(folder)
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

let empty: Buffer | null = null

/** The tables are made once: making them anew costs as much as a small month. */
async function emptyDatabase(folder: string): Promise<void> {
  const config = readConfig({}, folder)
  mkdirSync(dirname(config.database), { recursive: true })
  if (empty === null) {
    const { store } = await openOfficeToWrite(config, '2026-01-01')
    await store.close()
    empty = readFileSync(config.database)
  } else writeFileSync(config.database, empty)
}

/** One night of a world, without its documents; `look` sees the ward while its database is open. */
export async function nightOf(
  world: World,
  folder: string,
  asOf: string,
  look: (night: Night) => Promise<void> = async () => {},
): Promise<Said> {
  let said: Said | null = null
  const wanted = { command: 'recount', asOf, stages, only: null, first: undefined }
  await runStages(
    quietDesk(folder, { now: () => new Date('2027-06-01T01:00:00Z') }),
    readConfig({}, folder),
    wanted,
    async ({ night }) => {
      const reader = countedReader(night)
      const list = discrepancyLister(night, asOf)
      said = {
        figures: world.periods.map((period) => figuresOfPeriod(night, period, reader)),
        listed: list(null),
        inPeriods: world.periods.map((period) => list(period)),
        files: filesSeen(night),
      }
      await look(night)
    },
  )
  return said!
}

const stages = ['load', 'normalize', 'reconcile', 'summarize'] as const

const longAgo = new Date('2026-01-01T00:00:00Z')

/** A file into the inbox, old enough to be taken at once. */
export function put(folder: string, name: string, bytes: Uint8Array | string): void {
  const path = join(folder, 'inbox', name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
  utimesSync(path, longAgo, longAgo)
}
