import { resolve } from 'node:path'
import { buildCommand } from '@stricli/core'
import { cityNightText } from '../../reports/city/city-night-text.ts'
import { nightText } from '../../reports/night-text.ts'
import type { Words } from '../../reports/words.ts'
import { chosenWards } from '../city/chosen-wards.ts'
import { cityNight } from '../city/city-night.ts'
import type { City } from '../config/city-config.ts'
import { type Config, withInbox } from '../config/config.ts'
import { readWards } from '../config/read-config.ts'
import { Trouble } from '../trouble.ts'
import { wardNight } from '../ward-night.ts'
import type { Common, Desk } from '../world.ts'
import { commonFlags, dayFlag, switchFlag, textFlag } from './flags.ts'
import { asOfAsked } from './period-asked.ts'

type Flags = Common & {
  readonly asOf?: string
  readonly inbox?: string
  readonly dryRun: boolean
  readonly canary: boolean
  readonly units?: string
  readonly shard?: string
}

/**
 * The cron job, of a ward or of all wards of a city. Exit 1 when a gate failed: the outputs are there, and say which
 * figures are incomplete.
 */
export function nightlyCommand(words: Words) {
  const { flag } = words
  return buildCommand<Flags, [], Desk>({
    docs: { brief: words.command.nightly },
    parameters: {
      flags: {
        ...commonFlags(words),
        asOf: dayFlag(flag.asOf),
        inbox: textFlag(flag.inbox, 'DIR'),
        units: textFlag(flag.units, 'CODES'),
        shard: textFlag(flag.shard, 'K/N'),
        dryRun: switchFlag(flag.dryRun),
        canary: switchFlag(flag.canary),
      },
    },
    func: nightly,
  })
}

async function nightly(this: Desk, flags: Flags): Promise<void> {
  const read = readWards(flags, this.world.cwd)
  if ('wards' in read) return ofCity(this, read, flags)
  if (flags.units !== undefined || flags.shard !== undefined) throw new Trouble('no_units', { file: read.file })
  return ofWard(this, read, flags)
}

async function ofWard(desk: Desk, read: Config, flags: Flags): Promise<void> {
  const { world, words } = desk
  const config = flags.inbox === undefined ? read : withInbox(read, resolve(world.cwd, flags.inbox))
  const how = {
    asOf: asOfAsked(world, flags.asOf),
    dryRun: flags.dryRun,
    canary: flags.canary,
    copied: true,
    loud: desk,
  }
  await wardNight(flags.quiet ? quiet(desk) : desk, config, how, ({ summary, canary, isGood }) => {
    if (flags.json) world.out(jsonOf({ dryRun: flags.dryRun, ...summary, ...(canary && { canary }) }))
    else if (!flags.quiet || !isGood) world.out(nightText(summary, { ...flags, canary }, words))
  })
}

async function ofCity(desk: Desk, city: City, flags: Flags): Promise<void> {
  const { world, words } = desk
  const chosen = chosenWards(city, flags)
  const inbox = flags.inbox === undefined ? null : resolve(world.cwd, flags.inbox)
  const how = { asOf: asOfAsked(world, flags.asOf), dryRun: flags.dryRun, canary: flags.canary, inbox, loud: desk }
  const night = await cityNight(flags.quiet ? quiet(desk) : desk, city, chosen, how)
  if (night.exit !== 0) desk.leave(night.exit)
  if (flags.json) world.out(jsonOf({ dryRun: flags.dryRun, ...night.told }))
  else if (!flags.quiet || night.exit !== 0) world.out(cityNightText(night.told, words))
}

function quiet(desk: Desk): Desk {
  return { ...desk, world: { ...desk.world, err: () => {} } }
}

function jsonOf(value: object): string {
  return `${JSON.stringify({ schema: 1, ...value }, null, 2)}\n`
}
