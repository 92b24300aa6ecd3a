import { unzipSync, type Zippable, zipSync } from 'fflate'

const CORE = 'docProps/core.xml'
const DAY = '2026-11-27T00:00:00Z'

/** The same document without a trace of when it was made: its parts in one order, with one date. */
export function settled(document: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(document)).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const mtime = new Date(2000, 0, 1, 12)
  const bare: Zippable = Object.fromEntries(
    parts.map(([name, bytes]) => [name, [name === CORE ? dated(bytes) : bytes, { mtime, level: 9 }]] as const),
  )
  return zipSync(bare)
}

function dated(core: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(core)
  return new TextEncoder().encode(text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, DAY))
}
