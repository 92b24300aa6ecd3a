import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type System, systems } from '../../connectors/connector.ts'
import type { MissingSystem } from '../../reports/city/city-report.ts'
import type { FigureValues } from '../../reports/period-report.ts'
import type { Day } from '../day.ts'
import type { Listed } from '../discrepancy-list.ts'
import { FIGURES } from '../documents/published.ts'
import type { Basis } from '../figures.ts'
import type { Office } from '../office.ts'
import type { Period } from '../period.ts'

/**
 * The systems that a ward's last night missed, in the order of systems: since when, and up to when each was heard. Where
 * nothing was ever handed over there is no window to miss, and figures alone say what they lack: since null.
 */
export function missingSystems(
  { store, unit }: Office,
  open: readonly Listed[],
  incomplete: readonly System[],
): MissingSystem[] {
  const rows = store.ask<{ system: System; reaches: Day }>('freshness-of-systems', { unit })
  const reaching = new Map(rows.map(({ system, reaches }) => [system, reaches]))
  const missed = open.filter(({ kind }) => kind === 'export_missing')
  return systems.flatMap((system): MissingSystem[] => {
    const since = missed.filter((each) => each.system === system).map((each) => each.since)
    if (since.length === 0 && !incomplete.includes(system)) return []
    return [{ system, since: since.toSorted()[0] ?? null, reaches: reaching.get(system) ?? null }]
  })
}

/** The figures as the ward's published folder states them: from its file, whatever the database says. */
export function publishedFigures({ config }: Office, { id }: Period, basis: Basis): FigureValues | null {
  const file = join(config.out, id, FIGURES)
  if (!existsSync(file)) return null
  try {
    const stated = JSON.parse(readFileSync(file, 'utf8')) as Partial<Record<Basis, { figures?: FigureValues }>> | null
    return stated?.[basis]?.figures ?? null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
