import { buildCommand } from '@stricli/core'
import { doctorText } from '../../reports/doctor-text.ts'
import type { Words } from '../../reports/words.ts'
import { examineAll } from '../doctor/doctor.ts'
import type { Common, Desk } from '../world.ts'
import { commonFlags } from './flags.ts'

/** Whether the machine, the configuration and the ward are ready for the next night; what has to be done if not. */
export function doctorCommand(words: Words) {
  return buildCommand<Common, [], Desk>({
    docs: { brief: words.command.doctor },
    parameters: { flags: commonFlags(words) },
    func: look,
  })
}

async function look(this: Desk, flags: Common): Promise<void> {
  const findings = await examineAll(this.world, flags)
  const isWell = findings.every(({ is }) => is !== 'no')
  if (!isWell) this.leave(1)
  if (flags.json) this.world.out(`${JSON.stringify({ schema: 1, isWell, findings }, null, 2)}\n`)
  else if (!flags.quiet || !isWell) this.world.out(doctorText(findings, this.words))
}
