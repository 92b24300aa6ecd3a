import { en } from './words/en.ts'
import type { Details, Sentences } from './words/pieces.ts'
import { vi } from './words/vi.ts'

/** Every sentence by its id. Vietnamese gives the shape; English has the same keys, and tsc proves it. */
export type Words = typeof vi

export type Language = 'vi' | 'en'

export type TroubleCode = keyof Words['trouble']

/** What the sentence of each trouble needs to be told. */
export type TroubleDetails = { readonly [Code in TroubleCode]: Parameters<Words['trouble'][Code]['sentence']>[0] }

export function wordsIn(language: Language): Words {
  return language === 'vi' ? vi : en
}

/** What happened, and what to do about it. */
export function sentence<Code extends TroubleCode>(
  trouble: { readonly code: Code; readonly details: TroubleDetails[Code] },
  words: Words,
): string {
  const entries: Entries = words.trouble
  const entry = entries[trouble.code]
  return `${entry.sentence(trouble.details)} ${entry.hint}`
}

// the same table, spelled so that tsc can follow a code to its own details
type Entries = {
  readonly [Code in TroubleCode]: {
    readonly sentence: (details: TroubleDetails[Code]) => string
    readonly hint: string
  }
}

/** Why a file is not read, or a row could not be; the ids come from the reader and out of the database. */
export function reasonSentence(id: string, details: Details, reasons: Sentences): string {
  return reasons[id]?.(details) ?? id
}

/** `file:line: column: ` in front of what was found there; what is not known is left out. */
export function placed(place: { file: string; line?: number; column?: string | null }, text: string): string {
  const parts = [place.line === undefined ? place.file : `${place.file}:${place.line}`, place.column ?? '']
  return `${parts.filter((part) => part !== '').join(': ')}: ${text}`
}
