import type { System } from '../../connectors/connector.ts'
import type { Config } from '../config/config.ts'
import type { Day } from '../day.ts'
import { hashOf, sha256 } from '../hash.ts'
import type { Office } from '../office.ts'
import { overlap, type Span } from '../period.ts'
import { programHash } from '../version.ts'

/** All that rows of a stage were worked out from: where it is the same, what follows from it is the same. */
export type MadeOf = {
  readonly asOf: Day
  readonly settings: string // program, configuration, catalogue and calendar
  readonly decided: string // by people, as far as it changes what is settled or counted
  readonly exports: readonly MadeOfExport[]
  readonly closed: readonly ClosedSpan[]
  readonly links: readonly string[] // the rows that were matched without a code
  readonly gone: readonly number[] // dossiers that a window listed once
}

/** An export in force. `met`: as far as it is asked on which nights its file lay there, and those of others beside it. */
export type MadeOfExport = {
  readonly export: number
  readonly system: System
  readonly from: Day
  readonly to: Day
  readonly came: Day
  readonly met: string
  readonly files: readonly { readonly file: number; readonly reading: number }[]
}

/** A period that is stated as it was published. */
export type ClosedSpan = Span & { readonly period: string; readonly closing: number }

type Stage = 'reconciled' | 'summarized'

/** What a stage would be worked out from tonight, with the exports that are in force, or with others. */
export function madeOfNow(office: Office, exports: readonly InForce[] = inForce(office)): MadeOf {
  const { store, unit, config, asOf } = office
  const links = store.ask<{ dossier: number; export: number; row: number; said: string }>('matched-rows', { unit })
  const gone = store.ask<{ dossier: number }>('dossiers-once-listed', { unit })
  return {
    asOf,
    settings: settingsOf(config),
    decided: JSON.stringify(store.ask('what-people-decided', { unit })),
    exports: exports.map((each) => ({ ...each, met: askedOfMet(each, exports) })),
    closed: store.ask<ClosedSpan>('closed-periods', { unit }),
    links: links.map(({ dossier, export: number, row, said }) => `${dossier} ${number} ${row} ${said}`),
    gone: gone.map(({ dossier }) => dossier),
  }
}

/** What a stage was worked out from last; null where that is not known. */
export function madeOfThen({ store, unit }: Office, stage: Stage): MadeOf | null {
  const [row] = store.ask<{ document: string }>('what-a-stage-was-made-of', { unit, stage })
  return row === undefined ? null : (JSON.parse(row.document) as MadeOf)
}

export async function keepMadeOf({ store, unit }: Office, stage: Stage, madeOf: MadeOf): Promise<void> {
  await store.db.deleteFrom(stage).where('unit', '=', unit).execute()
  store.insert(stage, [{ unit, as_of: madeOf.asOf, document: JSON.stringify(madeOf) }])
}

/** Everything is worked out anew by the stages that follow: for whoever runs one because they doubt what stands. */
export async function forgetWhatStands({ store, unit }: Office): Promise<void> {
  for (const stage of ['reconciled', 'summarized'] as const)
    await store.db.deleteFrom(stage).where('unit', '=', unit).execute()
}

/** The hash of all that says how to count, wherever it lies. */
export function settingsOf({ unit, periods, dueSoonDays, expectedSystems, catalogue, calendar }: Config): string {
  const counting = { program: programHash(), unit, periods, dueSoonDays, expectedSystems }
  return sha256(JSON.stringify([counting, hashOf(catalogue), hashOf(calendar)]))
}

/** The same, and the last night on which one of its files lay in the inbox. */
export type InForce = Omit<MadeOfExport, 'met'> & { readonly met: Day }

type Answer = Omit<InForce, 'files' | 'from' | 'to'> & {
  readonly window_from: Day
  readonly window_to: Day
  readonly file: number
  readonly reading: number
}

function inForce({ store, unit }: Office): InForce[] {
  const lines = store.ask<Answer>('exports-in-force', { unit })
  return [...Map.groupBy(lines, (line) => line.export).values()].map((files) => {
    const { export: number, system, window_from: from, window_to: to, came, met } = files[0]!
    return { export: number, system, from, to, came, met, files: files.map(({ file, reading }) => ({ file, reading })) }
  })
}

type Met = Span & { readonly came: Day; readonly met: Day }

/**
 * Nothing is asked of an export that came when its window was over, nor of one that lay there as late as any beside it:
 * it is heard. Of another one it hangs on the nights of those beside it.
 */
function askedOfMet(each: Met, exports: readonly Met[]): string {
  if (each.came >= each.to) return ''
  const beside = [...new Set(exports.filter((other) => overlap(other, each)).map(({ met }) => met))].toSorted()
  return each.met === beside.at(-1) ? '' : [each.met, ...beside].join(' ')
}
