import { nothing, type Rule, sourceOf } from './rule.ts'

// What is submitted on the portal is to be received or refused within eight working hours (Nghị định 107/2021/NĐ-CP).
// Whoever looks at the portal's list has submitted it there, whatever channel the row names.
export const receptionOverdue: Rule = {
  kind: 'reception_overdue',
  raise: ({ portal, window }, { asOf, calendar }) => {
    if (portal.is !== 'listed' || portal.row.status !== 'submitted' || portal.row.submitted === null) return nothing
    const hours = calendar.workingHoursBetween(portal.row.submitted, `${asOf}T24:00:00`)
    if (hours < 8) return nothing
    return [
      {
        system: 'dvcqg',
        systems: ['dvcqg'],
        detail: { submitted: portal.row.submitted },
        sources: [sourceOf(portal.row)],
        place: window,
      },
    ]
  },
}
