import { expect, test } from 'vitest'
import { dateConflict } from '../../pipeline/rules/date-conflict.ts'
import { dueDateSuspect } from '../../pipeline/rules/due-date-suspect.ts'
import { dueSoon, overduePending, overdueResolved } from '../../pipeline/rules/due.ts'
import { duplicateCode } from '../../pipeline/rules/duplicate-code.ts'
import { foreignUnit } from '../../pipeline/rules/foreign-unit.ts'
import { impossibleDates } from '../../pipeline/rules/impossible-dates.ts'
import { invalidIdentity } from '../../pipeline/rules/invalid-identity.ts'
import { linkedWithoutCode } from '../../pipeline/rules/linked-without-code.ts'
import { missingAtCentre } from '../../pipeline/rules/missing-at-centre.ts'
import { missingInMinistry } from '../../pipeline/rules/missing-in-ministry.ts'
import { missingInPortal } from '../../pipeline/rules/missing-in-portal.ts'
import { notDigitized } from '../../pipeline/rules/not-digitized.ts'
import { receptionOverdue } from '../../pipeline/rules/reception-overdue.ts'
import { routedPastCentre } from '../../pipeline/rules/routed-past-centre.ts'
import { accountOf, byKindAndKey, kinds } from '../../pipeline/rules/rule.ts'
import { statusConflict } from '../../pipeline/rules/status-conflict.ts'
import { unknownProcedure } from '../../pipeline/rules/unknown-procedure.ts'
import { unreadablePayment, unreadableRow } from '../../pipeline/rules/unreadable-row.ts'
import {
  believed,
  booked,
  business,
  exportOf,
  february,
  found,
  foundOnOrphan,
  later,
  march,
  payment,
  settingOf,
  still,
  told,
  unreadable,
} from '../support/hand-made.ts'

const portal = told('dvcqg')
const civil = told('botuphap-hotich')
const [onPortal, atMinistry, inBook] = [
  { export: 1, row: 1 },
  { export: 4, row: 1 },
  { export: 3, row: 1 },
]

test('a dossier that all lists have alike is silent under every rule that is asked of one', () => {
  const said = { rows: [portal, civil, booked()] }
  const rules = [dateConflict, dueDateSuspect, overduePending, dueSoon, overdueResolved, duplicateCode, impossibleDates]
  const others = [invalidIdentity, linkedWithoutCode, missingAtCentre, missingInMinistry, missingInPortal, notDigitized]
  const more = [receptionOverdue, routedPastCentre, statusConflict, unknownProcedure, unreadableRow]
  expect([...rules, ...others, ...more].flatMap((rule) => found(rule, said))).toEqual([])
})

test('lists are in the order of kinds, then of keys', () => {
  const keys = ['late_change/b', 'late_change/a', 'routed_past_centre/c', 'due_soon/a', 'due_soon/b']
  const all = keys.map((key) => ({ kind: key.split('/')[0]!, key }))
  expect(all.toSorted(byKindAndKey).map(({ key }) => key)).toEqual([
    'routed_past_centre/c',
    'due_soon/a',
    'due_soon/b',
    'late_change/a',
    'late_change/b',
  ])
  expect(kinds.indexOf('status_conflict')).toBeLessThan(kinds.indexOf('date_conflict'))
})

test('the account that has a dossier is the ministry’s, else the portal’s', () => {
  const account = (ministry: string | null, onPortal: string | null): string | null =>
    accountOf(
      believed({ rows: [told('dvcqg', { account: onPortal }), told('botuphap-hotich', { account: ministry })] }),
    )
  expect([account('a', 'b'), account(null, 'b'), account('a', null), account(null, null)]).toEqual([
    'a',
    'b',
    'a',
    null,
  ])
  expect(accountOf(believed({ rows: [booked({ account: 'c' })] }))).toBe(null)
})

test('dates that differ are told with both sides, the ministry’s system named', () => {
  const rows = [told('dvcqg', { received: '2026-02-03T09:00:00', due: '2026-02-06' }), civil]
  expect(found(dateConflict, { rows })).toEqual([
    {
      system: 'botuphap-hotich',
      systems: ['dvcqg', 'botuphap-hotich'],
      detail: {
        fields: ['received', 'due'],
        portal: ['2026-02-03', '2026-02-06'],
        ministry: ['2026-02-04', '2026-02-05'],
      },
      sources: [onPortal, atMinistry],
    },
  ])
})

