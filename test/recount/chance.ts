/** Chance that can be had again: the same seed gives the same throws. */
export type Chance = {
  readonly is: (probability: number) => boolean
  readonly whole: (from: number, to: number) => number
  readonly oneOf: <Item>(items: readonly Item[]) => Item
  readonly shuffled: <Item>(items: readonly Item[]) => Item[]
}

export function chanceOf(seed: number): Chance {
  let state = (seed ^ 0x9e3779b9) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  const oneOf = <Item>(items: readonly Item[]): Item => items[whole(0, items.length - 1)]!
  return {
    is: (probability) => next() < probability,
    whole,
    oneOf,
    shuffled: (items) => {
      const left = [...items]
      for (let i = left.length - 1; i > 0; i--) {
        const j = whole(0, i)
        ;[left[i], left[j]] = [left[j]!, left[i]!]
      }
      return left
    },
  }
}
