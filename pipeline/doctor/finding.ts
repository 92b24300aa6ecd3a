import type { TroubleCode, TroubleDetails, Words } from '../../reports/words.ts'
import { Trouble } from '../trouble.ts'

type Says = Words['doctor']['says']
export type Said = keyof Says
export type Check = keyof Words['doctor']['check']

/** `yes`: as it should be. `hint`: somebody should know. `no`: something must be done. */
export type Is = 'yes' | 'no' | 'hint'

/** A line of the doctor: of what, how it is, and either what was found or the operator's trouble. */
export type Finding = { readonly check: Check; readonly is: Is } & (
  | { readonly id: Said; readonly details: object }
  | { readonly id: 'trouble'; readonly code: TroubleCode; readonly details: TroubleDetails[TroubleCode] }
)

export function found<Id extends Said>(check: Check, is: Is, id: Id, details: Parameters<Says[Id]>[0]): Finding {
  return { check, is, id, details }
}

/** What `look` says; the Trouble that it meets is a line too. Anything else is a bug and keeps its stack. */
export async function orTrouble(check: Check, look: () => Promise<Finding[]> | Finding[]): Promise<Finding[]> {
  try {
    return await look()
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    return [{ check, is: 'no', id: 'trouble', code: error.code, details: error.details }]
  }
}
