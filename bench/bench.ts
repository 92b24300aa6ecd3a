import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureEncodings } from './encodings.ts'
import { measureCity, measureHistory } from './history.ts'
import { measureInstall } from './install.ts'
import { machineText } from './machine.ts'
import { measureNight } from './night.ts'
import { type Asked, type Notes, takeNotes } from './notes.ts'
import { profileNight } from './profile.ts'
import { goalTable, type Part, withParts } from './results.ts'
import { measureStart } from './start.ts'
import { measureTenfold } from './tenfold.ts'
import { measureWards } from './wards.ts'
import { emptied, home } from './ward.ts'

// `npm run bench`: what a ward waits for, beside the engines that people would reach for. CONTRIBUTING.md has the flags.

const sections: Readonly<Record<string, (asked: Asked, notes: Notes) => Promise<Part>>> = {
  night: measureNight,
  profile: profileNight,
  history: measureHistory,
  start: measureStart,
  encodings: measureEncodings,
  install: measureInstall,
  tenfold: measureTenfold, // where it is asked for: 10,000,000 + 10,000,000 rows take half an hour and 60 GB of disk
  wards: measureWards, // where it is asked for: --wards 100 --dossiers 1500 --months 12 takes half an hour
  city: measureCity, // as long as all others together: where it is asked for
}

const { values } = parseArgs({
  allowNegative: true,
  options: {
    rows: { type: 'string', default: '1000000' }, // on the portal, and as many at the ministry
    rounds: { type: 'string' },
    months: { type: 'string' },
    wards: { type: 'string', default: '100' },
    dossiers: { type: 'string', default: '1500' },
    server: { type: 'boolean', default: false }, // the wards in PostgreSQL, which is started for it
    only: { type: 'string', default: 'night,profile,history,start,encodings,install' },
    city: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: true }, // the results, in bench/RESULTS.md
    remark: { type: 'string', default: '' }, // said with them: a machine that others use, a program that is not whole
  },
})

const results = join(import.meta.dirname, 'RESULTS.md')
const wanted = [...values.only.split(','), ...(values.city ? ['city'] : [])]
const rows = Number(values.rows)
const asked: Asked = {
  rows,
  rounds: Number(values.rounds ?? (rows < 200_000 ? 3 : 1)),
  months: Number(values.months ?? (values.only === 'wards' ? 12 : 120)),
  wards: Number(values.wards),
  dossiers: Number(values.dossiers),
  server: values.server,
  work: join(home, 'var/bench'), // on the disk where a ward would be, not in a memory that calls itself one
}
const wrong = [
  ...wanted.filter((name) => !(name in sections)).map((name) => `There is no part ${name}, but ${Object.keys(sections).join(', ')}.`), // prettier-ignore
  ...(isCount(asked.rows, 100) ? [] : [`--rows ${values.rows} is no number from 100 on.`]),
  ...(isCount(asked.rounds, 1) ? [] : [`--rounds ${values.rounds} is no number from 1 on.`]),
  ...(isCount(asked.months, wanted.includes('history') ? 13 : 1)
    ? []
    : [`--months ${values.months} is no number above the 12 that it is held against.`]),
  ...(isCount(asked.wards, 1) && isCount(asked.dossiers, 10)
    ? []
    : ['--wards and --dossiers are numbers, from 1 and 10 on.']),
]

if (wrong.length > 0) {
  process.stderr.write(wrong.map((line) => `${line}\n`).join(''))
  process.exitCode = 2
} else for (const name of wanted) await measureSection(name)

function isCount(number: number, least: number): boolean {
  return Number.isInteger(number) && number >= least
}

async function measureSection(name: string): Promise<void> {
  process.stderr.write(`${name}\n`)
  emptied(asked.work)
  const when = new Date().toISOString().slice(0, 10)
  const where = `${when}; ${machineText(asked.work)}.${values.remark && ` ${values.remark}`}\n`
  const part = await sections[name]!(
    asked,
    takeNotes((line) => void process.stderr.write(`${line}\n`)),
  )
  rmSync(asked.work, { recursive: true })
  const goals = part.goals.length === 0 ? [] : [goalTable(part.goals)]
  const text = [where, part.text, ...goals].join('\n')
  process.stdout.write(`\n## ${part.heading}\n\n${text}\n`)
  if (values.keep) keep({ heading: part.heading, text })
}

/** After each section: who stops the rest has what was measured. */
function keep(part: { readonly heading: string; readonly text: string }): void {
  const before = existsSync(results)
    ? readFileSync(results, 'utf8')
    : readFileSync(join(import.meta.dirname, 'results-head.md'), 'utf8')
  writeFileSync(results, withParts(before, [part]))
}