test('a day that one side lacks is no conflict, and neither are the ends of two classes or of open dossiers', () => {
  const fields = (a: object, b: object) =>
    found(dateConflict, { rows: [told('dvcqg', a), told('botuphap-hotich', b)] }).map(({ detail }) => detail['fields'])
  expect(fields({ received: null }, {})).toEqual([])
  expect(fields({}, { due: null })).toEqual([])
  expect(fields({ ended: null }, {})).toEqual([])
  expect(fields({ ended: '2026-02-04' }, {})).toEqual([['ended']])
  expect(fields({ received: '2026-02-03' }, {})).toEqual([['received']])
  expect(fields({ due: '2026-02-06' }, {})).toEqual([['due']])
  const hours = { received: '2026-02-04T23:00:00', due: '2026-02-05', ended: '2026-02-05T16:00:00' }
  expect([fields(hours, {}), fields({}, hours)]).toEqual([[], []]) // the clock's hours may differ
  expect(fields({ ended: '2026-02-04', status: 'refused' }, {})).toEqual([])
  const open = { status: 'processing' } as const
  expect(fields({ ...open, ended: '2026-02-04' }, open)).toEqual([])
})

test('dates are compared where portal and ministry both list it, not with the book', () => {
  const other = { received: '2026-02-03', due: '2026-02-09' }
  expect(found(dateConflict, { rows: [portal, booked(other)] })).toEqual([])
  expect(found(dateConflict, { rows: [told('botuphap-hotich', other), booked()] })).toEqual([])
  expect(found(dateConflict, { rows: [portal], unreadable: [unreadable('botuphap-hotich')] })).toEqual([])
})

test('a due day that is not the catalogue’s is told with the one that was expected', () => {
  const due = { due: '2026-02-06' }
  expect(found(dueDateSuspect, { rows: [told('dvcqg', due), told('botuphap-hotich', due)] })).toEqual([
    {
      system: 'botuphap-hotich',
      systems: ['botuphap-hotich'],
      detail: { due: '2026-02-06', expected: '2026-02-05', working_days: 1, provisional: 0 },
      sources: [atMinistry, onPortal],
    },
  ])
})

test('no due day is suspect where an office’s own catalogue gives working days without their number', () => {
  const said = { rows: [told('dvcqg', { due: '2026-02-09' })] }
  const dossier = believed(said)
  const procedure = { ...dossier.procedure!, days: null }
  expect(dueDateSuspect.raise(dossier, settingOf(said))).toHaveLength(1)
  expect(dueDateSuspect.raise({ ...dossier, procedure }, settingOf(said))).toEqual([])
})

test('a due day in a year whose holidays are not all announced is suspect, and says so', () => {
  const rows = [told('dvcqg', { received: '2027-02-04', due: '2027-02-25' })]
  expect(found(dueDateSuspect, { rows })[0]?.detail).toEqual({
    due: '2027-02-25',
    expected: '2027-02-12',
    working_days: 1,
    provisional: 1,
  })
})

test('no due day is suspect where a supplement is waited for, where none is stated, or where the law counts no working days', () => {
  const suspect = (given: object, other: object = given) =>
    found(dueDateSuspect, { rows: [told('dvcqg', given), told('botuphap-hotich', other)] }).length
  const wrong = { due: '2026-02-12', ended: null }
  const of = (text: string, known = true) => ({ procedureText: text, procedure: { code: text, known } })
  expect(suspect({ ...wrong, status: 'processing' })).toBe(1)
  expect(suspect({ ...wrong, status: 'supplement' }, { ...wrong, status: 'processing' })).toBe(0)
  expect(suspect({ due: null })).toBe(0)
  expect(suspect({ ...wrong, received: null })).toBe(0)
  expect(suspect({ ...wrong, ...of('9.999999', false) })).toBe(0)
  expect(suspect({ ...wrong, ...of('1.002211') })).toBe(0) // five days, not working ones
  expect(suspect({ ...wrong, ...of('1.003197') })).toBe(0) // the catalogue has no number
})

