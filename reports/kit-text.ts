import { table } from './terminal.ts'
import type { Words } from './words.ts'

type Tested = {
  readonly system: string
  readonly samples: number
  readonly checks: readonly {
    readonly check: keyof Words['terminal']['kit']
    readonly cases: number
    readonly failed: readonly string[]
  }[]
  readonly problems: readonly string[]
}

/** What holds of each connector; of a single one, by check. Below the table, what does not hold. */
export function kitText(results: readonly Tested[], words: Words): string {
  const [one, ...others] = results
  const drawn = one && others.length === 0 && one.samples > 0 ? checksOf(one, words) : systemsOf(results, words)
  const problems = results.flatMap(({ system, problems: some }) => some.map((problem) => `${system}: ${problem}`))
  return [drawn, ...problems].map((line) => `${line}\n`).join('')
}

function checksOf({ checks }: Tested, { terminal }: Words): string {
  const rows = checks.map(({ check, cases, failed }) => [
    terminal.kit[check],
    cases,
    verdictOn(failed.length, terminal),
  ])
  return table([terminal.check, terminal.cases, terminal.verdict], rows, { align: ['left', 'right'] })
}

function systemsOf(results: readonly Tested[], { terminal }: Words): string {
  const rows = results.map(({ system, samples, checks, problems }) => {
    const cases = checks.reduce((sum, each) => sum + each.cases, 0)
    const verdict = samples === 0 ? terminal.noSample : verdictOn(problems.length, terminal)
    return [system, samples, cases, verdict]
  })
  const head = [terminal.format, terminal.samples, terminal.cases, terminal.verdict]
  return table(head, rows, { align: ['left', 'right', 'right'] })
}

function verdictOn(failures: number, { passed, failures: say }: Words['terminal']): string {
  return failures === 0 ? passed : say(failures)
}
