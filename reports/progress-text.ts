import { grouped } from './format.ts'
import type { Words } from './words.ts'

/** How far a stage is. `perSecond` of its rows; null is not known yet. */
type Progress = {
  readonly stage: keyof Words['progress']['stage']
  readonly rows: number
  readonly done: number
  readonly of: number // 0: nobody knows
  readonly perSecond: number | null
  readonly secondsLeft: number | null
}

/** One line that fits into a terminal: the stage, how much of it, rows, how fast, and the time that is left. */
export function progressText(work: Progress, columns: number, { progress }: Words): string {
  const { stage, rows, done, of, perSecond, secondsLeft } = work
  const part = of === 0 ? '' : ` ${Math.min(100, Math.floor((100 * done) / of))}%`
  const rate = perSecond === null ? '' : progress.rate(grouped(perSecond))
  const left = secondsLeft === null ? '' : leftText(secondsLeft, progress)
  const parts = [
    `${progress.stage[stage]}${part}`,
    rows === 0 ? '' : `${grouped(rows)} ${progress.unit[stage]}`,
    rate,
    left,
  ]
  const text = parts.filter((each) => each !== '').join(' · ')
  return text.slice(0, Math.max(1, columns - 1))
}

function leftText(seconds: number, { secondsLeft, minutesLeft }: Words['progress']): string {
  return seconds < 90 ? secondsLeft(Math.ceil(seconds)) : minutesLeft(Math.round(seconds / 60))
}
