import { readFileSync } from 'node:fs'
import { Stryker } from '@stryker-mutator/core'
import { rooms } from './rooms.ts'

/** Mutates the rooms that are named, or all, one after the other; what survives is in `var/mutation/<room>.html`. */
const wanted = process.argv.slice(2)
const least = 92
const scores: Score[] = []

for (const [name, { mutate }] of Object.entries(rooms)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  process.env['MUTATED_ROOM'] = name // the option `testFiles` would leave the mutants of constants asleep
  await new Stryker({
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'vitest.mutation.config.ts', related: true },
    coverageAnalysis: 'perTest',
    mutate: [...mutate],
    tsconfigFile: 'none', // it would be rewritten by the compiler's old interface, which TypeScript 7 has not
    ignorePatterns: ['/out', '/var', '/docs', '/bin', '/*.md'],
    concurrency: 2,
    timeoutMS: 20_000, // a machine that is busy is no mistake that was noticed
    tempDirName: '.stryker-tmp',
    reporters: ['progress-append-only', 'html', 'json'],
    htmlReporter: { fileName: `var/mutation/${name}.html` },
    jsonReporter: { fileName: `var/mutation/${name}.json` },
    warnings: { slow: false, unknownOptions: true, preprocessorErrors: true, unserializableOptions: true },
    allowConsoleColors: false,
  }).runMutationTest()
  scores.push(scoreOf(name))
}
console.table(scores)
process.exitCode = scores.some(({ score }) => score < least) ? 1 : 0

type Score = Readonly<Record<'mutants' | 'noticed' | 'survived' | 'uncovered' | 'score', number>> & {
  readonly room: string
}

function scoreOf(room: string): Score {
  const report = JSON.parse(readFileSync(`var/mutation/${room}.json`, 'utf8')) as Report
  const all = Object.values(report.files).flatMap(({ mutants }) => mutants)
  const count = (...statuses: string[]): number => all.filter(({ status }) => statuses.includes(status)).length
  const noticed = count('Killed', 'Timeout')
  const [survived, uncovered] = [count('Survived'), count('NoCoverage')]
  const mutants = noticed + survived + uncovered
  return { room, mutants, noticed, survived, uncovered, score: Math.floor((noticed / mutants) * 10_000) / 100 }
}

type Report = { readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>> }
