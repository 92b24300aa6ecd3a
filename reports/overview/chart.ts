import { html, type Markup } from '../page.ts'

/**
 * How a part of a bar is filled: by a class of the style sheet, so that a chart follows the dark and the printed page.
 * `light` is hatched and `alert` crossed, so they differ without colour.
 */
export type Tone = 'main' | 'light' | 'alert'

export type Segment = { readonly tone: Tone; readonly value: number }

/** A column: `up` is stacked above the axis, `down` below it; `name` is shown when it is pointed at. */
export type Column = {
  readonly label: string
  readonly name: string
  readonly up: readonly Segment[]
  readonly down?: readonly Segment[]
  readonly shaded?: boolean
}

export type Bar = { readonly label: string; readonly segments: readonly Segment[]; readonly value: string }

/** In units of the drawing, which is as wide as a telephone: letters have the same size on every screen. */
export const WIDTH = 360

/** The hatchings, once a page; a chart without them has no light and no alert parts. */
export function hatchings(): Markup {
  return html`<svg class="defs" width="0" height="0" aria-hidden="true" focusable="false"><defs>
<pattern id="light" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="under" width="5" height="5"/><line class="hatch" x1="0" y1="0" x2="0" y2="5"/></pattern>
<pattern id="alert" width="4" height="4" patternUnits="userSpaceOnUse"><rect class="under" width="4" height="4"/><path class="cross" d="M0 0L4 4M4 0L0 4"/></pattern>
</defs></svg>`
}

/** Columns side by side on one scale; `says` is the chart in a sentence. */
export function columnsChart(columns: readonly Column[], says: string, height = 110): Markup {
  const most = (side: 'up' | 'down') => Math.max(0, ...columns.map((each) => sum(each[side] ?? [])))
  const [up, down] = [most('up'), most('down')]
  const scale = (height * 2 - (down > 0 ? 0 : height)) / Math.max(up + down, 1)
  const slot = WIDTH / Math.max(columns.length, 1)
  const axis = 16 + up * scale
  const labelled = labelledPlaces(columns.length)
  const bottom = axis + down * scale + (down > 0 ? 14 : 0)
  const drawn = columns.map((each, at) => {
    const x = at * slot
    const middle = x + slot / 2
    const few = columns.length <= 14
    return html`${each.shaded === true ? html`<rect class="band" x="${n(x)}" y="14" width="${n(slot)}" height="${n(bottom - 14)}"/>` : ''}<g><title>${each.name}</title>
${stack(each.up, (value) => -value, { x: x + slot * 0.14, y: axis, width: slot * 0.72, scale })}${stack(each.down ?? [], (value) => value, { x: x + slot * 0.14, y: axis, width: slot * 0.72, scale })}</g>
${valueAt(sum(each.up), few || sum(each.up) === up, middle, axis - sum(each.up) * scale - 4)}${valueAt(sum(each.down ?? []), few || sum(each.down ?? []) === down, middle, axis + sum(each.down ?? []) * scale + 11)}
${labelled.has(at) ? text(each.label, inside(middle, each.label), bottom + 14, 'middle') : ''}`
  })
  return drawing(bottom + 20, says, html`${drawn}<path class="axis" d="M0 ${n(axis)}H${WIDTH}"/>`)
}

/** Bars below one another, each under its name, with its value at its end. */
export function barsChart(bars: readonly Bar[], says: string): Markup {
  const most = Math.max(1, ...bars.map(({ segments }) => sum(segments)))
  const scale = (WIDTH - 76) / most
  const rows = bars.map(({ label, segments, value }, at) => {
    const top = at * 32
    let x = 0
    const parts = segments.map((each) => {
      const part = rectangle(each.tone, x, top + 15, each.value * scale, 11)
      x += each.value * scale
      return part
    })
    return html`${text(cut(label), 0, top + 10)}${parts}${text(value, x + 5, top + 24, 'start', 'value')}
`
  })
  return drawing(Math.max(bars.length * 32, 1), says, html`${rows}`)
}

export function drawing(height: number, says: string, content: Markup): Markup {
  return html`<svg class="chart" role="img" aria-label="${says}" viewBox="0 0 ${WIDTH} ${n(height)}" focusable="false">
${content}</svg>`
}

export function rectangle(tone: Tone, x: number, y: number, width: number, height: number): Markup {
  if (width <= 0 || height <= 0) return html``
  return html`<rect class="${tone}" x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"/>`
}

export function text(
  content: string,
  x: number,
  y: number,
  anchor: 'start' | 'middle' | 'end' = 'start',
  kind: 'label' | 'value' = 'label',
): Markup {
  return html`<text class="${kind}" x="${n(x)}" y="${n(y)}" text-anchor="${anchor}">${content}</text>`
}

/** What a colour or a hatching stands for. */
export function legend(items: readonly (readonly [Tone, string])[]): Markup {
  const entry = ([tone, label]: readonly [Tone, string]): Markup =>
    html`<li><svg viewBox="0 0 14 10" aria-hidden="true" focusable="false">${rectangle(tone, 0.5, 0.5, 13, 9)}</svg> ${label}</li>`
  return html`<ul class="legend">${items.map(entry)}</ul>`
}

/** A name that does not fit is cut in the chart; the table beside it has it whole. */
export function cut(label: string): string {
  const letters = Array.from(label)
  return letters.length > 56 ? `${letters.slice(0, 55).join('')}…` : label
}

type Foot = { readonly x: number; readonly y: number; readonly width: number; readonly scale: number }

function stack(segments: readonly Segment[], way: (value: number) => number, { x, y, width, scale }: Foot): Markup {
  let from = 0
  const parts = segments.map(({ tone, value }) => {
    const [a, b] = [y + way(from) * scale, y + way(from + value) * scale]
    from += value
    return rectangle(tone, x, Math.min(a, b), width, Math.abs(a - b))
  })
  return html`${parts}`
}

function valueAt(value: number, isShown: boolean, x: number, y: number): Markup {
  return isShown && value > 0 ? text(String(value), x, y, 'middle', 'value') : html``
}

/** As many labels as have room. */
function labelledPlaces(columns: number): Set<number> {
  const every = Math.ceil(columns / 9)
  return new Set(Array.from({ length: columns }, (_, at) => at).filter((at) => at % every === 0))
}

/** A label at the border does not stand out over it. */
function inside(middle: number, label: string): number {
  const half = label.length * 3
  return Math.min(Math.max(middle, half), WIDTH - half)
}

function sum(segments: readonly Segment[]): number {
  return segments.reduce((total, { value }) => total + value, 0)
}

/** A length of the drawing with two digits, the same on every machine. */
export function n(length: number): string {
  return String(Math.round(length * 100) / 100)
}
