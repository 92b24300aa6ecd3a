import type { Store } from '../sql/open.ts'

/** How many dossiers are asked for at a time: more where each question takes its time. */
export function dossiersAtATime({ isFar }: Store): number {
  return isFar ? 500 : 100
}

/** Items in groups of a size, the last one as it comes out. */
export function* chunks<Item>(items: Iterable<Item>, size: number): Generator<Item[]> {
  let chunk: Item[] = []
  for (const item of items) {
    chunk.push(item)
    if (chunk.length < size) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}
