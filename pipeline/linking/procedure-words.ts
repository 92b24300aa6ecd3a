import type { Store } from '../../sql/open.ts'
import type { Catalogue } from '../catalogue.ts'

/** Procedures as exports write them, by the number of their word, and the code that each of them stands for. */
export type Procedures = {
  readonly codeOf: (word: number | null) => string | null
  /** The words that stand for a code: `1.004873`, `1.004873.01`, `1.004873.H24`. */
  readonly wordsFor: (code: string) => readonly number[]
}

export function makeProcedures(store: Store, unit: number, catalogue: Catalogue): Procedures {
  const words = store.ask<{ id: number; text: string }>('words', { unit })
  const codes = new Map(words.map(({ id, text }) => [id, catalogue.repair(text).code]))
  const spelled = Map.groupBy(codes.keys(), (id) => codes.get(id)!)
  return {
    codeOf: (word) => (word === null ? null : codes.get(word)!),
    wordsFor: (code) => spelled.get(code) ?? [],
  }
}
