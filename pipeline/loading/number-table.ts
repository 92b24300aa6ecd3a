/** Numbers found by a pair of whole numbers: `a` of 32 bits, `b` of 53. */
export type NumberTable = {
  readonly find: (a: number, b: number) => number // 0: not there
  readonly set: (a: number, b: number, value: number) => void // a value of 32 bits, never 0
  readonly clear: () => void
  readonly size: () => number
}

const FEWEST = 1 << 12
const FULL = 0.75

/**
 * A million of them take 32 MB, and the rubbish collector has nothing to go through: a Map of texts or lists takes
 * several times that, and is walked again and again while it grows.
 */
export function makeNumberTable(): NumberTable {
  let [slots, size] = [emptySlots(FEWEST), 0]
  const grow = (): void => {
    const old = slots
    slots = emptySlots(old.values.length * 2)
    for (let i = 0; i < old.values.length; i++) {
      if (old.values[i] === 0) continue
      const [a, b] = [old.as[i]!, old.bs[i]!]
      put(slots, slotOf(slots, a, b), a, b, old.values[i]!)
    }
  }
  return {
    find: (a, b) => slots.values[slotOf(slots, a, b)]!,
    set: (a, b, value) => {
      let slot = slotOf(slots, a, b)
      if (slots.values[slot] === 0 && ++size > slots.values.length * FULL) {
        grow()
        slot = slotOf(slots, a, b)
      }
      put(slots, slot, a, b, value)
    },
    clear: () => {
      slots = emptySlots(FEWEST)
      size = 0
    },
    size: () => size,
  }
}

type Slots = { readonly as: Int32Array; readonly bs: Float64Array; readonly values: Int32Array }

function emptySlots(count: number): Slots {
  return { as: new Int32Array(count), bs: new Float64Array(count), values: new Int32Array(count) }
}

/** Where the pair stands, or the free slot where it would. */
function slotOf({ as, bs, values }: Slots, a: number, b: number): number {
  const mask = values.length - 1
  let slot = mixed(a, b) & mask
  while (values[slot] !== 0 && (as[slot] !== a || bs[slot] !== b)) slot = (slot + 1) & mask
  return slot
}

function put({ as, bs, values }: Slots, slot: number, a: number, b: number, value: number): void {
  as[slot] = a
  bs[slot] = b
  values[slot] = value
}

function mixed(a: number, b: number): number {
  const high = Math.floor(b / 4294967296)
  let x = Math.imul(a ^ Math.imul(b | 0, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return x ^ (x >>> 16)
}
