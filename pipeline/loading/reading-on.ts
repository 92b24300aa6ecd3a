import type { Bytes } from '../../connectors/reading.ts'
import type { Night } from '../night.ts'

/** How far the reading of an inbox is: by bytes, since nobody knows how many rows a file has. */
export type ReadingOn = {
  readonly has: (bytes: number) => void // so much lies in the inbox
  readonly counted: (bytes: Bytes) => Bytes // of the file that is read now
  readonly pause: (rows: number) => Promise<void> // so many of this file were read
  readonly past: (bytes: number) => Promise<void> // a file is behind
}

export function makeReadingOn({ at }: Pick<Night, 'at'>): ReadingOn {
  const behind = { bytes: 0, rows: 0 }
  const here = { bytes: 0, rows: 0 }
  let of = 0
  const say = async (): Promise<void> => at?.('load', { rows: behind.rows + here.rows, done: behind.bytes + here.bytes, of }) // prettier-ignore
  return {
    has: (bytes) => void (of = bytes),
    counted: (bytes) => () => counting(bytes(), here),
    pause: (rows) => {
      here.rows = rows
      return say()
    },
    past: (bytes) => {
      behind.bytes += bytes
      behind.rows += here.rows
      Object.assign(here, { bytes: 0, rows: 0 })
      return say()
    },
  }
}

/** A file is read from its beginning more than once: each time counts anew. */
function* counting(chunks: Iterable<Uint8Array>, here: { bytes: number }): Generator<Uint8Array> {
  here.bytes = 0
  for (const chunk of chunks) {
    here.bytes += chunk.length
    yield chunk
  }
}
