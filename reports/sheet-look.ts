import type { CellStyle } from './workbook.ts'

export const font = 'Times New Roman'

/** A thin frame around a cell. */
export function framed(rgb: string): NonNullable<CellStyle['border']> {
  const thin = { style: 'thin', color: { rgb } } as const
  return { top: thin, right: thin, bottom: thin, left: thin }
}

export function solid(rgb: string): NonNullable<CellStyle['fill']> {
  return { type: 'pattern', pattern: 'solid', fgColor: { rgb } }
}

const LETTERS = 1.1 // to a letter's width: most are narrower than a digit
const HIGHEST = 25 // lines; a row can be no higher than 409 points

/** The lines that a text takes in a cell so many letters wide: programs that open a workbook do not all measure it. */
export function linesIn(text: string, width: number): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width * LETTERS))), 0)
  return Math.min(lines, HIGHEST)
}
