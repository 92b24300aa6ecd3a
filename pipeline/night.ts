import type { Office } from './office.ts'

/** What every stage is given: the only clock, the only database, the only configuration. */
export type Night = Office & {
  readonly run: number
  readonly landing: string // the folder that keeps every file that was ever taken in, by its hash
  readonly say: (line: string) => void // one line for the log
}

/** A stage reads the tables before it, decides, and writes the tables that it owns; twice is like once. */
export type Stage = {
  readonly name: 'load' | 'normalize' | 'reconcile' | 'summarize' | 'publish'
  readonly run: (night: Night) => Promise<void>
}
