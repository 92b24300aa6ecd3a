import { nearestTo } from '../../connectors/nearest.ts'
import type { Words } from '../../reports/words.ts'
import { type Day, isDay } from '../day.ts'
import { Trouble } from '../trouble.ts'

/** The flags of every command; each command adds its own. */
export function commonFlags({ flag }: Words) {
  return {
    config: { kind: 'parsed', parse: String, optional: true, brief: flag.config, placeholder: 'FILE' },
    unit: { kind: 'parsed', parse: String, optional: true, brief: flag.unit, placeholder: 'CODE' },
    lang: { kind: 'enum', values: ['vi', 'en'], optional: true, brief: flag.lang },
    json: { kind: 'boolean', default: false, withNegated: false, brief: flag.json },
    quiet: { kind: 'boolean', default: false, withNegated: false, brief: flag.quiet },
  } as const
}

/** The flags that choose a period: by its id, or by its days. */
export function periodFlags({ flag }: Words) {
  return { period: textFlag(flag.period, 'PERIOD'), from: dayFlag(flag.from), to: dayFlag(flag.to) } as const
}

/** A flag that takes a text of the operator's own. */
export function textFlag(brief: string, placeholder: string) {
  return { kind: 'parsed', parse: String, optional: true, brief, placeholder } as const
}

/** The same, where the command does nothing without it. */
export function neededText(brief: string, placeholder: string) {
  return { kind: 'parsed', parse: String, brief, placeholder } as const
}

/** A flag that takes a day. */
export function dayFlag(brief: string) {
  return { kind: 'parsed', parse: String, optional: true, brief, placeholder: 'DAY' } as const
}

export function switchFlag(brief: string) {
  return { kind: 'boolean', default: false, withNegated: false, brief } as const
}

/** The day that was asked for, else another. Throws Trouble `unknown_day`. */
export function dayOr(option: string, found: string | undefined, otherwise: Day): Day {
  if (found === undefined) return otherwise
  if (!isDay(found)) throw new Trouble('unknown_day', { option, found })
  return found
}

/** The word that was asked for, if it is one of the choices; null when none was. Throws Trouble `unknown_choice`. */
export function choiceOf<Choice extends string>(
  option: string,
  found: string | undefined,
  choices: readonly Choice[],
): Choice | null {
  if (found === undefined) return null
  const choice = choices.find((each) => each === found)
  if (choice === undefined)
    throw new Trouble('unknown_choice', { option, found, choices, nearest: nearestTo([found], choices) })
  return choice
}
