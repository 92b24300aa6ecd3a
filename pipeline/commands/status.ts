import { buildCommand } from '@stricli/core'
import { statusText } from '../../reports/status-text.ts'
import { cityStatusText } from '../../reports/city/city-status-text.ts'
import type { Words } from '../../reports/words.ts'
import { cityStatus } from '../city/city-status.ts'
import type { City } from '../config/city-config.ts'
import { readWards } from '../config/read-config.ts'
import { openOfficeOf } from '../open-office.ts'
import { statusOf } from '../status.ts'
import type { Common, Desk } from '../world.ts'
import { commonFlags } from './flags.ts'

export function statusCommand(words: Words) {
  return buildCommand<Common, [], Desk>({
    docs: { brief: words.command.status },
    parameters: { flags: commonFlags(words) },
    func: show,
  })
}

async function show(this: Desk, flags: Common): Promise<void> {
  const read = readWards(flags, this.world.cwd)
  if ('wards' in read) return showCity(this, read, flags)
  const office = await openOfficeOf(this.world, read)
  const status = statusOf(office, this.world.now())
  await office.store.close()
  if (flags.json) this.world.out(`${JSON.stringify({ schema: 1, ...status }, null, 2)}\n`)
  else if (!flags.quiet) this.world.out(statusText(status, this.words))
}

/** Of a city's wards a line each. */
async function showCity(desk: Desk, city: City, flags: Common): Promise<void> {
  const status = await cityStatus(desk, city)
  if (flags.json) desk.world.out(`${JSON.stringify({ schema: 1, ...status }, null, 2)}\n`)
  else if (!flags.quiet) desk.world.out(cityStatusText(status, desk.words))
}
