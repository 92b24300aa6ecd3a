import { setImmediate } from 'node:timers/promises'
import { progressText } from '../../reports/progress-text.ts'
import type { At, Stage, Work } from '../night.ts'
import { Trouble } from '../trouble.ts'
import type { Desk } from '../world.ts'

/** Work that somebody waits for. */
export type LongWork = {
  readonly at: At
  readonly clear: () => void // before anything else is written on the terminal
  readonly end: () => void // from here on a signal ends the process at once
}

const REDRAWN = 100 // milliseconds
const REMEMBERED = 5000 // milliseconds: how fast it goes now, and not how fast it went at first

type Sample = Pick<Work, 'rows' | 'done'> & { readonly ms: number }

/**
 * Shows on a terminal's last line how far the work is, and hears signals. The database's driver leaves no room for
 * either while it works, so both happen where a stage says where it stands.
 */
export function beginLongWork({ world, words }: Desk): LongWork {
  const stop: { exit: 130 | 143 | null } = { exit: null }
  const end = world.signals?.((exit) => (stop.exit = exit))
  const { line } = world
  let [drawn, isShown] = [-Infinity, false]
  let now: Stage['name'] | null = null
  let samples: Sample[] = []

  function clear(): void {
    if (isShown) line?.draw('')
    isShown = false
  }

  function draw(stage: Stage['name'], work: Work): void {
    if (line === undefined) return
    if (stage !== now) [now, drawn, samples] = [stage, -Infinity, []]
    const ms = world.now().getTime()
    if (ms - drawn < REDRAWN) return
    samples = [...samples.filter((each) => ms - each.ms < REMEMBERED), { ms, rows: work.rows, done: work.done }]
    ;[drawn, isShown] = [ms, true]
    line.draw(progressText({ stage, ...work, ...pace(samples, work) }, line.columns(), words))
  }

  return {
    at: async (stage, work) => {
      draw(stage, work)
      await setImmediate() // one turn: what the system has to tell is told
      if (stop.exit === null) return
      clear()
      throw new Trouble('interrupted', { stage }, stop.exit)
    },
    clear,
    end: () => {
      clear()
      end?.()
    },
  }
}

/** Rows a second, and how many seconds are left; null while that is a guess. */
function pace(samples: readonly Sample[], { of }: Work): { perSecond: number | null; secondsLeft: number | null } {
  const [first, last] = [samples[0]!, samples.at(-1)!]
  const seconds = (last.ms - first.ms) / 1000
  if (seconds < 0.5) return { perSecond: null, secondsLeft: null }
  const perSecond = (last.rows - first.rows) / seconds
  const speed = (last.done - first.done) / seconds
  return { perSecond: Math.max(0, perSecond), secondsLeft: speed > 0 ? Math.max(0, of - last.done) / speed : null }
}
