/** How many lines end in which way. */
export type LineEnds = { readonly crlf: number; readonly lf: number; readonly cr: number }

const [CR, LF] = [0x0d, 0x0a]

/**
 * Hands bytes on as they come, and counts line ends in them, since whoever decodes them makes all line ends alike. The
 * zeros of UTF-16 are passed over.
 */
export function countingEnds(chunks: Iterable<Uint8Array>): { bytes: Iterable<Uint8Array>; ends: () => LineEnds } {
  const counts = { feeds: 0, returns: 0, pairs: 0 }
  let last = 0
  function* counted(): Generator<Uint8Array> {
    for (const chunk of chunks) {
      countIn(chunk, last, counts)
      last = lastWritten(chunk, chunk.length) ?? last
      yield chunk
    }
  }
  const ends = (): LineEnds => {
    const { feeds, returns, pairs } = counts
    return { crlf: pairs, lf: feeds - pairs, cr: returns - pairs }
  }
  return { bytes: counted(), ends }
}

function countIn(chunk: Uint8Array, before: number, counts: { feeds: number; returns: number; pairs: number }): void {
  for (let at = chunk.indexOf(CR); at >= 0; at = chunk.indexOf(CR, at + 1)) counts.returns++
  for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, at + 1)) {
    counts.feeds++
    if ((lastWritten(chunk, at) ?? before) === CR) counts.pairs++
  }
}

/** The last byte before a place that is no zero. */
function lastWritten(chunk: Uint8Array, end: number): number | undefined {
  let at = end - 1
  while (at >= 0 && chunk[at] === 0) at--
  return chunk[at]
}
