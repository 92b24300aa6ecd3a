import type { Words } from '../reports/words.ts'
import type { Office } from './office.ts'
import type { Period } from './period.ts'

/** What every stage is given: the only clock, the only database, the only configuration. */
export type Night = Office & {
  readonly run: number
  readonly landing: string // the folder that keeps every file that was ever taken in, by its hash
  readonly only: Period | null // summarize and publish this period alone
  readonly say: Say // one line for the log
  readonly at?: At // not there where a night is worked out beside another
}

/** How far a stage is: `rows` of what it counts, and `done` of `of` in whatever tells the time that is left. */
export type Work = { readonly rows: number; readonly done: number; readonly of: number }

/** Shows it, and hears whoever wants a stop: then it throws Trouble `interrupted`. Where a stage may be left. */
export type At = (stage: Stage['name'], work: Work) => Promise<void>

/** A stage says what it did; the words are found by whoever writes the log. */
export type Say = <Name extends keyof Words['log']>(stage: Name, what: Parameters<Words['log'][Name]>[0]) => void

/** A stage reads the tables before it, decides, and writes the tables that it owns; twice is like once. */
export type Stage = {
  readonly name: 'load' | 'normalize' | 'reconcile' | 'summarize' | 'publish'
  readonly run: (night: Night) => Promise<void>
}
