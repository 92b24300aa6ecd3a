import type { ReadSheet } from './read-workbook.ts'

/** What a formula of the form comes to, by its own small reading of what spreadsheets do. */
export function evaluate(formula: string, sheet: ReadSheet): number {
  const [, range] = /^SUM\(([A-Z]+\d+:[A-Z]+\d+)\)$/.exec(formula) ?? []
  if (range !== undefined) return total(refsIn(range).map((ref) => valueOf(ref, sheet)))
  const [, below] = /^SUBTOTAL\(9,([A-Z]+\d+:[A-Z]+\d+)\)$/.exec(formula) ?? []
  if (below !== undefined)
    return total(
      refsIn(below)
        .filter(isNoSubtotal)
        .map((ref) => valueOf(ref, sheet)),
    )
  const [, above, under] = /^ROUND\(([A-Z]+\d+)\/([A-Z]+\d+),4\)$/.exec(formula) ?? []
  if (above !== undefined) return Number((valueOf(above, sheet) / valueOf(under!, sheet) + 1e-12).toFixed(4))
  if (!/^[A-Z]+\d+(?:[+-][A-Z]+\d+)+$/.test(formula)) throw new Error(`${formula} is no formula of the form`)
  return total([...formula.matchAll(/([+-]?)([A-Z]+\d+)/g)].map(([, sign, ref]) => signed(sign!, valueOf(ref!, sheet))))

  function isNoSubtotal(ref: string): boolean {
    return !(sheet.cells.get(ref)?.formula?.startsWith('SUBTOTAL') ?? false)
  }
}

/** A cell's own formula is worked out again; text counts as nothing. */
function valueOf(ref: string, sheet: ReadSheet): number {
  const cell = sheet.cells.get(ref)
  if (cell?.formula !== null && cell?.formula !== undefined) return evaluate(cell.formula, sheet)
  return typeof cell?.value === 'number' ? cell.value : 0
}

function refsIn(range: string): string[] {
  const [first, last] = range.split(':').map((ref) => /^([A-Z]+)(\d+)$/.exec(ref)!) as [
    RegExpExecArray,
    RegExpExecArray,
  ]
  const refs: string[] = []
  for (let column = numberOf(first[1]!); column <= numberOf(last[1]!); column++)
    for (let row = Number(first[2]); row <= Number(last[2]); row++) refs.push(`${lettersOf(column)}${row}`)
  return refs
}

function numberOf(letters: string): number {
  return letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

function lettersOf(column: number): string {
  if (column <= 26) return String.fromCharCode(64 + column)
  return lettersOf(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26))
}

function signed(sign: string, value: number): number {
  return sign === '-' ? -value : value
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
