import type { System } from '../../connectors/connector.ts'
import type { Dossier } from '../dossier.ts'
import { nothing, type Rule, sourcesOf, systemsOf } from './rule.ts'

// Open, and the due day is over (the night's own day is over too): the law asks for a letter of apology.
export const overduePending: Rule = {
  kind: 'overdue_pending',
  raise: (dossier, { asOf }) => {
    const { outcome, dueDay } = dossier
    if (outcome !== 'open' || dueDay === null || dueDay > asOf) return nothing
    return [{ system: null, systems: deciding(dossier), detail: { due: dueDay }, sources: sourcesOf(dossier) }]
  },
}

// Open, and due within the next working days: what is done today is not late tomorrow.
export const dueSoon: Rule = {
  kind: 'due_soon',
  raise: (dossier, { asOf, calendar, dueSoonDays }) => {
    const { outcome, dueDay } = dossier
    if (outcome !== 'open' || dueDay === null || dueDay <= asOf) return nothing
    if (dueDay > calendar.addWorkingDays(asOf, dueSoonDays)) return nothing
    return [{ system: null, systems: deciding(dossier), detail: { due: dueDay }, sources: sourcesOf(dossier) }]
  },
}

// Resolved after the due day: counted as overdue, and a letter of apology is owed.
export const overdueResolved: Rule = {
  kind: 'overdue_resolved',
  raise: (dossier, { asOf }) => {
    const { outcome, dueDay, endedDay } = dossier
    if (outcome !== 'resolved' || dueDay === null || endedDay === null || endedDay <= dueDay) return nothing
    if (endedDay > asOf) return nothing // it has not happened yet
    return [
      {
        system: null,
        systems: deciding(dossier),
        detail: { due: dueDay, ended: endedDay },
        sources: sourcesOf(dossier),
      },
    ]
  },
}

/** Whose word it takes for the end of it: the book, often a night late, is asked only where nobody else lists it. */
function deciding(dossier: Dossier): System[] {
  const systems = systemsOf(dossier)
  const others = systems.filter((system) => system !== 'trungtam')
  return others.length > 0 ? others : systems
}
