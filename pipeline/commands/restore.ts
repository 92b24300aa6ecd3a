import { resolve } from 'node:path'
import { buildCommand } from '@stricli/core'
import { restoredText } from '../../reports/keeping-text.ts'
import type { Words } from '../../reports/words.ts'
import { readConfig } from '../config/read-config.ts'
import { homeOf } from '../config/home.ts'
import { instantOf } from '../day.ts'
import { makeFolder } from '../disk.ts'
import { lockWard } from '../lock.ts'
import { refuseOnServer } from '../keeping/on-server.ts'
import { newestGood, offered, planned, restore as putBack } from '../keeping/restore.ts'
import type { Common, Desk } from '../world.ts'
import { commonFlags, switchFlag } from './flags.ts'

type Flags = Common & { readonly dryRun: boolean }

/** The newest good backup, or the one that is named, in the place of the database. */
export function restoreCommand(words: Words) {
  const { flag } = words
  return buildCommand<Flags, [string?], Desk>({
    docs: { brief: words.command.restore },
    parameters: {
      flags: { ...commonFlags(words), dryRun: switchFlag(flag.preview) },
      positional: {
        kind: 'tuple',
        parameters: [{ parse: String, brief: flag.backupFile, placeholder: 'FILE', optional: true }],
      },
    },
    func: restore,
  })
}

async function restore(this: Desk, flags: Flags, given?: string): Promise<void> {
  const { world, words } = this
  const config = readConfig(flags, world.cwd)
  const at = instantOf(world.now())
  refuseOnServer(config)
  makeFolder(homeOf(config))
  const lock = lockWard(config, world.pid, at)
  try {
    const copies = offered(config)
    const from = given === undefined ? newestGood(config, copies) : resolve(world.cwd, given)
    const done = flags.dryRun ? planned(config, from) : putBack(config, from, at)
    const shown = { dryRun: flags.dryRun, ...done, copies }
    if (flags.json) world.out(`${JSON.stringify({ schema: 1, ...shown }, null, 2)}\n`)
    else if (!flags.quiet) world.out(restoredText(shown, words))
  } finally {
    lock.release()
  }
}
