/** How a percentage was written: rounded half up, cut off, or rounded to fewer decimals than it shows (`86,50` for 86,5). */
export type Manner = 'half_up' | 'cut_off' | 'fewer_decimals'

/** A percentage as it stands: `95,47` has two decimals. */
export type Percent = { readonly percent: number; readonly decimals: number }

/** The way in which `numerator` of `denominator` is written so; null when in none. In whole numbers throughout. */
export function mannerOf({ percent, decimals }: Percent, numerator: number, denominator: number): Manner | null {
  const scale = 10 ** decimals
  const digits = Math.round(percent * scale)
  if (halfUp(numerator, denominator, scale) === digits) return 'half_up'
  if (Math.floor((numerator * 100 * scale) / denominator) === digits) return 'cut_off'
  for (let step = 10; step <= scale && digits % step === 0; step *= 10)
    if (halfUp(numerator, denominator, scale / step) === digits / step) return 'fewer_decimals'
  return null
}

/** The numerators, from the least to the greatest, that are written so over a base, rounded half up; null when none is. */
export function numeratorsOver(
  { percent, decimals }: Percent,
  base: number,
): { readonly from: number; readonly to: number } | null {
  const scale = 10 ** decimals
  const digits = Math.round(percent * scale)
  const from = Math.max(0, Math.ceil(((2 * digits - 1) * base) / (200 * scale)))
  const to = Math.min(base, Math.ceil(((2 * digits + 1) * base) / (200 * scale)) - 1)
  return from <= to ? { from, to } : null
}

/** `numerator` of `denominator` in percent, rounded half up to so many decimals. */
export function percentOf(numerator: number, denominator: number, decimals: number): number {
  return halfUp(numerator, denominator, 10 ** decimals) / 10 ** decimals
}

function halfUp(numerator: number, denominator: number, scale: number): number {
  return Math.floor((numerator * 200 * scale + denominator) / (2 * denominator))
}
