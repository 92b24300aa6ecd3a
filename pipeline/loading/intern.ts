import type { Store } from '../../sql/open.ts'

/** Gives repeated text its number in `word`, and codes theirs in `code`; remembers, and writes what is new. */
export type Interner = {
  readonly word: (text: string | null) => number | null
  readonly code: (text: string | null) => number | null
  readonly flush: () => void
  readonly forget: () => void // after work was taken back
}

export function makeInterner(store: Store, unit: number): Interner {
  const word = shelf(
    (text) => store.ask<{ id: number }>('number-of-a-word', { unit, text })[0]?.id,
    () => store.ask<{ id: number }>('next-word', { unit })[0]!.id,
    (rows) =>
      store.insert(
        'word',
        rows.map(([text, id]) => ({ unit, word: id, text })),
      ),
  )
  const code = shelf(
    (text) => store.ask<{ id: number }>('number-of-a-code', { unit, code: text })[0]?.id,
    () => store.ask<{ id: number }>('next-code', { unit })[0]!.id,
    (rows) =>
      store.insert(
        'code',
        rows.map(([text, id]) => ({ unit, dossier: id, code: text })),
      ),
  )
  return {
    word: word.take,
    code: code.take,
    flush: () => [word, code].forEach((each) => each.flush()),
    forget: () => [word, code].forEach((each) => each.forget()),
  }
}

function shelf(
  find: (text: string) => number | undefined,
  next: () => number,
  write: (rows: [string, number][]) => void,
) {
  const known = new Map<string, number>()
  let fresh: [string, number][] = []
  let free: number | null = null
  const add = (text: string): number => {
    free ??= next()
    fresh.push([text, free])
    return free++
  }
  return {
    take: (text: string | null): number | null => {
      if (text === null) return null
      const id = known.get(text) ?? find(text) ?? add(text)
      known.set(text, id)
      return id
    },
    flush: () => {
      write(fresh)
      fresh = []
    },
    forget: () => {
      known.clear()
      fresh = []
      free = null
    },
  }
}