test('open on the due day is overdue; open before it is due soon, as far as is asked', () => {
  const open = (due: string | null) => ({
    rows: [told('dvcqg', { ...still, due }), told('botuphap-hotich', { ...still, due })],
  })
  const kindsOn = (due: string | null, dueSoonDays = 2) =>
    [overduePending, dueSoon].flatMap((rule) => found(rule, { ...open(due), dueSoonDays }).map(() => rule.kind))
  expect(kindsOn('2026-02-12')).toEqual(['overdue_pending'])
  expect(kindsOn('2026-02-13')).toEqual(['overdue_pending'])
  expect(kindsOn('2026-02-14')).toEqual(['due_soon'])
  expect(kindsOn('2026-02-24')).toEqual(['due_soon']) // the second working day, after Tết
  expect(kindsOn('2026-02-25')).toEqual([])
  expect(kindsOn('2026-02-24', 1)).toEqual([])
  expect(kindsOn(null)).toEqual([])
})

test('what is overdue hangs on those who resolve it: on the book only where nobody else lists it', () => {
  const late = { ...still, due: '2026-02-06' }
  const finding = { system: null, detail: { due: '2026-02-06' } }
  const handedNot = booked({ handed: null, due: '2026-02-06' })
  expect(found(overduePending, { rows: [told('dvcqg', late), handedNot] })).toEqual([
    { ...finding, systems: ['dvcqg'], sources: [onPortal, inBook] },
  ])
  expect(found(overduePending, { rows: [handedNot] })).toEqual([
    { ...finding, systems: ['trungtam'], sources: [inBook] },
  ])
  const soon = { ...still, due: '2026-02-23' }
  expect(found(dueSoon, { rows: [told('dvcqg', soon)] })).toEqual([
    { system: null, systems: ['dvcqg'], detail: { due: '2026-02-23' }, sources: [onPortal] },
  ])
})

test('an ended dossier is neither overdue nor due soon', () => {
  for (const status of ['returned', 'refused', 'withdrawn'] as const) {
    const ended = { status, due: '2026-02-04', ended: '2026-02-05' }
    expect(found(overduePending, { rows: [told('dvcqg', ended)] })).toEqual([])
    expect(found(dueSoon, { rows: [told('dvcqg', { ...ended, due: '2026-02-23' })] })).toEqual([])
  }
})

test('a result after the due day is overdue: not on it, not of a refusal, not before it has happened', () => {
  const resolved = (given: object, asOf: string = february.to) =>
    found(overdueResolved, { rows: [told('dvcqg', given)], asOf })
  expect(resolved({ ended: '2026-02-06' })).toEqual([
    { system: null, systems: ['dvcqg'], detail: { due: '2026-02-05', ended: '2026-02-06' }, sources: [onPortal] },
  ])
  expect(resolved({ ended: '2026-02-05' })).toEqual([])
  expect(resolved({ ended: '2026-02-06', status: 'refused' })).toEqual([])
  expect(resolved({ ended: '2026-02-06', due: null })).toEqual([])
  expect(resolved({ ended: null })).toEqual([])
  expect(resolved({ ended: '2026-02-06' }, '2026-02-06')).toHaveLength(1)
  expect(resolved({ ended: '2026-02-06' }, '2026-02-05')).toEqual([])
})

test('rows of one export for one code are told together; those of a window that is over are not', () => {
  const twice = [portal, told('dvcqg', { row: 2, person: 'Trần Thị Hoa' }), civil]
  expect(found(duplicateCode, { rows: twice })).toEqual([
    { system: 'dvcqg', systems: ['dvcqg'], detail: { rows: 2 }, sources: [onPortal, { export: 1, row: 2 }] },
  ])
  const then = [...twice, told(later('dvcqg')), told(later('botuphap-hotich'))]
  expect(found(duplicateCode, { rows: then })).toEqual([])
})

