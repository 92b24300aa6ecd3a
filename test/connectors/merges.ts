/** Which cells of a sheet are merged: how far one goes on, and whether another one stands over it. */
export type Merges = {
  readonly spanAt: (row: number, column: number) => { readonly right: number; readonly down: number } | null
  readonly isCovered: (row: number, column: number) => boolean
}

/** Of references as a spreadsheet writes them, `A1:C2`; rows and columns are counted from 0. */
export function mergesOf(references: readonly string[]): Merges {
  const all = references.map((reference) => {
    const [, left = '', top, right = '', bottom] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(reference)!
    return { left: columnOf(left), top: Number(top) - 1, right: columnOf(right), bottom: Number(bottom) - 1 }
  })
  return {
    spanAt: (row, column) => {
      const one = all.find(({ left, top }) => left === column && top === row)
      return one ? { right: one.right - one.left, down: one.bottom - one.top } : null
    },
    isCovered: (row, column) =>
      all.some(
        ({ left, top, right, bottom }) =>
          row >= top && row <= bottom && column >= left && column <= right && (row !== top || column !== left),
      ),
  }
}

function columnOf(letter: string): number {
  return letter.charCodeAt(0) - 65
}
