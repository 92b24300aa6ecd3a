import { fault, type Fault, nothing, saysNothing } from './fault.ts'

/** An identity number, in its one spelling when it is one, else as it stands. */
export type Identity = { readonly identity: string; readonly isValid: boolean }

const CITIZEN = /^0(?:0[1-9]|[1-8]\d|9[0-6])\d{9}$/ // the first three digits are a province, 001 to 096
const FORMER = /^\d{9}$/
const PASSPORT = /^[A-Z]\d{7,8}$/i
const SCIENTIFIC = /^\d+(?:[.,]\d+)?E\+?\d+$/i

const none = nothing('missing_value')
const damaged = fault('spreadsheet_damage')

/**
 * A spreadsheet takes the leading zero, and every citizen's number has one: of eleven digits it can be given back.
 * What it has turned into `3.1198E+10` cannot.
 */
export function identityIn(text: string, takesPassports: boolean): Identity | Fault {
  const number = text.replace(/^'/, '').replace(/\s/g, '')
  if (saysNothing(number)) return none
  if (SCIENTIFIC.test(number)) return damaged
  if (CITIZEN.test(number) || FORMER.test(number)) return { identity: number, isValid: true }
  if (CITIZEN.test(`0${number}`)) return { identity: `0${number}`, isValid: true }
  if (takesPassports && PASSPORT.test(number)) return { identity: number.toUpperCase(), isValid: true }
  return { identity: number, isValid: false }
}
