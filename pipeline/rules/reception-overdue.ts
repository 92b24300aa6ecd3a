import { nothing, type Rule, sourceOf } from './rule.ts'

// What is submitted on the portal is to be received or refused within eight working hours (Nghị định 107/2021/NĐ-CP).
// What a list has as submitted was submitted online, whatever channel the row names.
export const receptionOverdue: Rule = {
  kind: 'reception_overdue',
  raise: ({ rows, window }, { asOf, calendar }) => {
    const row = rows.find(({ status, submitted }) => status === 'submitted' && submitted !== null)
    if (row === undefined || calendar.workingHoursBetween(row.submitted!, `${asOf}T24:00:00`) < 8) return nothing
    const { system } = row.from
    return [
      { system, systems: [system], detail: { submitted: row.submitted }, sources: [sourceOf(row)], place: window },
    ]
  },
}
