import { capitalized, dayText } from '../format.ts'
import { reasonSentence, type Words } from '../words.ts'
import { countsText, wardText } from './city-message.ts'
import type { CityNight } from './city-night.ts'

/** How a night of several wards ends: each ward of which something has to be known, then what is the city's. */
export function cityNightText(night: CityNight, words: Words): string {
  const { city, asOf, part, wards, untaken, missed, folder, problem, broken } = night
  const says = words.city.night
  const looked = wards.flatMap((ward) => {
    const what = wardText(ward, words)
    return what === null ? [] : [says.file(`${ward.agencyCode} ${ward.name}`, what)]
  })
  const files = untaken.map(({ path, reason }) => says.file(path, reasonSentence(reason.id, reason, words.fileReason)))
  const lines = [
    `${says.heading(capitalized(city), dayText(asOf))}. ${countsText(night, words)}`,
    ...looked,
    ...(untaken.length === 0 ? [] : [says.untaken(untaken.length), ...files]),
    ...(broken === 0 ? [] : [`${words.message.part.broken}: ${says.broken(broken)}`]),
    ...missed.map(() => `${words.message.part.missed}: ${words.message.notBackedUp}`),
    ...(problem === null ? [] : [says.noFolder(problem)]),
    ...(part === null ? [] : [says.part(part)]),
    ...(folder === null ? [] : [says.written(folder)]),
  ]
  return lines.map((line) => `${line}\n`).join('')
}
