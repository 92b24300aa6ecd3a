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

/** Keeps the beginning of a text, and of the rest stretches at even distances up to its end; all of a short text. */
export function makeSampler({ head, blocks, longest }: Sizes): { take: (one: Stretch) => void; kept: () => Sample } {
  const first: Stretch[] = []
  let some: { readonly place: number; readonly one: Stretch }[] = []
  let [letters, place, step, isWhole] = [0, 0, 1, true]
  const take = (one: Stretch): void => {
    if (letters < head) {
      first.push(one)
      letters += lettersIn(one)
      return
    }
    if (place++ % step !== 0 || lettersIn(one) > longest) isWhole = false
    else some.push({ place: place - 1, one })
    if (some.length <= blocks) return
    step *= 2
    some = some.filter((each) => each.place % step === 0)
    isWhole = false
  }
  return { take, kept: () => ({ stretches: [...first, ...some.map(({ one }) => one)], isWhole }) }
}

const LINE = 20 // letters: what a line costs beside them, also one that has none

function lettersIn({ lines }: Stretch): number {
  return lines.reduce((sum, line) => sum + line.length + LINE, 0)
}
