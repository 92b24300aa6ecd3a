import type { Stretch } from './survey-lines.ts'

/** How much of a text is kept to speak for all of it: memory is bounded by these, whatever the size of a file. */
export type Sizes = {
  readonly lines: number // of a stretch, at most
  readonly head: number // letters from the beginning on, at least
  readonly blocks: number // stretches of the rest, at most
  readonly longest: number // letters of such a stretch: what is longer says nothing of how lines are divided
  readonly listed: number // odd rows that are named, at most
}

export const usualSizes: Sizes = { lines: 200, head: 400_000, blocks: 24, longest: 200_000, listed: 1000 }

export type Sample = {
  readonly stretches: readonly Stretch[] // in the order of their lines
  readonly isWhole: boolean // nothing was left out
}

/** What says how cells are quoted: a kind that first stands below the beginning is looked at where it stands. */
const QUOTING = ['"', "'", '\\"']
const MOST_OF_A_KIND = 3 // stretches

/**
 * Keeps the beginning of a text, and of the rest stretches at even distances up to its end, with the first ones in which
 * a way of quoting stands that the beginning has not; all of a short text.
 */
export function makeSampler({ head, blocks, longest }: Sizes): { take: (one: Stretch) => void; kept: () => Sample } {
  const first: Stretch[] = []
  let some: { readonly place: number; readonly one: Stretch }[] = []
  const quoting = new Map(QUOTING.map((kind) => [kind, 0]))
  const telling: Stretch[] = []
  let [letters, place, step, isWhole] = [0, 0, 1, true]
  const take = (one: Stretch): void => {
    if (letters < head) {
      first.push(one)
      letters += lettersIn(one)
      for (const kind of QUOTING) if (has(one, kind)) quoting.set(kind, MOST_OF_A_KIND)
      return
    }
    const news = QUOTING.filter((kind) => quoting.get(kind)! < MOST_OF_A_KIND && has(one, kind))
    for (const kind of news) quoting.set(kind, quoting.get(kind)! + 1)
    if (news.length > 0 && lettersIn(one) <= longest) telling.push(one)
    if (place++ % step !== 0 || lettersIn(one) > longest) isWhole = false
    else some.push({ place: place - 1, one })
    if (some.length <= blocks) return
    step *= 2
    some = some.filter((each) => each.place % step === 0)
    isWhole = false
  }
  const kept = (): Sample => {
    const others = new Set([...some.map(({ one }) => one), ...telling])
    return { stretches: [...first, ...[...others].toSorted((a, b) => a.first - b.first)], isWhole }
  }
  return { take, kept }
}

function has({ lines }: Stretch, kind: string): boolean {
  return lines.some((line) => line.includes(kind))
}

const LINE = 20 // letters: what a line costs beside them, also one that has none

function lettersIn({ lines }: Stretch): number {
  return lines.reduce((sum, line) => sum + line.length + LINE, 0)
}
