import { alphabetOf, type Pattern } from './patterns.ts'

const LADDER = [20, 23, 26, 29, 32, 60, 120, 300] // one that doubles with every letter is met before it never ends
const [few, many] = [3000, 12_000]

/** Patterns that would be slow on long texts and never meet one: how long what they are given may be. */
export const bounded: Readonly<Record<string, string>> = {
  '0+$': 'a number with twenty decimals (connectors/workbook-cell.ts)',
  [String.raw`"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]`]:
    'the code of a format, cut at 255 letters (connectors/workbook-parts.ts)',
}

/**
 * The first input on which a pattern takes more than its share: four times the letters, and far more than four times as
 * long. Inputs are made of parts of the pattern itself, over and over, and of something at its end that no pattern expects.
 */
export function slowOn(pattern: Pattern, most: number): string[] {
  const compiled = new RegExp(pattern.source, pattern.flags)
  const signs = alphabetOf(pattern).slice(0, most)
  const units = new Set(signs.flatMap((sign) => [sign, ...signs.map((other) => sign + other)]))
  const ends = ['\u0001', signs[0] === 'x' ? 'y' : 'x']
  for (const unit of units)
    for (const end of ends)
      if (isSlow(compiled, unit, end)) return [`${pattern.place} on ${JSON.stringify(unit)} and ${JSON.stringify(end)}`]
  return []
}

function isSlow(pattern: RegExp, unit: string, end: string): boolean {
  const text = (letters: number): string => unit.repeat(Math.ceil(letters / unit.length)) + end
  if (LADDER.some((letters) => milliseconds(pattern, text(letters)) > 50 && least(pattern, text(letters)) > 50))
    return true
  if (milliseconds(pattern, text(many / 4)) < 0.5) return false
  const [before, after] = [least(pattern, text(few)), least(pattern, text(many))]
  return after > 15 && after > 9 * before
}

/** Another process may have had the processor. */
function least(pattern: RegExp, text: string): number {
  return Math.min(...[1, 2, 3].map(() => milliseconds(pattern, text)))
}

function milliseconds(pattern: RegExp, text: string): number {
  pattern.lastIndex = 0
  const since = performance.now()
  if (pattern.global) text.replace(pattern, '')
  else pattern.exec(text)
  return performance.now() - since
}
