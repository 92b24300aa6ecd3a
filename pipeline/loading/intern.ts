import type { Store } from '../../sql/open.ts'
import { makeNumberTable } from './number-table.ts'

/** Gives repeated text its number in `word`, and codes theirs in `code`; remembers, and writes what is new. */
export type Interner = {
  readonly word: (text: string | null) => number | null
  readonly code: (text: string | null) => number | null
  readonly flush: () => void
  readonly forget: () => void // after work was taken back
}

export function makeInterner(store: Store, unit: number): Interner {
  const word = makeShelf(wordMemo(), {
    find: (text) => store.ask<{ id: number }>('number-of-a-word', { unit, text })[0]?.id,
    all: store.isFar ? () => store.each<Known>('words', { unit }) : null,
    next: () => store.ask<{ id: number }>('next-word', { unit })[0]!.id,
    write: (rows) =>
      store.insert(
        'word',
        rows.map(([text, id]) => ({ unit, word: id, text })),
      ),
  })
  const code = makeShelf(codeMemo(), {
    find: (text) => store.ask<{ id: number }>('number-of-a-code', { unit, code: text })[0]?.id,
    all: store.isFar ? () => store.each<Known>('codes', { unit }) : null,
    next: () => store.ask<{ id: number }>('next-code', { unit })[0]!.id,
    write: (rows) =>
      store.insert(
        'code',
        rows.map(([text, id]) => ({ unit, dossier: id, code: text })),
      ),
  })
  return {
    word: word.take,
    code: code.take,
    flush: () => [word, code].forEach((each) => each.flush()),
    forget: () => [word, code].forEach((each) => each.forget()),
  }
}

/** What was met lately: bounded, because the table knows the rest. */
type Memo = {
  readonly find: (text: string) => number | undefined
  readonly keep: (text: string, id: number) => void
  readonly isFull: () => boolean
  readonly clear: () => void
}

type Known = { readonly id: number; readonly text: string }

type Table = {
  readonly find: (text: string) => number | undefined
  readonly all: (() => Iterable<Known>) | null // where to ask for one takes as long as to ask for many
  readonly next: () => number
  readonly write: (rows: readonly [string, number][]) => void
}

const UNWRITTEN = 50
const PATIENCE = 200 // questions for one text, before all of them are asked for

function makeShelf(memo: Memo, { find, all, next, write }: Table) {
  let fresh: [string, number][] = []
  let free: number | null = null
  let asked = 0
  let asks = true // an empty table, or one whose rows are all in the memo, is not asked
  const flush = (): void => {
    write(fresh)
    fresh = []
  }
  /** Whether there was room for all of them. */
  const learn = (them: Iterable<Known>): boolean => {
    for (const { text, id } of them) {
      if (memo.isFull()) return false
      memo.keep(text, id)
    }
    return true
  }
  const findOne = (text: string): number | undefined => {
    if (all === null || ++asked !== PATIENCE) return find(text)
    flush()
    asks = !learn(all())
    return asks ? find(text) : memo.find(text)
  }
  const look = (text: string): number => {
    if (memo.isFull()) {
      flush()
      memo.clear()
      asks = true
      asked = PATIENCE // there are more than there is room for
    }
    if (free === null) {
      free = next()
      asks = free > 1
    }
    const known = asks ? findOne(text) : undefined
    const id = known ?? free++
    if (known === undefined && fresh.push([text, id]) >= UNWRITTEN) flush()
    memo.keep(text, id)
    return id
  }
  return {
    take: (text: string | null): number | null => (text === null ? null : (memo.find(text) ?? look(text))),
    flush,
    forget: () => {
      memo.clear()
      fresh = []
      free = null
      asked = 0
    },
  }
}

const MOST_WORDS = 100_000
const MOST_CODES = 1_500_000

function wordMemo(): Memo {
  const known = new Map<string, number>()
  return {
    find: (text) => known.get(text),
    keep: (text, id) => known.set(ownCopy(text), id),
    isFull: () => known.size >= MOST_WORDS,
    clear: () => known.clear(),
  }
}

/** By what stands before its last dash, and its last number with its zeros: 32 bytes a code, whatever its length. */
function codeMemo(): Memo {
  const heads = new Map<string, number>()
  const known = makeNumberTable()
  const tailOf = (text: string, dash: number): number => Number(text.slice(dash + 1)) * 16 + text.length - dash
  return {
    find: (text) => {
      const dash = text.lastIndexOf('-')
      const head = heads.get(text.slice(0, dash))
      const id = head === undefined ? 0 : known.find(head, tailOf(text, dash))
      return id === 0 ? undefined : id
    },
    keep: (text, id) => {
      const dash = text.lastIndexOf('-')
      const head = text.slice(0, dash)
      if (!heads.has(head)) heads.set(ownCopy(head), heads.size)
      known.set(heads.get(head)!, tailOf(text, dash), id)
    },
    isFull: () => known.size() >= MOST_CODES,
    clear: () => {
      heads.clear()
      known.clear()
    },
  }
}

/** A text cut from a piece of a file keeps the whole piece in memory: what is remembered is a copy. */
function ownCopy(text: string): string {
  return Buffer.from(text).toString()
}
