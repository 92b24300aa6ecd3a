import { existsSync } from 'node:fs'
import { z } from 'zod'
import { inJson } from '../../reports/screen.ts'
import type { System } from '../../connectors/connector.ts'
import { closedPeriods } from '../closing/closing.ts'
import type { Config } from '../config/config.ts'
import type { Day } from '../day.ts'
import { hashOf, sha256 } from '../hash.ts'
import type { Office } from '../office.ts'
import { laterNight } from '../open-office.ts'
import { monthOf, touchingBefore, type Span } from '../period.ts'
import { countingHashes } from '../settings/made-with.ts'
import { textKeys } from '../config/report-config.ts'
import { version } from '../version.ts'
import { textPath } from './letter.ts'
import type { Document, Subject } from './published.ts'

/**
 * What a published folder was made from, and what was made: hashes are SHA-256 of bytes. No clock and no path of the
 * machine stands in it: equal inputs give equal bytes.
 */
export type Manifest = z.infer<typeof schema>

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const named = z.strictObject({ file: z.string(), sha256: hash })
const schema = z.strictObject({
  schema: z.literal(1),
  program: z.string(),
  unit: z.string(),
  subject: z.discriminatedUnion('is', [
    z.strictObject({
      is: z.literal('period'),
      period: z.strictObject({ id: z.string(), from: z.string(), to: z.string() }),
      basis: z.enum(['centre', 'all']),
    }),
    z.strictObject({ is: z.literal('night'), night: z.string() }),
  ]),
  asOf: z.string(),
  laterNight: z.string().nullable(), // the latest night that had been run, where it is after this one
  decided: z.strictObject({
    acknowledgements: z.int(),
    links: z.int(),
    closed: z.record(z.string(), z.int()), // periods, the how-manieth time each
  }),
  settings: z.array(named),
  inputs: z.array(named.extend({ system: z.string() })),
  outputs: z.array(named),
})

export const MANIFEST = 'manifest.json'

/** The manifest of documents that are about to be published. */
export function manifestOf(office: Office, subject: Subject, documents: readonly Document[]): Manifest {
  return {
    schema: 1,
    program: version,
    unit: office.config.unit.agencyCode,
    subject: subject.is === 'night' ? subject : { ...subject, period: plain(subject.period) },
    asOf: office.asOf,
    laterNight: laterNight(office),
    decided: decidedSoFar(office),
    settings: settingsOf(office.config, subject),
    inputs: inputsOf(office, subject),
    outputs: documents.map(({ name, content }) => ({ file: name, sha256: sha256(content) })),
  }
}

/** As its file has it. */
export function manifestText(manifest: Manifest): string {
  return inJson(`${JSON.stringify(manifest, null, 2)}\n`)
}

/** The manifest in a text; null where it is none. */
export function readManifest(text: string): Manifest | null {
  try {
    const read = schema.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** The files that say how to count and what to write, under the names of what they are; of a night, how to count. */
export function settingsOf(config: Config, subject: About): Manifest['settings'] {
  const { report } = config
  const texts: Readonly<Record<string, string>> =
    subject.is === 'night' ? {} : { template: report.template, ...textsOf(report, subject.period.id) }
  const written = Object.entries(texts).map(([name, path]) => [name, hashOf(path)] as const)
  const hashes = [...Object.entries(countingHashes(config)), ...written]
  return hashes.map(([file, hash]) => ({ file, sha256: hash }))
}

/** What a folder is about, as far as a manifest says it. */
type About = Pick<Subject & { is: 'night' }, 'is'> | { readonly is: 'period'; readonly period: { readonly id: string } }

/** What the office has written so far for the period's report. */
function textsOf(report: Config['report'], id: string): Readonly<Record<string, string>> {
  const texts = textKeys.flatMap((key) => {
    const path = textPath(report[key], id)
    return path !== null && existsSync(path) ? [[key, path] as const] : []
  })
  return Object.fromEntries(texts)
}

/** The files in force of every export that touches the period, or the month before it, whose pending it carries in. */
function inputsOf(office: Office, subject: Subject): Manifest['inputs'] {
  const { store, unit, config, asOf } = office
  const { from, to }: Span = subject.is === 'period' ? subject.period : monthOf(subject.night, config.periods)
  const before = touchingBefore({ from, to }, config.periods)
  const at = { unit, from: before?.from ?? from, to, as_of: laterNight(office) ?? asOf }
  return store.ask<{ file: string; sha256: string; system: System }>('inputs-of-a-period', at)
}

function decidedSoFar(office: Office): Manifest['decided'] {
  const { store, unit } = office
  const [last] = store.ask<{ acknowledgements: number; links: number }>('decisions-so-far', { unit })
  const closed = closedPeriods(office).map(({ period, closing }) => [period.id, closing] as const)
  return { ...last!, closed: Object.fromEntries(closed) }
}

function plain({ id, from, to }: { id: string; from: Day; to: Day }): { id: string; from: Day; to: Day } {
  return { id, from, to }
}
