import { sentence, type TroubleCode, type TroubleDetails, type Words } from './words.ts'
import { wrapped } from './wrapped.ts'

type Says = Words['doctor']['says']

export type FindingValue = { readonly check: keyof Words['doctor']['check']; readonly is: 'yes' | 'no' | 'hint' } & (
  | { readonly id: keyof Says; readonly details: object }
  | { readonly id: 'trouble'; readonly code: TroubleCode; readonly details: TroubleDetails[TroubleCode] }
)

const marks = { yes: '✓', no: '✗', hint: '!' } as const

/** A line for each thing that was looked at, with what to do below it, and how many there are in all. */
export function doctorText(findings: readonly FindingValue[], words: Words): string {
  const widest = Math.max(...Object.values(words.doctor.check).map((label) => label.length))
  const count = (is: FindingValue['is']): number => findings.filter((each) => each.is === is).length
  const lines = findings.flatMap((finding) => {
    const [said, todo] = findingTexts(finding, words)
    const head = `${marks[finding.is]} ${words.doctor.check[finding.check].padEnd(widest)}  `
    const below =
      todo === null || finding.is === 'yes' ? [] : wrapped(`${' '.repeat(head.length)}→ `, todo, head.length + 2)
    return [...wrapped(head, said, head.length), ...below]
  })
  return [...lines, '', words.doctor.inAll({ no: count('no'), hint: count('hint') })]
    .map((line) => `${line}\n`)
    .join('')
}

/** What was found, and what to do; a trouble has both in one. */
export function findingTexts(finding: FindingValue, words: Words): [string, string | null] {
  if (finding.id === 'trouble') {
    const { code, details } = finding
    return [sentence({ code, details }, words), null]
  }
  const say = words.doctor.says[finding.id] as (details: object) => string
  const todo: Readonly<Record<string, string>> = words.doctor.todo
  return [say(finding.details), todo[finding.id] ?? null]
}