test('another ward’s dossier is told with its rows, or with the lines that cannot be read', () => {
  const code = 'H24.999-260204-0001'
  const place = { ...february, id: undefined }
  expect(found(foreignUnit, { code, rows: [portal, civil] })).toMatchObject([
    { system: 'botuphap-hotich', systems: ['botuphap-hotich', 'dvcqg'], detail: {}, sources: [atMinistry, onPortal] },
  ])
  const [finding] = found(foreignUnit, { code, unreadable: [unreadable('dvcqg')] })
  expect(finding).toMatchObject({ system: null, systems: [], sources: [{ file: 7, line: 12 }] })
  expect({ ...place, from: finding?.place?.from, to: finding?.place?.to }).toEqual(place)
})

test('days that cannot be are told each once, with the rows that have them', () => {
  const early = { received: '2026-02-06' }
  expect(found(impossibleDates, { rows: [told('dvcqg', early), told('botuphap-hotich', early), booked()] })).toEqual([
    {
      system: null,
      systems: ['botuphap-hotich', 'dvcqg'],
      detail: { faults: ['ended_before_received', 'due_before_received'] },
      sources: [atMinistry, onPortal],
    },
  ])
})

test.each([
  [{ ended: '2026-02-03' }, ['ended_before_received']],
  [{ due: '2026-02-03' }, ['due_before_received']],
  [{ handed: '2026-02-04' }, ['handed_before_ended']],
  [{ handed: '2026-02-03', ended: null }, ['handed_before_ended']],
  [{ received: '2026-02-14', due: '2026-02-23', ended: null }, ['after_the_night']],
  [{ ended: '2026-02-14' }, ['after_the_night']],
  [{ handed: '2026-02-14' }, ['after_the_night']],
  [{ due: '2026-02-14' }, []], // what is due later has not happened
  [{ received: '2026-02-04T23:00:00', due: '2026-02-04', ended: '2026-02-04T10:00:00', handed: '2026-02-04' }, []],
  [{ received: null, due: null, ended: null, handed: null }, []],
  [{ received: '2026-02-13', due: '2026-02-13', ended: '2026-02-13' }, []],
])('%j is impossible as %j says', (given, faults) => {
  expect(found(impossibleDates, { rows: [told('dvcqg', given)] }).flatMap(({ detail }) => detail['faults'])).toEqual(
    faults,
  )
})

test('a night after the export’s last day has seen more days; one before it, no fewer', () => {
  const rows = [told('dvcqg', { ended: '2026-02-14' })]
  expect(found(impossibleDates, { rows, asOf: '2026-02-14' })).toEqual([])
  expect(found(impossibleDates, { rows: [told('dvcqg', { ended: '2026-02-13' })], asOf: '2026-02-06' })).toEqual([])
})

test('the book hands over no result before another system has it; other systems are their own witnesses', () => {
  const faults = (rows: Parameters<typeof found>[1]['rows']) =>
    found(impossibleDates, { rows: rows! }).map(({ systems, detail }) => [systems, detail['faults']])
  expect(faults([portal, booked({ handed: '2026-02-04' })])).toEqual([[['trungtam'], ['handed_before_ended']]])
  expect(faults([portal, booked({ handed: '2026-02-05' })])).toEqual([])
  expect(faults([portal, booked({ handed: null })])).toEqual([])
  expect(faults([told('dvcqg', still), booked({ handed: '2026-02-04' })])).toEqual([])
  const without = told('botuphap-hotich', { ended: null })
  expect(faults([without, portal, booked({ handed: '2026-02-04' })])).toEqual([[['trungtam'], ['handed_before_ended']]])
  const other = told('botuphap-hotich', { ended: null, handed: '2026-02-04' })
  expect(faults([portal, other])).toEqual([])
})

