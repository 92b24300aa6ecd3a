/**
 * How well a table was read, 0 to 10, as the Pollock benchmark (VLDB 2023) measures it: one for being read at all, and
 * precision, recall and F1 of the header's cells, of the records and of all cells, each as multisets.
 */
export function scoreOf(expected: Rows, read: Rows | null): number {
  if (read === null) return 0
  if (expected.length === 0) return 10
  const record = (cells: readonly string[]) => cells.map(normal).join('')
  return (
    1 +
    shared(expected[0]!.map(normal), (read[0] ?? []).map(normal)) +
    shared(expected.slice(1).map(record), read.slice(1).map(record)) +
    shared(expected.flat(), read.flat())
  )
}

export type Rows = readonly (readonly string[])[]

/** Precision, recall and F1, summed. */
function shared(expected: readonly string[], read: readonly string[]): number {
  if (expected.length === 0) return 3
  const left = new Map<string, number>()
  for (const each of read) left.set(each, (left.get(each) ?? 0) + 1)
  const met = expected.filter((each) => {
    const count = left.get(each) ?? 0
    left.set(each, count - 1)
    return count > 0
  }).length
  if (met === 0) return 0
  const [precision, recall] = [met / expected.length, met / read.length]
  return precision + recall + (2 * precision * recall) / (precision + recall)
}

/** `07` and `7`, `9:5` and `09:05`, `Kho` and `kho` are the same to the benchmark. */
function normal(cell: string): string {
  const text = cell.trim()
  if (/^[-+]?\d+$/.test(text)) return BigInt(text.replace('+', '')).toString()
  if (/^[-+]?(?:\d+\.\d*|\.\d+)$/.test(text)) return String(Number(text))
  const money = /^([$€£])\s?(\d+(?:\.\d+)?)$/.exec(text)
  if (money) return money[1]! + String(Number(money[2]))
  return text === '' ? '' : cell.toLowerCase()
}
