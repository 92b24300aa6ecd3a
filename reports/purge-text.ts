import { dayText } from './format.ts'
import type { Words } from './words.ts'

type Purged = {
  readonly dryRun: boolean
  readonly before: string
  readonly counts: Readonly<Record<keyof Words['keeping']['purge']['count'], number>>
  readonly spans: readonly { readonly from: string; readonly to: string }[]
  readonly held: readonly { readonly from: string; readonly to: string; readonly codes: readonly string[] }[]
  readonly leftovers: {
    readonly kept: readonly string[]
    readonly nights: readonly string[]
    readonly copies: readonly string[]
  }
  readonly backup: string | null
}

const SHOWN = 10 // codes of one window

/** What went or would go, what stays and why, and what somebody has to do besides. */
export function purgedText(done: Purged, { keeping: { purge } }: Words): string {
  const { counts, spans, held, leftovers, backup, dryRun } = done
  const kinds = Object.keys(purge.count) as (keyof Purged['counts'])[]
  const days = ({ from, to }: { from: string; to: string }): string => `${dayText(from)} – ${dayText(to)}`
  const lines = [
    (dryRun ? purge.wouldGo : purge.gone)(dayText(done.before)),
    ...(spans.length === 0 ? [purge.nothing] : spans.map((span) => `  ${days(span)}`)),
    ...kinds.filter((kind) => counts[kind] > 0).map((kind) => `  ${purge.count[kind](counts[kind])}`),
    `  ${purge.files(leftovers.kept.length, leftovers.nights.length, leftovers.copies.length)}`,
    ...held.map(({ codes, ...span }) => {
      const shown = codes.slice(0, SHOWN).join(', ')
      return purge.held(days(span), codes.length > SHOWN ? `${shown} …` : shown, codes.length)
    }),
    ...(backup === null ? [] : [purge.backup(backup)]),
    dryRun ? purge.sayYes : purge.elsewhere,
  ]
  return lines.map((line) => `${line}\n`).join('')
}
