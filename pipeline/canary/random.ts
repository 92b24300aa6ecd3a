/** Numbers below a number, the same ones for the same seed. */
export function makeRandom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

export function shuffled<Item>(items: readonly Item[], random: (below: number) => number): Item[] {
  const result = [...items]
  for (let at = result.length - 1; at > 0; at--) {
    const other = random(at + 1)
    ;[result[at], result[other]] = [result[other]!, result[at]!]
  }
  return result
}
