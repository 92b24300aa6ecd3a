/** The order of texts by their code units: the same on every machine, whatever its language. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

const vietnamese = new Intl.Collator('vi')

/** As Vietnamese sorts; texts that it takes for the same, by their code units. */
export function inVietnamese(a: string, b: string): number {
  return vietnamese.compare(a, b) || compare(a, b)
}

/** The same of names, what has none last. */
export function byName(a: string, b: string): number {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1
  return inVietnamese(a, b)
}