test('a number that is no identity is told by its length, unless another list has it whole', () => {
  const wrong = { identity: '1195694674', identityIsValid: false }
  expect(
    found(invalidIdentity, { rows: [portal, told('botuphap-hotich', { ...wrong, identity: '999' }), booked()] }),
  ).toEqual([{ system: null, systems: ['botuphap-hotich'], detail: { length: 3 }, sources: [atMinistry] }])
  const zeros = told('dvcqg', { identity: '001195694674' })
  expect(found(invalidIdentity, { rows: [zeros, told('botuphap-hotich', wrong)] })).toEqual([])
  expect(found(invalidIdentity, { rows: [told('botuphap-hotich', wrong)] })).toHaveLength(1)
  const spoilt = { identity: '001195694674', identityIsValid: false }
  expect(found(invalidIdentity, { rows: [told('dvcqg', spoilt), told('botuphap-hotich', wrong)] })).toMatchObject([
    { systems: ['botuphap-hotich', 'dvcqg'] },
  ])
  const inner = told('botuphap-hotich', { identity: '1195674', identityIsValid: false })
  expect(found(invalidIdentity, { rows: [told('dvcqg', { identity: '119500674' }), inner] })).toHaveLength(1)
  const passport = { identity: 'C1234567' } // valid where the column names passports, and only there
  const odd = told('botuphap-hotich', { ...passport, identityIsValid: false })
  expect(found(invalidIdentity, { rows: [told('dvcqg', passport), odd] })).toHaveLength(1)
  expect(found(invalidIdentity, { rows: [told('dvcqg', { identity: null, identityIsValid: null })] })).toEqual([])
  expect(found(invalidIdentity, { rows: [told('dvcqg', { identity: null, identityIsValid: false })] })).toMatchObject([
    { detail: { length: null } },
  ])
})

test('a row without a code that was matched is told with what met, under its own number', () => {
  const link = { tier: 'exact', met: ['identity', 'day'], by: null, why: null } as const
  const own = told('botuphap-hotich', { link: link as never, ownNumber: '00001/2026' })
  expect(found(linkedWithoutCode, { rows: [portal, own] })).toEqual([
    {
      system: 'botuphap-hotich',
      systems: ['botuphap-hotich'],
      detail: { own_number: '00001/2026', ...link },
      sources: [atMinistry],
    },
  ])
  expect(found(linkedWithoutCode, { rows: [own] }).map(({ system }) => system)).toEqual(['botuphap-hotich'])
})

const book = [exportOf('trungtam')]

test('what the book lacks is missing at the Centre, with the account that has it', () => {
  expect(found(missingAtCentre, { rows: [portal, civil], handed: book })).toEqual([
    {
      system: 'trungtam',
      systems: ['trungtam'],
      detail: { account: 'ttpvhcc.hd01' },
      sources: [atMinistry, onPortal],
    },
  ])
  expect(found(missingAtCentre, { rows: [portal, civil] })).toEqual([])
  expect(found(missingAtCentre, { rows: [portal], unreadable: [unreadable('trungtam')] })).toEqual([])
})

test('a household business of another account is routed past the Centre, one of the Centre’s is missing there', () => {
  const [list, ministry] = [told('dvcqg', business), told('botaichinh-hkd', business)]
  const said = { rows: [list, ministry], handed: book }
  expect(found(missingAtCentre, said)).toEqual([])
  expect(found(routedPastCentre, said)).toEqual([
    {
      system: 'botaichinh-hkd',
      systems: ['trungtam'],
      detail: { procedure: '1.001612', account: 'ktht.truongphong' },
      sources: [{ export: 6, row: 1 }, onPortal],
    },
  ])
  const centre = { ...business, account: 'TTPVHCC.hd02' }
  const received = { rows: [told('dvcqg', centre), told('botaichinh-hkd', centre)], handed: book }
  expect(found(routedPastCentre, received)).toEqual([])
  expect(found(missingAtCentre, received)).toHaveLength(1)
  expect(found(routedPastCentre, { rows: [portal, civil], handed: book })).toEqual([])
  expect(found(routedPastCentre, { rows: [list, ministry, booked(business)] })).toEqual([])
})

test('a household business is one by the ministry’s system where the catalogue does not know the procedure', () => {
  const unknown = { ...business, procedureText: '9.000001', procedure: { code: '9.000001', known: false } }
  const [finding] = found(routedPastCentre, { rows: [told('botaichinh-hkd', unknown)], handed: book })
  expect(finding?.detail).toEqual({ procedure: null, account: 'ktht.truongphong' })
  const nobody = { ...business, account: null }
  expect(found(routedPastCentre, { rows: [told('botaichinh-hkd', nobody)], handed: book })).toHaveLength(1)
})

