import type { WardOfNight } from '../../reports/city/city-night.ts'
import { wordsIn } from '../../reports/words.ts'
import type { Config } from '../config/config.ts'
import { errorText } from '../help-text.ts'
import { type Exit, Trouble } from '../trouble.ts'
import { type Done, type How, wardNight } from '../ward-night.ts'
import type { Desk } from '../world.ts'
import { inTurn } from './in-turn.ts'

/** `told`: the line as it is told to others, in Vietnamese whatever the screen speaks. */
export type WardTold = { readonly line: WardOfNight; readonly told: WardOfNight; readonly exit: Exit | 0 }

/**
 * The night of one of several wards: what it says as it goes stays in its log, on the screen it has one line. Whatever
 * makes it fail is its own, but for whoever stops the program.
 */
export async function nightOfWard(desk: Desk, ward: Config, how: Omit<How, 'loud'>): Promise<WardTold> {
  const { world, words } = desk
  const { name, agencyCode } = ward.unit
  const begun = world.now().getTime()
  const end: { exit: Exit | 0; seen: Seen; error: unknown } = { exit: 0, seen: nothing, error: null }
  const quiet = { ...world, err: () => {}, out: () => {} }
  const own: Desk = { ...desk, world: quiet, leave: (code) => (end.exit = code) }
  try {
    await inTurn(desk, () => wardNight(own, ward, { ...how, loud: own }, (done) => void (end.seen = seenOf(done))))
  } catch (error) {
    if (error instanceof Trouble && error.code === 'interrupted') throw error
    end.error = error
    end.exit = error instanceof Trouble ? error.exit : 3
  }
  const { exit, error } = end
  const why = error === null ? null : errorText(error, words)
  const { isGood, ...seen } = end.seen
  const state = why === null ? (exit === 0 ? 'done' : 'incomplete') : exit === 75 ? 'held' : 'failed'
  const seconds = Math.round((world.now().getTime() - begun) / 100) / 10
  const line: WardOfNight = { agencyCode, name, state, seconds, ...seen, missed: state === 'incomplete' && isGood, why }
  const { night } = words.city
  world.err(`${night.ward(agencyCode, name, night.state[state], seconds.toFixed(1))}\n`)
  if (why !== null) world.err(`${night.file(agencyCode, why)}\n`)
  return { line, told: { ...line, why: error === null ? null : errorText(error, wordsIn('vi')) }, exit }
}

type Seen = Pick<WardOfNight, 'turnedAway' | 'broken' | 'late'> & { readonly isGood: boolean }

const nothing: Seen = { turnedAway: 0, broken: 0, late: [], isGood: false }

function seenOf({ summary, isGood }: Done): Seen {
  const { turnedAway, broken, figures } = summary
  return { turnedAway: turnedAway.length, broken: broken.length, late: figures.incomplete, isGood }
}
