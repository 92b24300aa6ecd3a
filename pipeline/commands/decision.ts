import { instantOf } from '../day.ts'
import type { Decision } from '../close-period.ts'
import type { World } from '../world.ts'
import type { Words } from '../../reports/words.ts'
import { textFlag } from './flags.ts'

export type DecisionFlags = { readonly why?: string; readonly by?: string }

/** The flags with which a person says what was decided, and who decided it. */
export function decisionFlags({ flag }: Words) {
  return { why: textFlag(flag.why, 'TEXT'), by: textFlag(flag.by, 'NAME') } as const
}

/** Who decides is the user of the machine unless another is named. */
export function decisionOf(world: World, { why = '', by }: DecisionFlags): Decision {
  const user = world.env['USER'] ?? world.env['LOGNAME'] ?? world.env['USERNAME'] ?? ''
  return { by: by ?? user, at: instantOf(world.now()), why }
}
