import { compare } from '../compare.ts'
import type { Day } from '../day.ts'
import { bases, noFigures } from '../figures.ts'
import type { Night } from '../night.ts'
import type { Office } from '../office.ts'
import type { Period } from '../period.ts'
import type { SettingName } from './made-with.ts'
import type { How, MovedAlone, MovedFigure } from './moved-alone.ts'

/** Settings that were others on a night, and what they alone moved. */
export type SettingsChange = {
  readonly settings: readonly SettingName[]
  readonly figures: readonly MovedFigure[]
  readonly discrepancies: Readonly<Record<How, number>>
}

/** Why a discrepancy is there, is over, or says something else: not a file, but other settings since a night. */
export type BySettings = { readonly asOf: Day; readonly how: How; readonly settings: readonly SettingName[] }

/**
 * Keeps what other settings moved: of the discrepancies, those that turned tonight as the settings alone would have
 * them turn. In the transaction of the run's rows, after its stages.
 */
export function keepChange(night: Night, { settings, discrepancies, figures }: MovedAlone): void {
  const { store, unit, asOf: as_of, run } = night
  const change = changesOn(night).length + 1
  store.insert('settings_change', [{ unit, as_of, change, settings: JSON.stringify(settings) }])
  store.insert(
    'moved_figure',
    figures.map((each) => ({ unit, as_of, change, ...each })),
  )
  const moved = (how: How) => [...discrepancies].filter(([, each]) => each === how).map(([key]) => key)
  const at = { unit, as_of, change, run }
  const keys = { raised: moved('raised'), over: moved('over'), retold: moved('retold') }
  const asked = Object.fromEntries(Object.entries(keys).map(([how, these]) => [how, JSON.stringify(these)]))
  store.tell('keep-discrepancies-that-settings-moved', { ...at, ...asked })
}

/** Of a night; the earliest first, and none on most nights. */
export function settingsChangesOf(office: Pick<Office, 'store' | 'unit' | 'asOf'>): SettingsChange[] {
  const { store, unit, asOf: as_of } = office
  const figures = store.ask<MovedFigure & { change: number }>('figures-that-settings-moved', { unit, as_of })
  return changesOn(office).map(({ change, settings, ...discrepancies }) => ({
    settings: namesIn(settings),
    figures: figures
      .filter((each) => each.change === change)
      .map(withoutChange)
      .toSorted(inOrder),
    discrepancies,
  }))
}

/** A figure of one period that other settings moved on a night. */
export type FigureBySettings = Omit<MovedFigure, 'period'> & {
  readonly asOf: Day
  readonly settings: readonly SettingName[]
}

/** What other settings alone moved of a period's figures by the office's night; the earliest first. */
export function figuresBySettings({ store, unit, asOf }: Office, { id: period }: Period): FigureBySettings[] {
  type Row = Omit<FigureBySettings, 'asOf' | 'settings'> & { as_of: Day; settings: string }
  const rows = store.ask<Row>('figures-of-a-period-that-settings-moved', { unit, period, as_of: asOf })
  const moved = rows.map(({ as_of, settings, ...row }) => ({ asOf: as_of, settings: namesIn(settings), ...row }))
  return moved.toSorted((a, b) => compare(a.asOf, b.asOf) || inOrder({ ...a, period }, { ...b, period }))
}

/** The last time that settings moved each discrepancy, by its number, as of a night. */
export function movedBySettings({ store, unit }: Pick<Office, 'store' | 'unit'>, asOf: Day): Map<number, BySettings> {
  const rows = store.ask<Moved>('discrepancies-that-settings-moved', { unit, as_of: asOf })
  const said = ({ as_of, how, settings }: Moved) => ({ asOf: as_of, how, settings: namesIn(settings) })
  return new Map(rows.map((row) => [row.discrepancy, said(row)]))
}

type Moved = { readonly discrepancy: number; readonly as_of: Day; readonly how: How; readonly settings: string }

type Kept = Readonly<Record<How, number>> & { readonly change: number; readonly settings: string }

function changesOn({ store, unit, asOf: as_of }: Pick<Office, 'store' | 'unit' | 'asOf'>): Kept[] {
  return store.ask<Kept>('settings-changes-of-a-night', { unit, as_of })
}

function namesIn(document: string): SettingName[] {
  return JSON.parse(document) as SettingName[]
}

function withoutChange({ change: _change, ...figure }: MovedFigure & { change: number }): MovedFigure {
  return figure
}

const figureKeys = Object.keys(noFigures)

/** As figures are listed: the Centre's own first. */
function inOrder(a: MovedFigure, b: MovedFigure): number {
  const place = ({ basis, figure }: MovedFigure): number =>
    bases.indexOf(basis) * figureKeys.length + figureKeys.indexOf(figure)
  return compare(a.period, b.period) || place(a) - place(b)
}
