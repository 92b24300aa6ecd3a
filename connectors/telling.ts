import { isAscii } from 'node:buffer'
import type { Bytes } from './reading.ts'
import { blocksOf } from './decode.ts'

/**
 * The bytes that tell in which encoding a file is: those of its head; and where hardly a letter of them is beyond
 * ASCII, what follows in the file and has such letters, as far as it takes to tell. Only such files are looked through.
 */
export function tellingIn(bytes: Bytes, head: Uint8Array): Uint8Array {
  const odd = oddIn(head)
  if (odd > head.length * SHARE) return head
  const later = laterIn(bytes, head.length, ENOUGH - odd)
  return later.length === 0 ? head : Buffer.concat([upToBlank(head), ...later])
}

const SHARE = 1 / 200
const ENOUGH = 20_000 // bytes that are no ASCII
const MOST = 1024 * 1024

function laterIn(bytes: Bytes, from: number, enough: number): readonly Uint8Array[] {
  const found: Uint8Array[] = []
  let [at, odd, size] = [0, 0, 0]
  for (const block of blocksOf(bytes())) {
    at += block.length
    if (at <= from || isAscii(block)) continue
    const whole = upToBlank(fromBlank(block)).slice()
    found.push(whole)
    odd += oddIn(whole)
    size += whole.length
    if (odd >= enough || size >= MOST) break
  }
  return found
}

function oddIn(bytes: Uint8Array): number {
  let odd = 0
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! > 0x7f) odd++
  return odd
}

const BLANK = 0x20

/** Letters of several bytes, and words, are not to be cut; nor units of two bytes, so only every second byte is asked. */
function fromBlank(block: Uint8Array): Uint8Array {
  let at = 0
  while (at < block.length && block[at]! > BLANK) at += 2
  return block.subarray(at)
}

function upToBlank(block: Uint8Array): Uint8Array {
  let at = block.length - (block.length % 2)
  while (at > 0 && !(block[at]! <= BLANK)) at -= 2
  return block.subarray(0, at)
}