test('what the responsible system lacks is missing there, with its procedure', () => {
  const handed = [exportOf('botuphap-hotich')]
  expect(found(missingInMinistry, { rows: [portal, booked()], handed })).toEqual([
    {
      system: 'botuphap-hotich',
      systems: ['botuphap-hotich'],
      detail: { procedure: '1.001193' },
      sources: [onPortal, inBook],
    },
  ])
  expect(found(missingInMinistry, { rows: [portal, booked()] })).toEqual([])
  const unknown = { procedureText: '9.000001', procedure: null, handledBy: 'Bộ Tư pháp - hộ tịch điện tử' }
  expect(found(missingInMinistry, { rows: [told('dvcqg', unknown)], handed })).toMatchObject([
    { system: 'botuphap-hotich', detail: { procedure: null } },
  ])
})

test('what the portal lacks is missing there, with those who know it', () => {
  const handed = [exportOf('dvcqg')]
  expect(found(missingInPortal, { rows: [civil, booked()], handed })).toEqual([
    {
      system: 'botuphap-hotich',
      systems: ['dvcqg'],
      detail: { known_to: ['botuphap-hotich', 'trungtam'] },
      sources: [atMinistry, inBook],
    },
  ])
  const [unread] = found(missingInPortal, { rows: [], unreadable: [unreadable('trungtam')], handed })
  expect(unread).toMatchObject({ system: null, detail: { known_to: [] } })
})

test('a dossier none of whose components is digitized is told with how many it has; one nobody counted is not', () => {
  expect(found(notDigitized, { rows: [told('dvcqg', { digitized: 0 })] })).toEqual([
    { system: 'dvcqg', systems: ['dvcqg'], detail: { components: 2 }, sources: [onPortal] },
  ])
  expect(found(notDigitized, { rows: [told('dvcqg', { digitized: null })] })).toEqual([])
  expect(found(notDigitized, { rows: [told('botuphap-hotich', { digitized: 0 })] })).toEqual([])
})

test('eight office hours without a reception are too many, and one minute less is not', () => {
  const waiting = (submitted: string | null, status: 'submitted' | 'received' = 'submitted') =>
    found(receptionOverdue, { rows: [told('dvcqg', { status, submitted, received: null })] })
  expect(waiting('2026-02-13T07:30:00')).toEqual([
    {
      system: 'dvcqg',
      systems: ['dvcqg'],
      detail: { submitted: '2026-02-13T07:30:00' },
      sources: [onPortal],
      place: { from: february.from, to: february.to, came: february.to, met: february.to },
    },
  ])
  expect(waiting('2026-02-13T07:31:00')).toEqual([])
  expect(waiting(null)).toEqual([])
  expect(waiting('2026-02-10T07:30:00', 'received')).toEqual([])
})

test('a conflict of classes names every system that takes part, the ministry’s first', () => {
  expect(found(statusConflict, { rows: [told('dvcqg', still), civil, booked()] })).toEqual([
    {
      system: 'botuphap-hotich',
      systems: ['botuphap-hotich', 'dvcqg', 'trungtam'],
      detail: { 'botuphap-hotich': 'returned', dvcqg: 'processing', trungtam: 'resolved' },
      sources: [atMinistry, onPortal, inBook],
    },
  ])
})

test('the book’s handing over contradicts an open dossier only; without one it says nothing', () => {
  const systems = (...rows: Parameters<typeof found>[1]['rows'] & {}) =>
    found(statusConflict, { rows }).map(({ system, systems }) => [system, systems])
  expect(systems(told('dvcqg', still), booked())).toEqual([['dvcqg', ['dvcqg', 'trungtam']]])
  expect(systems(told('dvcqg', { status: 'refused' }), booked())).toEqual([])
  expect(systems(told('dvcqg', { status: 'withdrawn' }), booked())).toEqual([])
  expect(systems(portal, booked({ handed: null }))).toEqual([])
  expect(systems(told('dvcqg', { status: 'refused' }), civil, booked())).toEqual([
    ['botuphap-hotich', ['botuphap-hotich', 'dvcqg', 'trungtam']], // two contradict each other, the book neither
  ])
  expect(systems(told('dvcqg', { status: 'refused' }), civil)).toEqual([
    ['botuphap-hotich', ['botuphap-hotich', 'dvcqg']],
  ])
  expect(systems(told('dvcqg', { status: 'submitted', received: null, ended: null }), civil)).toEqual([])
  expect(systems(told('dvcqg', { status: 'stopped' }), told('botuphap-hotich', { status: 'refused' }))).toEqual([])
})

