import { buildCommand } from '@stricli/core'
import { doctorText } from '../../reports/doctor-text.ts'
import { cityDoctorText } from '../../reports/city/city-doctor-text.ts'
import type { Words } from '../../reports/words.ts'
import { cityFindings } from '../city/city-doctor.ts'
import type { City } from '../config/city-config.ts'
import { readWards } from '../config/read-config.ts'
import { Trouble } from '../trouble.ts'
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
  const city = cityOrNull(this, flags)
  if (city !== null) return lookAtAll(this, city, flags)
  const findings = await examineAll(this.world, flags)
  const isWell = findings.every(({ is }) => is !== 'no')
  if (!isWell) this.leave(1)
  if (flags.json) this.world.out(`${JSON.stringify({ schema: 1, isWell, findings }, null, 2)}\n`)
  else if (!flags.quiet || !isWell) this.world.out(doctorText(findings, this.words))
}

/** What is wrong with a configuration is a line of the doctor's, whoever's it is. */
function cityOrNull({ world }: Desk, flags: Common): City | null {
  try {
    const read = readWards(flags, world.cwd)
    return 'wards' in read ? read : null
  } catch (error) {
    if (error instanceof Trouble) return null
    throw error
  }
}

async function lookAtAll({ world, words, leave }: Desk, city: City, flags: Common): Promise<void> {
  const findings = await cityFindings(world, city)
  const isWell = [...findings.city, ...findings.wards.flatMap((ward) => ward.findings)].every(({ is }) => is !== 'no')
  if (!isWell) leave(1)
  if (flags.json) world.out(`${JSON.stringify({ schema: 1, isWell, ...findings }, null, 2)}\n`)
  else if (!flags.quiet || !isWell) world.out(cityDoctorText(findings, words))
}
