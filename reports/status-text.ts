import { dayText, instantText } from './format.ts'
import { table } from './terminal.ts'
import type { Words } from './words.ts'
import { wrapped } from './wrapped.ts'

type System = keyof Words['system']

type StatusValue = {
  readonly name: string
  readonly now: string // an instant
  readonly asOf: string
  readonly systems: readonly {
    readonly system: System
    readonly reaches: string | null
    readonly came: string | null
  }[]
  readonly silent: readonly System[]
  readonly laterNight: string | null
  readonly lastNight: { readonly asOf: string; readonly finished: string | null; readonly state: string } | null
  readonly missedDays: number
  readonly lastRun: {
    readonly asOf: string
    readonly started: string
    readonly state: string
    readonly detail: string
  } | null
  readonly urgent: readonly {
    readonly group: keyof Words['desk']['group'] | 'files'
    readonly count: number
    readonly fresh: number
  }[]
  readonly list: string | null // the folder of the desk's list
  readonly backup: string | null
  readonly store: 'file' | 'server'
  readonly backedUp: { readonly asOf: string; readonly nightsSince: number } | null
  readonly period: { readonly id: string; readonly from: string; readonly to: string }
  readonly nextPeriod: { readonly id: string; readonly from: string; readonly to: string }
}

/** One screen of eighty columns: the last good night, the periods, what is to do, the systems. */
export function statusText(status: StatusValue, words: Words): string {
  const { standing } = words
  const period = ({ id, from, to }: StatusValue['period']): string => `${id} (${dayText(from)} – ${dayText(to)})`
  return [
    standing.head(status.name, instantText(status.now)),
    ...nights(status, words).flatMap((line) => wrapped('', line, 2)),
    standing.period(period(status.period)),
    standing.next(period(status.nextPeriod)),
    '',
    ...work(status, words),
    '',
    ...systems(status, words),
  ]
    .map((line) => `${line}\n`)
    .join('')
}

function nights(status: StatusValue, words: Words): string[] {
  const { terminal, standing, keeping, night } = words
  const { lastNight, laterNight, missedDays, backedUp } = status
  return [
    lastNight === null ? terminal.noNight : terminal.lastNight(dayText(lastNight.asOf), lastNight.state === 'done'),
    ...(laterNight === null ? [] : [night.laterNight(dayText(status.asOf), dayText(laterNight))]),
    ...(missedDays === 0 ? [] : [terminal.missedDays(missedDays)]),
    ...failed(status.lastRun, words),
    backedUp === null
      ? status.store === 'server'
        ? keeping.serverBacksUp
        : keeping.noBackup
      : standing.backup(dayText(backedUp.asOf), backedUp.nightsSince),
  ]
}

function failed(run: StatusValue['lastRun'], { terminal }: Words): string[] {
  if (run === null || run.state === 'done' || run.state === 'incomplete') return []
  const state = run.state === 'running' ? 'running' : run.state === 'interrupted' ? 'interrupted' : 'failed'
  return [terminal.lastRun[state](dayText(run.asOf), run.detail)]
}

function work({ urgent, list }: StatusValue, { standing, desk }: Words): string[] {
  if (urgent.length === 0) return [standing.nothing]
  const rows = urgent.map(({ group, count, fresh }) => [
    group === 'files' ? standing.files : desk.group[group],
    count,
    fresh === 0 ? '' : standing.fresh(fresh),
  ])
  const shown = table([standing.work, standing.count, ''], rows, { align: ['left', 'right', 'left'] })
  return [...shown.split('\n'), ...(list === null ? [] : wrapped('', standing.list(list), 2))]
}

/** Those that go up to the same day in one line: what is behind stands out. A ward need not have every system. */
function systems({ systems: all, silent }: StatusValue, { standing, system: names }: Words): string[] {
  const named = (list: readonly System[]): string => list.map((each) => names[each]).join('; ')
  const heard = all.flatMap(({ system, reaches }) => (reaches === null ? [] : [{ system, reaches }]))
  const days = [...Map.groupBy(heard, ({ reaches }) => reaches)].toSorted(([a], [b]) => (a < b ? 1 : -1))
  const without = all.length - heard.length
  return [
    standing.systems,
    ...days.flatMap(([day, these]) => wrapped(`  ${dayText(day)}  `, named(these.map(({ system }) => system)), 14)),
    ...(without === 0 ? [] : [`  ${standing.without(without)}`]),
    ...(silent.length === 0 ? [] : wrapped('', `${standing.silent} ${named(silent)}.`, 2)),
  ]
}