test('a conflict is named after the ministry’s system, also of one that is not responsible', () => {
  const system = (...rows: Parameters<typeof found>[1]['rows'] & {}) => found(statusConflict, { rows })[0]?.system
  const other = told('botuphap-chungthuc', still)
  expect(system(portal, other)).toBe('botuphap-chungthuc')
  expect(system(booked(), other)).toBe('botuphap-chungthuc')
  expect(system(booked(), portal, other)).toBe('botuphap-chungthuc')
})

test('what a system said on an earlier night contradicts nobody', () => {
  const late = exportOf('botuphap-hotich', { to: '2026-02-12', came: '2026-02-12', met: '2026-02-12' })
  expect(found(statusConflict, { rows: [portal, told(late, still)] })).toEqual([])
})

test('a procedure that the catalogue does not have is told as it stands, each once', () => {
  const odd = (text: string) => ({ procedureText: text, procedure: { code: text, known: false } })
  const rows = [told('dvcqg', odd('1.0011930')), told('botuphap-hotich', odd('1.0011930')), booked(odd('x'))]
  expect(found(unknownProcedure, { rows })).toEqual([
    {
      system: null,
      systems: ['botuphap-hotich', 'dvcqg', 'trungtam'],
      detail: { procedures: ['1.0011930', 'x'] },
      sources: [atMinistry, onPortal, inBook],
    },
  ])
  expect(found(unknownProcedure, { rows: [portal, booked(odd('x'))] })).toEqual([
    { system: null, systems: ['trungtam'], detail: { procedures: ['x'] }, sources: [inBook] },
  ])
  expect(found(unknownProcedure, { rows: [told('dvcqg', { procedureText: null, procedure: null })] })).toEqual([])
})

test('rows that cannot be read are told by system, each reason and column once', () => {
  const lines = [
    unreadable('dvcqg'),
    unreadable('dvcqg', { line: 13 }),
    unreadable('dvcqg', { line: 14, column: null, reason: 'torn' }),
    unreadable('trungtam', { file: 8 }),
  ]
  const found4 = found(unreadableRow, { rows: [civil], unreadable: lines })
  expect(found4.map(({ system, systems, detail, sources }) => ({ system, systems, detail, sources }))).toEqual([
    {
      system: 'dvcqg',
      systems: ['dvcqg'],
      detail: { reasons: ['unknown_status', 'torn'], columns: ['Trạng thái', ''] },
      sources: [
        { file: 7, line: 12 },
        { file: 7, line: 13 },
        { file: 7, line: 14 },
      ],
    },
    {
      system: 'trungtam',
      systems: ['trungtam'],
      detail: { reasons: ['unknown_status'], columns: ['Trạng thái'] },
      sources: [{ file: 8, line: 12 }],
    },
  ])
  expect(found4[0]?.place).toMatchObject({ from: february.from, to: february.to })
})

test('a row that could not be read in a window that is over is told no more; a payment, which no later list repeats, is', () => {
  const lines = [unreadable('dvcqg'), unreadable(later('trungtam'))]
  const rows = [told(later('dvcqg'))]
  expect(found(unreadableRow, { rows, unreadable: lines }).map(({ system }) => system)).toEqual(['trungtam'])
  const paid = unreadable('dvcqg-thanhtoan')
  expect(found(unreadableRow, { rows, unreadable: [...lines, paid] }).map(({ system }) => system)).toEqual(['trungtam', 'dvcqg-thanhtoan']) // prettier-ignore
  const ends = exportOf('dvcqg', { to: march.from })
  expect(found(unreadableRow, { rows, unreadable: [unreadable(ends)] })).toHaveLength(1)
})

test('a payment that cannot be read falls where its list does; none says nothing', () => {
  const list = exportOf('dvcqg-thanhtoan')
  expect(foundOnOrphan(unreadablePayment, { unreadable: [unreadable(list)] })).toMatchObject([
    { system: 'dvcqg-thanhtoan', place: { from: february.from, to: february.to } },
  ])
  expect(foundOnOrphan(unreadablePayment, { payments: [payment('T1', 5000)] })).toEqual([])
})
