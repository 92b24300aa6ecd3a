import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { buildCommand } from '@stricli/core'
import { setupText } from '../../reports/setup/setup-text.ts'
import type { Words } from '../../reports/words.ts'
import type { City } from '../config/city-config.ts'
import type { Config } from '../config/config.ts'
import { readWards } from '../config/read-config.ts'
import { answerKeys, answersOf, type Given, neededKeys } from '../setup/answers.ts'
import { type Schedule, scheduleOf, schedulers, usualScheduler } from '../setup/schedule.ts'
import { foldersOf, propose, setUp, writeSchedule } from '../setup/set-up.ts'
import { Trouble } from '../trouble.ts'
import type { Common, Desk } from '../world.ts'
import { choiceOf, commonFlags, switchFlag, textFlag } from './flags.ts'

type Flags = Common & Given & { readonly schedule?: string; readonly yes: boolean }

/** A ward's configuration out of answers, its folders, and how its nights are scheduled. */
export function initCommand(words: Words) {
  const { flag } = words
  return buildCommand<Flags, [], Desk>({
    docs: { brief: words.command.init },
    parameters: {
      flags: {
        ...commonFlags(words),
        name: textFlag(flag.initName, 'TEXT'),
        city: textFlag(flag.initCity, 'TEXT'),
        centre: textFlag(flag.initCentre, 'TEXT'),
        agencyCode: textFlag(flag.initAgencyCode, 'CODE'),
        centreAccounts: textFlag(flag.initCentreAccounts, 'A,B'),
        householdAccounts: textFlag(flag.initHouseholdAccounts, 'A,B'),
        inbox: textFlag(flag.initInbox, 'DIR'),
        database: textFlag(flag.initDatabase, 'FILE'),
        out: textFlag(flag.initOut, 'DIR'),
        regime: textFlag(flag.initRegime, 'nd09|calendar'),
        schedule: textFlag(flag.schedule, schedulers.join('|')),
        yes: switchFlag(flag.initYes),
      },
    },
    func: init,
  })
}

async function init(this: Desk, flags: Flags): Promise<void> {
  const { world, words } = this
  const file = resolve(world.cwd, flags.config ?? 'doisoat.yaml')
  const asked = choiceOf('--schedule', flags.schedule, schedulers)
  const isThere = existsSync(file)
  if (isThere && asked !== null && answerKeys.every((key) => flags[key] === undefined)) {
    const config = scheduledOf(readWards(flags, world.cwd))
    const schedule = scheduleOf(asked, config, world, words)
    writeSchedule(schedule)
    return show(this, flags, { config: file, written: null, folders: [] }, schedule)
  }
  if (isThere && neededKeys.some((key) => flags[key] === undefined)) throw new Trouble('setup_there', { file })
  const proposed = propose(await answersOf(flags, flags.yes, world, words, file), file, words)
  const schedule = scheduleOf(asked ?? usualScheduler(world), proposed.config, world, words)
  const written = setUp(proposed, schedule)
  show(this, flags, { config: file, written, folders: foldersOf(proposed.config) }, schedule)
}

/** The night of all wards of a city is one job, under the city's name. */
function scheduledOf(read: Config | City): Config {
  if (!('wards' in read)) return read
  return { ...read.shared, unit: { ...read.shared.unit, name: read.city, agencyCode: 'city' } }
}

type Made = { readonly config: string; readonly written: boolean | null; readonly folders: readonly string[] }

function show({ world, words }: Desk, { json, quiet }: Common, made: Made, schedule: Schedule): void {
  const shown = { ...made, schedule: { ...schedule, files: schedule.files.map(({ path }) => path) } }
  if (json) world.out(`${JSON.stringify({ schema: 1, ...shown }, null, 2)}\n`)
  else if (!quiet) world.out(setupText({ ...shown, program: world.machine.program }, words))
}
