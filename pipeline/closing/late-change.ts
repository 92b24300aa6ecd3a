import { type Closed, closedPeriods, movedSince } from './closing.ts'
import { countedReader } from '../counted-reader.ts'
import type { FactReader } from '../fact-reader.ts'
import type { Moved } from './moved.ts'
import type { Span } from '../period.ts'
import type { Office } from '../office.ts'
import { purgedBefore } from '../keeping/purge.ts'
import { type Raised, raised } from '../nights/raised.ts'
import type { Detail } from '../rules/rule.ts'

// What was signed stays as it was signed. What came to light later is said beside it, with the dossiers behind it, until
// somebody states the period again. A period of which nothing can have moved since the last night is not counted again.
export function raiseLateChanges(
  office: Office,
  facts: FactReader,
  mayHaveMoved: (days: Span) => boolean = () => true,
): Raised[] {
  const before = purgedBefore(office)
  const closed = closedPeriods(office).filter(
    ({ period }) => (before === null || period.from >= before) && mayHaveMoved(period),
  )
  if (closed.length === 0) return []
  const reader = countedReader(office)
  return closed.flatMap((each) => {
    const moved = movedSince(each, office, reader)
    return moved.figures.length === 0 && moved.dossiers.length === 0 ? [] : [lateChange(each, moved, facts)]
  })
}

function lateChange({ period, as_of: closed_on }: Closed, { figures, dossiers }: Moved, facts: FactReader): Raised {
  const centre = figures.filter(({ basis }) => basis === 'centre')
  const shown = centre.length > 0 ? centre : figures
  const moves = shown.map(({ figure, before, after }) => [figure, [before ?? '–', after ?? '–']] as const)
  const detail: Detail = { closed_on, ...Object.fromEntries(moves), codes: dossiers.map(({ code }) => code) }
  const rows = facts.of(dossiers.map(({ dossier }) => dossier)).flatMap((each) => each.rows)
  const sources = rows.map(({ from, row }) => ({ export: from.export, row }))
  return raised('late_change', period.id, { system: null, systems: [], detail, sources, place: period }, null)
}
