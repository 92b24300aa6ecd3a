import type { DiscrepancyRow } from '../../sql/schema.ts'
import type { MovedDiscrepancyRow } from '../../sql/schema-settings.ts'
import { movedFigures } from '../closing/moved.ts'
import type { Config } from '../config/config.ts'
import { countedReader } from '../counted-reader.ts'
import type { Basis, FigureKey } from '../figures.ts'
import { statedOf } from '../long-period.ts'
import { beside } from '../nights/beside.ts'
import type { Night, Stage } from '../night.ts'
import { END_OF_TIME } from '../normalize.ts'
import type { Office } from '../office.ts'
import { openOfficeOf } from '../open-office.ts'
import { raiseAll } from '../reconcile.ts'
import type { Raised } from '../nights/raised.ts'
import { periodOf } from '../period.ts'
import { statedPeriods } from '../summaries.ts'
import type { World } from '../world.ts'
import { madeWithOthers, type OtherSettings, type SettingName, settingNames } from './made-with.ts'

export type How = MovedDiscrepancyRow['how']

export type MovedFigure = {
  readonly period: string
  readonly basis: Basis
  readonly figure: FigureKey
  readonly before: number | null // null: not known
  readonly after: number | null
}

/** What other settings move, all else being equal. */
export type MovedAlone = {
  readonly settings: readonly SettingName[]
  readonly discrepancies: ReadonlyMap<string, How> // by key
  readonly figures: readonly MovedFigure[]
}

/**
 * What the settings of now move, where the rows that stand were made with others: the last night is worked out again on
 * its own files, beside the database, and held against what stands. What tonight's files bring is not in it. Null where
 * the settings are those of then. Called before a run begins to write.
 */
export async function movedAlone(
  world: World,
  night: Night,
  stages: readonly Stage['name'][],
): Promise<MovedAlone | null> {
  const others = await madeWithOthers(night, stages)
  if (others.length === 0) return null
  const named = new Set(others.flatMap(({ settings }) => settings))
  const discrepancies = new Map<string, How>()
  const figures: MovedFigure[] = []
  for (const [, these] of Map.groupBy(others, ({ asOf, links }) => `${asOf} ${links}`)) {
    const again = await workOutAgain(world, night.config, these[0]!)
    try {
      const { raised } = await raiseAll(again)
      const isOf = (stage: OtherSettings['stage']): boolean => these.some((each) => each.stage === stage)
      if (isOf('reconcile')) for (const [key, how] of turned(await standing(again), raised)) discrepancies.set(key, how)
      if (isOf('summarize')) figures.push(...figuresMoved(again))
    } finally {
      await again.store.close()
    }
  }
  return { settings: settingNames.filter((name) => named.has(name)), discrepancies, figures }
}

/** The night whose rows stand, on its files and what people had decided by then, with the settings of now. */
async function workOutAgain(world: World, config: Config, { asOf, links }: OtherSettings): Promise<Night> {
  const office = await openOfficeOf(world, config)
  const { store, unit } = office
  const decided = await store.db.selectFrom('link_decision').selectAll().where('unit', '=', unit).execute()
  store.shadow(['link_decision'])
  const known = decided.filter(({ decision }) => decision <= links)
  store.insert('link_decision', known)
  return beside(office, asOf, END_OF_TIME)
}

function standing({ store, unit }: Office): Promise<DiscrepancyRow[]> {
  const all = store.db.selectFrom('discrepancy').selectAll().where('unit', '=', unit)
  return all.where('state', '!=', 'resolved').execute()
}

/** What was not seen on the last night ends for other reasons, and a late change by the period's being stated again. */
function turned(stand: readonly DiscrepancyRow[], raised: readonly Raised[]): (readonly [string, How])[] {
  const then = new Map(stand.map((row) => [row.key, row]))
  const now = new Map(raised.map((each) => [each.key, each]))
  const seen = stand.filter(({ verified, kind }) => verified === 1 && kind !== 'late_change')
  const over = seen.filter(({ key }) => !now.has(key))
  const fresh = raised.filter(({ key }) => !then.has(key))
  const retold = raised.filter(({ key, detail }) => then.has(key) && then.get(key)!.detail !== JSON.stringify(detail))
  const named = (these: readonly { readonly key: string }[], how: How) => these.map(({ key }) => [key, how] as const)
  return [...named(fresh, 'raised'), ...named(over, 'over'), ...named(retold, 'retold')]
}

/** Of months that were stated that night; a closed one stays as it was signed. */
function figuresMoved(again: Night): MovedFigure[] {
  const reader = countedReader(again)
  const moved: MovedFigure[] = []
  for (const before of statedPeriods(again.store, again.unit).values()) {
    const { period, asOf, closed } = before.all
    if (asOf !== again.asOf || closed !== undefined) continue
    const after = statedOf(again, periodOf(period.id, again.config.periods), reader)
    moved.push(...movedFigures(before, after).map((each) => ({ period: period.id, ...each })))
  }
  return moved
}
