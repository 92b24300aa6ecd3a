import { Trouble } from '../trouble.ts'
import type { Desk } from '../world.ts'

const LOOK = 500 // milliseconds
const PATIENCE = 30 * 60_000 // milliseconds, for one holder that does not come to its end

/**
 * Does the work, and while another run holds the lock that it needs, waits: two parts of a city may share one database,
 * and each goes on ward by ward. Said once. Throws the Trouble `lock_held` where one and the same run holds it for too long.
 */
export async function inTurn<Result>({ world, words }: Desk, work: () => Promise<Result>): Promise<Result> {
  let [holder, waited] = ['', 0]
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Trouble) || error.code !== 'lock_held') throw error
      const { pid, since } = error.details as { pid: number | string; since: string }
      if (holder === '') world.err(`${words.city.night.waiting(pid, since)}\n`)
      if (holder !== `${pid} ${since}`) [holder, waited] = [`${pid} ${since}`, 0]
      if (waited >= PATIENCE) throw error
      waited += LOOK
      await world.wait(LOOK)
    }
  }
}
