import type { Connector, System } from '../../connectors/connector.ts'
import { connectors } from '../../connectors/index.ts'
import {
  type Check,
  columnTwice,
  extraColumn,
  golden,
  growth,
  missingColumn,
  renamed,
  reordered,
  surroundings,
} from './kit-columns.ts'
import { type Sample, samplesOf } from './kit-sample.ts'
import { chunks, inEncodings, leadingZeros, quotes, signs } from './kit-signs.ts'

/** What the kit asks of every connector, generated from its samples; the order is that of the list. */
const kit = {
  golden,
  reordered,
  renamed,
  extra_column: extraColumn,
  missing_column: missingColumn,
  column_twice: columnTwice,
  surroundings,
  signs,
  quotes,
  encodings: inEncodings,
  chunks,
  growth,
  leading_zeros: leadingZeros,
} as const satisfies { readonly [name: string]: Check }

type CheckName = keyof typeof kit

/** One check on all samples of a connector: how often it was tried, and what was not read as it must be. */
type Checked = { readonly check: CheckName; readonly cases: number; readonly failed: readonly string[] }

export type Tested = {
  readonly system: System
  readonly samples: number
  readonly checks: readonly Checked[]
  readonly problems: readonly string[] // samples that are not read, and of each check what it failed on
}

export function testConnector(connector: Connector, known: readonly Connector[] = connectors): Tested {
  const found = samplesOf(connector, known)
  const unread = found.flatMap((one) => ('reason' in one ? [`${one.file}: ${one.reason}`] : []))
  const checks = kitOn(found.flatMap((one) => ('reason' in one ? [] : [one])))
  const problems = checks.flatMap(({ check, failed }) => failed.map((what) => `${check}: ${what}`))
  return { system: connector.system, samples: found.length, checks, problems: [...unread, ...problems] }
}

const checkNames = Object.keys(kit) as readonly CheckName[]

export function kitOn(samples: readonly Sample[]): readonly Checked[] {
  return checkNames.map((check) => {
    const trials = samples.flatMap((sample) => [...kit[check](sample)])
    return { check, cases: trials.length, failed: trials.filter(({ holds }) => !holds).map(({ what }) => what) }
  })
}
