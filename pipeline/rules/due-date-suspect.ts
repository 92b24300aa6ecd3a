import type { Dossier } from '../dossier.ts'
import { nothing, type Rule, sourcesOf } from './rule.ts'

// The due day is the n-th working day after the day of reception (Nghị định 61/2018/NĐ-CP, the catalogue has n). Systems
// that do not know a holiday or a make-up Saturday give another. While a supplement is waited for the clock stands still.
export const dueDateSuspect: Rule = {
  kind: 'due_date_suspect',
  raise: (dossier, { calendar }) => {
    const { procedure, receivedDay, dueDay } = dossier
    if (receivedDay === null || dueDay === null || isPaused(dossier)) return nothing
    if (procedure === null || procedure.days === null || procedure.dayUnit !== 'working_day') return nothing
    const expected = calendar.addWorkingDays(receivedDay, procedure.days)
    if (expected === dueDay) return nothing
    const detail = {
      due: dueDay,
      expected,
      working_days: procedure.days,
      provisional: calendar.isProvisional(expected) ? 1 : 0,
    }
    const { system } = dossier.rows[0]!.from // what was received stands in a row
    return [{ system, systems: [system], detail, sources: sourcesOf(dossier) }]
  },
}

function isPaused({ rows }: Dossier): boolean {
  return rows.some(({ status }) => status === 'supplement')
}
