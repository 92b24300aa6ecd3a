import { relative, resolve } from 'node:path'
import { buildCommand } from '@stricli/core'
import { verifiedText } from '../../reports/verified-text.ts'
import type { Words } from '../../reports/words.ts'
import { verifyFolder } from '../documents/verify.ts'
import { verifyCityFolder } from '../city/verify-city.ts'
import { readWards } from '../config/read-config.ts'
import { openOfficeOf } from '../open-office.ts'
import type { Common, Desk } from '../world.ts'
import { commonFlags } from './flags.ts'

/** Makes a published folder again from the kept files. Exit 1 where anything differs. */
export function verifyCommand(words: Words) {
  return buildCommand<Common, [string], Desk>({
    docs: { brief: words.command.verify },
    parameters: {
      flags: commonFlags(words),
      positional: {
        kind: 'tuple',
        parameters: [{ parse: String, brief: words.flag.publishedFolder, placeholder: 'FOLDER' }],
      },
    },
    func: verify,
  })
}

async function verify(this: Desk, flags: Common, given: string): Promise<void> {
  const verified = await verifiedIn(this, flags, resolve(this.world.cwd, given))
  if (!verified.same && !verified.purged) this.leave(1)
  const shown = { ...verified, folder: relative(this.world.cwd, verified.folder) || verified.folder }
  if (flags.json) this.world.out(`${JSON.stringify({ schema: 1, ...shown }, null, 2)}\n`)
  else if (!flags.quiet || !verified.same) this.world.out(verifiedText(shown, this.words))
}

/** A ward's folder, or, where the configuration is a city's and no ward is named, the city's. */
async function verifiedIn(desk: Desk, flags: Common, folder: string) {
  const read = readWards(flags, desk.world.cwd)
  if ('wards' in read) return verifyCityFolder(desk, read, folder)
  const office = await openOfficeOf(desk.world, read)
  try {
    return await verifyFolder(office, folder)
  } finally {
    await office.store.close()
  }
}
