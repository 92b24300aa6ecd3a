import { existsSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { buildCommand } from '@stricli/core'
import { backupText } from '../../reports/keeping-text.ts'
import type { Words } from '../../reports/words.ts'
import { examine } from '../../sql/backup.ts'
import { backUpTo, type BackedUp } from '../keeping/back-up-to.ts'
import type { Config } from '../config/config.ts'
import { readConfig } from '../config/read-config.ts'
import { refuseOnServer } from '../keeping/on-server.ts'
import { instantOf } from '../day.ts'
import { lockWard } from '../lock.ts'
import { Trouble } from '../trouble.ts'
import type { Common, Desk } from '../world.ts'
import { commonFlags, textFlag } from './flags.ts'

type Flags = Common & { readonly to?: string }

/** A checked copy of the database now, and what else has to be kept. */
export function backupCommand(words: Words) {
  const flags = { ...commonFlags(words), to: textFlag(words.flag.backupTo, 'FILE') }
  return buildCommand<Flags, [], Desk>({ docs: { brief: words.command.backup }, parameters: { flags }, func: backup })
}

async function backup(this: Desk, flags: Flags): Promise<void> {
  const { world, words } = this
  const config = readConfig(flags, world.cwd)
  refuseOnServer(config)
  const to = flags.to === undefined ? null : target(config, resolve(world.cwd, flags.to))
  if (!existsSync(config.database)) throw new Trouble('database_missing', { database: config.database })
  const lock = lockWard(config, world.pid, instantOf(world.now()))
  let done: BackedUp
  try {
    done = await backUpTo(config, to)
  } finally {
    lock.release()
  }
  const shown = { ...done, file: relative(world.cwd, done.file) || done.file }
  if (flags.json) world.out(`${JSON.stringify({ schema: 1, ...shown }, null, 2)}\n`)
  else if (!flags.quiet) world.out(backupText(shown, words))
}

/** Only another backup is written over. Throws Trouble `backup_target`. */
function target({ database }: Config, file: string): string {
  const isFree = !existsSync(file) || (file !== database && examine(file, 'quick').is === 'good')
  if (!isFree || dirname(file) === file) throw new Trouble('backup_target', { file })
  return file
}
