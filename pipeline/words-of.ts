import type { Store } from '../sql/open.ts'

/** The text behind a number of `word`: a few thousand at most, read once. */
export function wordsOf(store: Store, unit: number): (id: number | null) => string | null {
  const texts = new Map(store.ask<{ id: number; text: string }>('words', { unit }).map(({ id, text }) => [id, text]))
  return (id) => (id === null ? null : (texts.get(id) ?? null))
}
