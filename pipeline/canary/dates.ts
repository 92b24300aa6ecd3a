import { addDays, type Day, dayOf } from '../day.ts'
import { type DossierMutation, seenBy } from './mutation.ts'
import { cellsAt } from './sheet.ts'
import {
  all,
  type Around,
  dated,
  dayRead,
  type DayField,
  rowsOf,
  set,
  spelled,
  type Target,
  type Told,
  word,
} from './target.ts'

/** Days that are shifted, swapped or impossible; states that do not agree; dossiers that run late. */
export const dates: readonly DossierMutation[] = [
  {
    name: 'due day shifted everywhere',
    make: (target, { random }) => {
      const due = dayIn(target.portal, 'due')
      if (due === null || !hasKnownDays(target)) return null
      const edits = rowsOf(target).map((told) => dated(told, { due: addDays(due, 1 + random(9)) }))
      return seenBy(all(...edits), `due_date_suspect ${target.code}`)
    },
  },
  ...(['received', 'due', 'ended'] as const).flatMap((field) => [
    {
      name: `${field} shifted at the ministry`,
      make: (target: Target, around: Around) => shifted(target, target.ministry, field, around),
    },
    {
      name: `${field} shifted on the portal`,
      make: (target: Target, around: Around) => shifted(target, target.portal, field, around),
    },
  ]),
  ...(['received', 'due', 'ended'] as const).map((field) => ({
    name: `a bit flipped in ${field} at the ministry`,
    make: (target: Target, { random }: Around) => flipped(target, field, random),
  })),
  {
    name: 'ended after its due day',
    make: (target, { asOf, calendar }) => {
      const [due, ended] = [dayIn(target.ministry, 'due'), dayIn(target.ministry, 'ended')]
      if (due === null || ended === null || !isResolved(target)) return null
      const late = calendar.addWorkingDays(due, 1)
      if (late > asOf) return null
      const edits = [target.portal, target.ministry].map((told) => dated(told, { ended: late }))
      return seenBy(all(...edits), `overdue_resolved ${target.code}`)
    },
  },
  {
    name: 'ends of two swapped',
    make: (target, _around, beside) => {
      const [one, other] = [dayIn(target.ministry, 'ended'), dayIn(beside.ministry, 'ended')]
      if (one === null || other === null || one === other || !isResolved(target) || !isResolved(beside)) return null
      const edits = all(dated(target.ministry, { ended: other }), dated(beside.ministry, { ended: one }))
      return seenBy(edits, `date_conflict ${target.code}`, `date_conflict ${beside.code}`)
    },
  },
  { name: 'received after its end', make: (target) => impossible(target, 'received', (ended) => addDays(ended, 1)) },
  { name: 'ended after the night', make: (target, { asOf }) => impossible(target, 'ended', () => addDays(asOf, 40)) },
  {
    name: 'due before it was received',
    make: (target) => {
      const received = dayIn(target.ministry, 'received')
      if (received === null || dayIn(target.ministry, 'due') === null) return null
      const edits = rowsOf(target).map((told) => dated(told, { due: addDays(received, -1) }))
      return seenBy(all(...edits), `impossible_dates ${target.code}`)
    },
  },
  { name: 'open again at the ministry', make: (target) => reopened(target, [target.ministry], 'status_conflict') },
  { name: 'open again on the portal', make: (target) => reopened(target, [target.portal], 'status_conflict') },
  {
    name: 'refused on the portal alone',
    make: (target) => {
      const status = word(target.portal, 'refused')
      if (status === null || !isResolved(target)) return null
      return seenBy(all(set(target.portal, { status })), `status_conflict ${target.code}`)
    },
  },
  {
    name: 'open, and its due day over',
    make: (target, { asOf }) => {
      const due = dayIn(target.ministry, 'due')
      return due !== null && due <= asOf ? reopened(target, rowsOf(target), 'overdue_pending') : null
    },
  },
  {
    name: 'open, and due tomorrow',
    make: (target, { asOf, calendar, config }) => {
      if (config.dueSoonDays < 1) return null
      return reopened(target, rowsOf(target), 'due_soon', calendar.addWorkingDays(asOf, 1))
    },
  },
]

function dayIn(told: Told, field: 'received' | 'due' | 'ended'): Day | null {
  const instant = told.row[field]
  return instant == null ? null : dayOf(instant)
}

function isResolved({ portal, ministry }: Target): boolean {
  return [portal, ministry].every(({ row: { status, ended } }) => status === 'returned' && ended != null)
}

function hasKnownDays({ procedure: { days, dayUnit }, ministry, portal }: Target): boolean {
  const isPaused = [ministry, portal].some(({ row }) => row.status === 'supplement')
  return days !== null && dayUnit === 'working_day' && !isPaused
}

function shifted(target: Target, told: Told, field: 'received' | 'due' | 'ended', { random }: Around) {
  const day = dayIn(told, field)
  if (day === null || (field === 'ended' && !isResolved(target))) return null
  return seenBy(all(dated(told, { [field]: addDays(day, -1 - random(3)) })), `date_conflict ${target.code}`)
}

function impossible(target: Target, field: DayField, of: (ended: Day) => Day) {
  const ended = dayIn(target.ministry, 'ended')
  if (ended === null || !isResolved(target)) return null
  const edits = [target.portal, target.ministry].map((told) => dated(told, { [field]: of(ended) }))
  return seenBy(all(...edits), `impossible_dates ${target.code}`)
}

/** Rows of a dossier that has ended, as if it had not. */
function reopened(target: Target, rows: readonly Told[], kind: string, due: Day | null = null) {
  if (!isResolved(target)) return null
  const edits = rows.map((told) => {
    const isBook = told === target.book
    const status = isBook ? '' : word(told, 'processing')
    const handed: Record<string, string> = told.sheet.places.has('handed') ? { handed: '' } : {}
    const cells: Record<string, string> = isBook ? handed : { status: status ?? '', ended: '', ...handed }
    const day = due === null ? null : spelled(told, 'due', due)
    return status === null || (due !== null && day === null)
      ? null
      : set(told, day === null ? cells : { ...cells, due: day })
  })
  return seenBy(all(...edits), `${kind} ${target.code}`)
}

/** One digit is another one, and the day with it; or it is no day any more. */
function flipped({ code, ministry, portal }: Target, field: 'received' | 'due' | 'ended', random: Around['random']) {
  const { sheet } = ministry
  const cell = cellsAt(sheet, ministry)[sheet.places.get(field) ?? -1] ?? ''
  const digits = [...cell.matchAll(/\d/g)].map(({ index }) => index)
  if (digits.length === 0 || ministry.row.status !== portal.row.status || portal.row[field] == null) return null
  const at = digits[random(digits.length)]!
  const other = cell.slice(0, at) + String(Number(cell[at]) ^ 1) + cell.slice(at + 1)
  const isSame = dayRead(ministry, field, other) === dayRead(ministry, field, cell)
  const edit = isSame ? null : set(ministry, { [field]: other })
  return edit && { edits: [edit], anyOf: [[`date_conflict ${code}`], [`unreadable_row ${code} invalid_date`]] }
}
