import { cityMessageLines } from '../../reports/city/city-message.ts'
import type { CityNight } from '../../reports/city/city-night.ts'
import { wordsIn } from '../../reports/words.ts'
import type { City } from '../config/city-config.ts'
import type { Desk } from '../world.ts'
import { goAll } from './notify.ts'
import { heartbeatOf, waysOf } from './ways.ts'

/**
 * Tells the city of a night of its wards, all in one message; where none of them failed, a sign of life is given too.
 * Gives how many ways could not be gone. Names of files stay where they are: a message goes to others.
 */
export async function notifyCity(desk: Desk, { shared }: City, night: CityNight): Promise<number> {
  const { notify } = shared
  const lines = cityMessageLines(night, wordsIn('vi'))
  const { untaken, folder: _place, ...told } = night
  const body = { schema: 1, text: lines.join('\n'), ...told, untaken: untaken.length }
  const isEnded = night.wards.every(({ state }) => state === 'done' || state === 'incomplete')
  const beat = isEnded ? heartbeatOf(desk.world, notify, night.asOf) : []
  return (await goAll(desk, [...waysOf(desk.world, notify, lines, body), ...beat], () => {})).length
}
