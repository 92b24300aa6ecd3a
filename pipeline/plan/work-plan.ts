import { type Due, duePublished } from '../documents/as-published.ts'
import { exportsInForce, type MetFile } from '../exports.ts'
import { END_OF_TIME, heldAgainst, type Held } from '../normalize.ts'
import type { Office } from '../office.ts'
import type { Period, Span } from '../period.ts'
import { madeWithOthers, type SettingName, settingNames } from '../settings/made-with.ts'
import { type Because, becauseOf } from '../standing/changed.ts'
import { type MadeOf, madeOfNow, madeOfThen } from '../standing/made-of.ts'
import { daysOfMoved, EVER, spansOf, touchedTonight } from '../standing/touched.ts'
import { monthsLeft, movedSpans, standingMonths } from '../summarize.ts'
import { statedPeriods } from '../summaries.ts'

/** What is worked out anew of what is known already, whatever the new files say. */
export type WorkPlan = {
  readonly exports: { readonly inForce: number; readonly changed: number } // changed: made of other files, or gone
  readonly settings: readonly SettingName[] // that are others than those with which the rows were made
  readonly dossiers: {
    readonly known: number
    readonly anew: number | null // null: all of them
    readonly turning: number // that may turn with the day, though nothing new is told of them
    readonly because: readonly Because[] // why all of them are
  }
  readonly months: {
    readonly anew: readonly string[]
    readonly standing: readonly string[]
    readonly because: readonly Because[] // why all of them are anew
  }
  readonly folders: readonly Folder[]
  readonly others: readonly string[] // months that are published where their figures or discrepancies turn out otherwise
}

/** A month's folder that is written, and why. */
export type Folder = { readonly period: string; readonly why: Due }

/** `lying` are the sightings of files that lie where they lay; `isNew`: there are files to read. The office's day is the night's. */
export async function planWork(office: Office, lying: ReadonlySet<number>, isNew: boolean): Promise<WorkPlan> {
  const { held, now } = await madeOfTonight(office, lying)
  const settings = await madeWithOthers(office, ['reconcile', 'summarize'])
  const named = new Set(settings.flatMap((each) => each.settings))
  const { moved, ...dossiers } = dossiersTonight(office, now)
  const left = monthsLeft(office, now.exports)
  const standing = (await standingMonths(office, left, now, [...(await movedSpans(office)), ...moved])).map(
    ({ id }) => id,
  )
  const folders = foldersTonight(office, left)
  const mayTurn = isNew || dossiers.anew !== 0 || madeOfThen(office, 'reconciled')?.asOf !== office.asOf
  const written = new Set(folders.map(({ period }) => period))
  return {
    exports: { inForce: held.now.length, changed: held.changed.length + held.gone.length },
    settings: settingNames.filter((name) => named.has(name)),
    dossiers,
    months: {
      anew: left.map(({ id }) => id).filter((id) => !standing.includes(id)),
      standing,
      because: becauseOf(madeOfThen(office, 'summarized'), now),
    },
    folders,
    others: mayTurn ? left.map(({ id }) => id).filter((id) => !written.has(id)) : [],
  }
}

/** What the night's rows would be made of if no file were new: all of it that can be known before. */
export async function madeOfTonight(
  office: Office,
  lying: ReadonlySet<number>,
): Promise<{ readonly held: Held; readonly now: MadeOf }> {
  const held = await exportsTonight(office, lying)
  const inForce = held.now.map(({ number, system, from, to, came, met, files }) => ({ export: number, system, from, to, came, met, files })) // prettier-ignore
  return { held, now: madeOfNow(office, inForce) }
}

/** The exports that would be in force: files that lie where they lay are met tonight. */
function exportsTonight({ store, unit, config, asOf }: Office, lying: ReadonlySet<number>): Promise<Held> {
  const met = store.ask<MetFile>('files-and-their-sightings', { unit, known_by: END_OF_TIME })
  const tonight = met.map((each) => (lying.has(each.sighting) && each.met < asOf ? { ...each, met: asOf } : each))
  return heldAgainst({ store, unit }, exportsInForce(tonight, config.periods))
}

type Dossiers = WorkPlan['dossiers'] & { readonly moved: readonly Span[] }

function dossiersTonight(office: Office, now: MadeOf): Dossiers {
  const { store, unit } = office
  const then = madeOfThen(office, 'reconciled')
  const [{ dossiers: known }] = store.ask<{ dossiers: number }>('how-much-stands', { unit }) as [{ dossiers: number }]
  const because = becauseOf(then, now)
  const touched = touchedTonight(office, now)
  if (then === null || touched === null) return { known, anew: null, turning: 0, because, moved: [EVER] }
  const turning = store.ask('dossiers-that-turn-with-the-day', { unit, as_of: then.asOf }).length
  return { known, anew: touched.dossiers.length, turning, because, moved: spansOf(daysOfMoved(office, touched)) }
}

function foldersTonight(office: Office, months: readonly Period[]): Folder[] {
  const stated = statedPeriods(office.store, office.unit)
  const due = duePublished(office)
  return months.flatMap((month): Folder[] => {
    const why = due(month, stated.get(month.id))
    return why === null ? [] : [{ period: month.id, why }]
  })
}
