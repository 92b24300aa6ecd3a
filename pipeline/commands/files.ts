import { buildCommand, buildRouteMap } from '@stricli/core'
import { filesText } from '../../reports/files-text.ts'
import type { Words } from '../../reports/words.ts'
import { openOffice } from '../open-office.ts'
import { filesSeen } from '../loading/files-seen.ts'
import type { Common, Desk } from '../world.ts'
import { commonFlags } from './flags.ts'
import { retractCommand } from './retract.ts'

/** The files, which need no word of their own, and what is decided about one of them. */
export function fileRoutes(words: Words) {
  return buildRouteMap<string, Desk>({
    routes: { list: filesCommand(words), retract: retractCommand(words) },
    defaultCommand: 'list',
    docs: { brief: words.command.files },
  })
}

function filesCommand(words: Words) {
  return buildCommand<Common, [], Desk>({
    docs: { brief: words.command.filesList },
    parameters: { flags: commonFlags(words) },
    func: show,
  })
}

async function show(this: Desk, flags: Common): Promise<void> {
  const office = await openOffice(this.world, flags)
  const files = filesSeen(office)
  await office.store.close()
  if (flags.json) this.world.out(`${JSON.stringify({ schema: 1, files }, null, 2)}\n`)
  else if (!flags.quiet || files.some(({ state }) => state === 'refused' || state === 'unclaimed'))
    this.world.out(filesText(files, this.words))
}
