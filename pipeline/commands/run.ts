import { resolve } from 'node:path'
import { buildCommand } from '@stricli/core'
import { systems } from '../../connectors/connector.ts'
import { expectedText } from '../../reports/expected-text.ts'
import { table } from '../../reports/terminal.ts'
import type { Words } from '../../reports/words.ts'
import { withInbox } from '../config/config.ts'
import { readConfig } from '../config/read-config.ts'
import { differencesFrom, type Made, writeExpected } from '../expected.ts'
import { readAgain } from '../load.ts'
import { gateHeld, type Look, runStages } from '../night-run.ts'
import type { Night, Stage } from '../night.ts'
import { openOffice } from '../open-office.ts'
import { periodOf } from '../period.ts'
import { stages } from '../stages.ts'
import { forgetWhatStands } from '../standing/made-of.ts'
import { rowsOf, tablesOf } from '../tables.ts'
import { onThrowAway } from '../throw-away.ts'
import { Trouble } from '../trouble.ts'
import type { Common, Desk } from '../world.ts'
import { choiceOf, commonFlags, dayFlag, dayOr, switchFlag, textFlag } from './flags.ts'
import { asOfAsked } from './period-asked.ts'

type Flags = Common & {
  readonly asOf?: string
  readonly period?: string
  readonly system?: string
  readonly fixtures?: string
  readonly expect?: string
  readonly update: boolean
}

/** One stage again, on the ward's database; or all up to it on a folder of files, in a database that is thrown away. */
export function runCommand(words: Words) {
  const { flag } = words
  return buildCommand<Flags, [string], Desk>({
    docs: { brief: words.command.run },
    parameters: {
      flags: {
        ...commonFlags(words),
        asOf: dayFlag(flag.asOf),
        period: textFlag(flag.period, 'PERIOD'),
        system: textFlag(flag.system, 'SYSTEM'),
        fixtures: textFlag(flag.fixtures, 'DIR'),
        expect: textFlag(flag.expect, 'DIR'),
        update: switchFlag(flag.update),
      },
      positional: { kind: 'tuple', parameters: [{ parse: String, brief: flag.stage, placeholder: 'stage' }] },
    },
    func: run,
  })
}

const names = stages.map(({ name }) => name)

async function run(this: Desk, flags: Flags, given: string): Promise<void> {
  const name = choiceOf('stage', given, names)!
  const system = choiceOf('--system', flags.system, systems)
  if (system !== null && name !== 'load') throw useless('--system', name, ['load'])
  if (flags.period !== undefined && name !== 'summarize' && name !== 'publish')
    throw useless('--period', name, ['summarize', 'publish'])
  if (flags.update && flags.expect === undefined)
    throw new Trouble('option_needs', { option: '--update', needs: '--expect' })
  const config = readConfig(flags, this.world.cwd)
  const only = flags.period === undefined ? null : periodOf(flags.period, config.periods)
  const command = `run ${name}`
  const look: Look = async (outcome) => {
    if (!gateHeld(outcome)) this.leave(1)
    await show(this, flags, name, outcome.night)
  }
  if (flags.fixtures !== undefined) {
    const wanted = { command, asOf: asOfAsked(this.world, flags.asOf), stages: upTo(name), only, first: undefined }
    const inbox = resolve(this.world.cwd, flags.fixtures)
    return onThrowAway(config, false, (there) => runStages(this, withInbox(there, inbox), wanted, look))
  }
  const office = await openOffice(this.world, flags)
  const asOf = dayOr('--as-of', flags.asOf, office.asOf)
  await office.store.close()
  const first = async (night: Night): Promise<void> => {
    await forgetWhatStands(night)
    if (name === 'load') await readAgain(night, system)
  }
  await runStages(this, config, { command, asOf, stages: [name], only, first }, look)
}

function upTo(name: Stage['name']): Stage['name'][] {
  return names.slice(0, names.indexOf(name) + 1)
}

function useless(option: string, stage: string, which: readonly string[]): Trouble {
  return new Trouble('option_without_effect', { option, stage, stages: which })
}

/** What the stage made: how many rows of each of its tables, and with `--json` the rows; or how it is not as expected. */
async function show(desk: Desk, flags: Flags, name: Stage['name'], night: Night): Promise<void> {
  const { world, words } = desk
  const made: [string, readonly object[]][] = []
  for (const each of tablesOf[name]) made.push([each, (await rowsOf(night, each)) as readonly object[]])
  if (flags.expect !== undefined) return expect(desk, flags, resolve(world.cwd, flags.expect), made)
  const { tableName, rows } = words.terminal
  const counts = made.map(([each, its]) => [each, its.length])
  if (flags.json) world.out(`${JSON.stringify({ schema: 1, stage: name, made: Object.fromEntries(made) }, null, 2)}\n`)
  else if (!flags.quiet && made.length > 0)
    world.out(`${table([tableName, rows], counts, { align: ['left', 'right'] })}\n`)
  else if (!flags.quiet) world.out(`${words.night.written(night.config.out)}\n`)
}

/** Exit 1 where something is otherwise than expected. */
function expect({ world, words, leave }: Desk, { json, quiet, update }: Flags, folder: string, made: Made): void {
  if (update) {
    writeExpected(folder, made)
    const rows = made.reduce((sum, [, its]) => sum + its.length, 0)
    if (json) world.out(`${JSON.stringify({ schema: 1, folder, rows }, null, 2)}\n`)
    else if (!quiet) world.out(`${words.expected.written(folder, rows)}\n`)
    return
  }
  const differences = differencesFrom(folder, made)
  if (differences.length > 0) leave(1)
  if (json) world.out(`${JSON.stringify({ schema: 1, folder, differences }, null, 2)}\n`)
  else if (!quiet || differences.length > 0) world.out(expectedText(differences, folder, words))
}
