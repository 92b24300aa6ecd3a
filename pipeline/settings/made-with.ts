import { readFileSync } from 'node:fs'
import type { MadeWithRow } from '../../sql/schema-settings.ts'
import type { Config } from '../config/config.ts'
import type { Day } from '../day.ts'
import { hashOf, sha256 } from '../hash.ts'
import type { Night, Stage } from '../night.ts'
import type { Office } from '../office.ts'
import { programHash } from '../version.ts'

/** What says how to count: three files, and the program with its rules. */
export const settingNames = ['configuration', 'catalogue', 'calendar', 'program'] as const
export type SettingName = (typeof settingNames)[number]

/** The stages whose rows hang on settings beyond the bytes of the files. */
const stagesWithSettings: readonly string[] = ['reconcile', 'summarize'] satisfies MadeWithRow['stage'][]

/** With which settings a stage's rows were made that are not those of now; `links`: the decisions that it knew. */
export type OtherSettings = {
  readonly stage: MadeWithRow['stage']
  readonly asOf: Day
  readonly settings: readonly SettingName[] // those that are others now
  readonly links: number
}

/** Of stages that are about to run: whose rows were made with other settings than they will be. None before the first. */
export async function madeWithOthers(office: Office, stages: readonly Stage['name'][]): Promise<OtherSettings[]> {
  const now = settingsOf(office.config)
  const made = office.store.db.selectFrom('made_with').selectAll().where('unit', '=', office.unit)
  const rows = await made.orderBy('stage').execute()
  return rows.flatMap(({ stage, as_of: asOf, settings: document, links }) => {
    const then = JSON.parse(document) as Readonly<Record<SettingName, string>>
    const settings = settingNames.filter((name) => then[name] !== now[name])
    return settings.length === 0 || !stages.includes(stage) ? [] : [{ stage, asOf, settings, links }]
  })
}

/** Says, in the transaction of the rows, with which settings the stages have made them. */
export async function keepSettings(
  { store, unit, config, asOf }: Night,
  stages: readonly Stage['name'][],
): Promise<void> {
  const [{ links }] = store.ask<{ links: number }>('decisions-so-far', { unit }) as [{ links: number }]
  const settings = JSON.stringify(settingsOf(config))
  for (const stage of stages.filter(isWithSettings)) {
    const before = store.db.deleteFrom('made_with').where('unit', '=', unit)
    await before.where('stage', '=', stage).execute()
    store.insert('made_with', [{ unit, stage, as_of: asOf, settings, links }])
  }
}

function isWithSettings(stage: string): stage is MadeWithRow['stage'] {
  return stagesWithSettings.includes(stage)
}

function settingsOf(config: Config): Readonly<Record<SettingName, string>> {
  return { ...countingHashes(config), program: programHash() }
}

/** Hashes of what says how to count: of a ward of a city, of what is said of it and not of others. */
export function countingHashes({ file, catalogue, calendar, ofCity }: Config) {
  const said = ofCity?.said ?? withoutPlace(readFileSync(file, 'utf8'))
  return { configuration: sha256(said), catalogue: hashOf(catalogue), calendar: hashOf(calendar) }
}

/** Where the database lies says nothing of how to count: a ward that moves to a server finds its rows as they were. */
function withoutPlace(configuration: string): string {
  return configuration.replace(/^database:.*\n?/m, '')
}
