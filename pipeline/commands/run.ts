import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildCommand } from '@stricli/core'
import { systems } from '../../connectors/connector.ts'
import { table } from '../../reports/terminal.ts'
import type { Words } from '../../reports/words.ts'
import { type Config, readConfig } from '../config.ts'
import { openOffice } from '../open-office.ts'
import { gateHeld, type Outcome, runStages } from '../night-run.ts'
import { readAgain } from '../load.ts'
import { stages } from '../stages.ts'
import { rowsOf, tablesOf } from '../tables.ts'
import type { Night, Stage } from '../night.ts'
import type { Common, Desk } from '../world.ts'
import { choiceOf, commonFlags, dayFlag, dayOr, textFlag } from './flags.ts'
import { asOfAsked } from './period-asked.ts'

type Flags = Common & { readonly asOf?: string; readonly system?: string; readonly fixtures?: string }

/** One stage again, on the ward's database; or all up to it on a folder of files, in a database that is thrown away. */
export function runCommand(words: Words) {
  const { flag } = words
  return buildCommand<Flags, [string], Desk>({
    docs: { brief: words.command.run },
    parameters: {
      flags: {
        ...commonFlags(words),
        asOf: dayFlag(flag.asOf),
        system: textFlag(flag.system, 'SYSTEM'),
        fixtures: textFlag(flag.fixtures, 'DIR'),
      },
      positional: { kind: 'tuple', parameters: [{ parse: String, brief: flag.stage, placeholder: 'stage' }] },
    },
    func: run,
  })
}

async function run(this: Desk, flags: Flags, given: string): Promise<void> {
  const name = choiceOf(
    'stage',
    given,
    stages.map((stage) => stage.name),
  )!
  const system = choiceOf('--system', flags.system, systems)
  const config = readConfig(flags.config, this.world.cwd, this.world.env)
  const look = async (outcome: Outcome): Promise<void> => {
    if (!gateHeld(outcome)) this.leave(1)
    await show(this, flags, name, outcome.night)
  }
  if (flags.fixtures !== undefined) return onFixtures(this, config, flags, name, look)
  const office = await openOffice(this.world, flags)
  const asOf = dayOr('--as-of', flags.asOf, office.asOf)
  await office.store.close()
  const first = name === 'load' ? (night: Night) => readAgain(night, system) : undefined
  await runStages(this, config, { command: `run ${name}`, asOf, stages: [name], dryRun: false, first }, look)
}

async function onFixtures(
  desk: Desk,
  config: Config,
  flags: Flags,
  name: Stage['name'],
  look: (outcome: Outcome) => Promise<void>,
): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'doisoat-'))
  const inbox = resolve(desk.world.cwd, flags.fixtures!)
  const there: Config = { ...config, inbox, database: join(home, 'doisoat.db'), out: join(home, 'out') }
  const upTo = stages.slice(0, stages.findIndex((stage) => stage.name === name) + 1)
  const wanted = {
    command: `run ${name}`,
    asOf: asOfAsked(desk.world, flags.asOf),
    stages: upTo.map((stage) => stage.name),
    dryRun: false,
    first: undefined,
  }
  try {
    await runStages(desk, there, wanted, look)
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** What the stage made: how many rows of each of its tables, and with `--json` the rows. */
async function show({ world, words }: Desk, { json, quiet }: Flags, name: Stage['name'], night: Night): Promise<void> {
  const made: [string, readonly unknown[]][] = []
  for (const each of tablesOf[name]) made.push([each, await rowsOf(night, each)])
  const { tableName, count } = words.terminal
  if (json) world.out(`${JSON.stringify({ schema: 1, stage: name, made: Object.fromEntries(made) }, null, 2)}\n`)
  else if (!quiet)
    world.out(
      `${table(
        [tableName, count],
        made.map(([each, rows]) => [each, rows.length]),
        { align: ['left', 'right'] },
      )}\n`,
    )
}
