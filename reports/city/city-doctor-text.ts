import { doctorText, type FindingValue, findingTexts } from '../doctor-text.ts'
import { capitalized } from '../format.ts'
import type { Words } from '../words.ts'

/** What was found of the machine and the city once, and of each ward. */
export type CityFindings = {
  readonly city: readonly FindingValue[]
  readonly wards: readonly {
    readonly unit: string
    readonly name: string
    readonly findings: readonly FindingValue[]
  }[]
}

/** The city's lines in full; a ward has one, with the first thing that has to be done. */
export function cityDoctorText({ city, wards }: CityFindings, words: Words): string {
  const { doctor } = words.city
  const widest = Math.max(...wards.map(({ unit, name }) => doctor.ward(unit, capitalized(name)).length))
  const lines = wards.map(({ unit, name, findings }) => {
    const [wrong, hints] = (['no', 'hint'] as const).map((is) => findings.filter((each) => each.is === is))
    const head = `${wrong!.length > 0 ? '✗' : hints!.length > 0 ? '!' : '✓'} ${doctor.ward(unit, capitalized(name)).padEnd(widest)}` // prettier-ignore
    if (wrong!.length + hints!.length === 0) return `${head}  ${doctor.well}`
    const [first] = findingTexts([...wrong!, ...hints!][0]!, words)
    return `${head}  ${doctor.counts(wrong!.length, hints!.length)}; ${doctor.first(first.replaceAll('\n', ' '))}`
  })
  const bad = wards.filter(({ findings }) => findings.some(({ is }) => is === 'no')).length
  return [doctorText(city, words), ...lines, '', doctor.inAll(wards.length, wards.length - bad, bad)]
    .map((line) => `${line}\n`)
    .join('')
}
