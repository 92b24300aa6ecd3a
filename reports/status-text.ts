import { kindsText } from './discrepancies-text.ts'
import { dayText } from './format.ts'
import { table } from './terminal.ts'
import type { Words } from './words.ts'

type StatusValue = {
  readonly asOf: string
  readonly systems: readonly {
    readonly system: keyof Words['system']
    readonly reaches: string | null
    readonly came: string | null
  }[]
  readonly laterNight: string | null
  readonly lastNight: { readonly asOf: string; readonly finished: string | null; readonly state: string } | null
  readonly missedDays: number
  readonly lastRun: {
    readonly asOf: string
    readonly started: string
    readonly state: string
    readonly detail: string
  } | null
  readonly open: readonly { readonly kind: keyof Words['kind']; readonly count: number }[]
  readonly backup: string | null
  readonly period: { readonly id: string; readonly from: string; readonly to: string }
  readonly nextPeriod: { readonly id: string; readonly from: string; readonly to: string }
}

/** One screen: the last good night, the systems, what is open, the next period. */
export function statusText(status: StatusValue, words: Words): string {
  const { terminal } = words
  const day = (value: string | null): string => (value === null ? '–' : dayText(value))
  const systems = status.systems.map(({ system, reaches, came }) => [words.system[system], day(reaches), day(came)])
  const period = ({ id, from, to }: StatusValue['period']): string => `${id} (${dayText(from)} – ${dayText(to)})`
  return [
    status.lastNight === null
      ? terminal.noNight
      : terminal.lastNight(day(status.lastNight.asOf), status.lastNight.state === 'done'),
    ...(status.laterNight === null ? [] : [words.night.laterNight(day(status.asOf), day(status.laterNight))]),
    ...(status.missedDays === 0 ? [] : [terminal.missedDays(status.missedDays)]),
    ...failed(status.lastRun, words),
    '',
    table([terminal.system, terminal.reaches, terminal.came], systems),
    '',
    kindsText(status.open, words),
    '',
    status.backup === null ? words.keeping.noBackup : words.keeping.lastBackup(status.backup),
    terminal.periods(period(status.period), period(status.nextPeriod)),
  ]
    .map((line) => `${line}\n`)
    .join('')
}

function failed(run: StatusValue['lastRun'], { terminal }: Words): string[] {
  if (run === null || run.state === 'done' || run.state === 'incomplete') return []
  const state = run.state === 'running' ? 'running' : run.state === 'interrupted' ? 'interrupted' : 'failed'
  return [terminal.lastRun[state](dayText(run.asOf), run.detail)]
}
