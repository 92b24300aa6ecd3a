import { cut, drawing, n, rectangle, text, type Tone, WIDTH } from './chart.ts'
import { html, type Markup } from '../page.ts'

/** A line of a walk from one total to another: a total stands on the axis, a step (below 0 downwards) on the last level. */
export type Stop = {
  readonly label: string
  readonly value: number
  readonly shown: string
  readonly isTotal: boolean
}

const ROW = 34

/**
 * A walk as a waterfall that runs down the page. Steps are small beside totals, so the axis may begin above zero:
 * `axisFrom` says where, and the totals are drawn broken.
 */
export function walkChart(stops: readonly Stop[], says: string): Markup {
  const levels = levelsOf(stops)
  const from = axisFrom(stops)
  const most = Math.max(...levels.flat(), from + 1)
  const at = (value: number): number => ((value - from) / (most - from)) * (WIDTH - 70)
  const rows = stops.map(({ label, shown, isTotal, value }, row) => {
    const [a, b] = levels[row]!
    const [left, right] = [isTotal ? 0 : at(Math.min(a, b)), at(Math.max(a, b))]
    const top = row * ROW
    const tone: Tone = isTotal ? 'main' : value < 0 ? 'alert' : 'light'
    const next =
      row + 1 < stops.length ? html`<path class="thread" d="M${n(at(b))} ${top + 15}V${top + ROW + 27}"/>` : ''
    return html`${next}${text(cut(label), 0, top + 10)}${rectangle(tone, left, top + 15, Math.max(right - left, 1.5), 12)}${isTotal && from > 0 ? broken(top) : ''}${text(shown, right + 5, top + 25, 'start', 'value')}
`
  })
  return drawing(stops.length * ROW, says, html`${rows}`)
}

/** Where the axis of a walk begins: at zero, unless its steps would then be too small to be seen. */
export function axisFrom(stops: readonly Stop[]): number {
  const levels = levelsOf(stops).flatMap(([a, b], row) => (stops[row]!.isTotal ? [b] : [a, b]))
  const [least, most] = [Math.min(...levels), Math.max(...levels)]
  const span = Math.max(most - least, 1)
  if (least <= 0 || span > most * 0.3) return 0
  return Math.max(0, Math.floor((least - span) / 10) * 10)
}

/** From which level to which each line leads. */
function levelsOf(stops: readonly Stop[]): [number, number][] {
  let level = 0
  return stops.map(({ isTotal, value }) => {
    const before = isTotal ? 0 : level
    level = isTotal ? value : level + value
    return [before, level]
  })
}

function broken(top: number): Markup {
  return html`<path class="break" d="M10 ${top + 29}L14 ${top + 13}M15 ${top + 29}L19 ${top + 13}"/>`
}
