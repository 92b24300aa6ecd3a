import { dayOf } from '../day.ts'
import { type DossierMutation, type Fault, seenBy, type Sign } from './mutation.ts'
import { all, doubled, dropped, set, type Told, word } from './target.ts'

/** A list that lacks a dossier, has it twice, or has another unit's in its place; a code that is lost. */
export const presence: readonly DossierMutation[] = [
  {
    name: 'dropped from the portal',
    make: ({ code, portal }) => without(portal, `missing_in_portal ${code}`, code),
  },
  {
    name: 'dropped from the ministry',
    make: ({ code, ministry }) => without(ministry, `missing_in_ministry ${code}`, code),
  },
  {
    name: 'dropped from the book',
    make: ({ code, book, procedure }) =>
      book && !procedure.householdBusiness ? without(book, `missing_at_centre ${code}`, code) : null,
  },
  {
    name: 'routed past the Centre',
    make: ({ code, book, ministry, portal, procedure }, { config }) => {
      const account = config.unit.householdBusinessAccounts[0]
      if (book === null || !procedure.householdBusiness || account === undefined) return null
      const edits = all(dropped(book), set(ministry, { account }), set(portal, { account }))
      return seenBy(edits, `routed_past_centre ${code}`)
    },
  },
  { name: 'twice on the portal', make: ({ code, portal }) => twice(code, portal) },
  { name: 'twice at the ministry', make: ({ code, ministry }) => twice(code, ministry) },
  { name: 'twice in the book', make: ({ code, book }) => book && twice(code, book) },
  {
    name: "another unit's",
    make: ({ code, portal, ministry, book }, { config, fresh }) => {
      if (!code.startsWith(config.unit.agencyCode)) return null
      const other = code.replace(
        config.unit.agencyCode,
        `${config.unit.agencyCode.split('.')[0]!}.${600 + (fresh() % 300)}`,
      )
      const edits = [portal, ministry, ...(book ? [book] : [])].map((told) => set(told, { code: other }))
      return seenBy(all(...edits), `foreign_unit ${other}`)
    },
  },
  {
    name: 'code lost at the ministry',
    make: ({ code, ministry }) => {
      const edit = set(ministry, { code: '' })
      const anyOf = [`linked_without_code ${code}`, `missing_in_ministry ${code}`].map((sign) => [sign])
      return edit && { edits: [edit], anyOf }
    },
  },
  {
    name: 'code mistyped at the ministry',
    make: ({ code, ministry }, { fresh }) => {
      const other = code.replace(/-\d+$/, `-${90_000 + (fresh() % 10_000)}`)
      return seenBy(all(set(ministry, { code: other })), `missing_in_ministry ${code}`, `missing_in_portal ${other}`)
    },
  },
  {
    name: 'submitted and left lying',
    make: ({ code, portal, ministry, book }, { asOf, calendar }) => {
      const status = word(portal, 'submitted')
      const told = { status: status ?? '', received: '', due: '', ended: '', handed: '' }
      const edits = all(set(portal, told), dropped(ministry), ...(book ? [dropped(book)] : []))
      const { submitted } = portal.row
      const isOld = submitted != null && calendar.addWorkingDays(dayOf(submitted), 2) <= asOf
      return status === null || !isOld ? null : seenBy(edits, `reception_overdue ${code}`)
    },
  },
  {
    name: 'nothing digitized',
    make: ({ code, portal }) => seenBy(all(set(portal, { digitized: '0' })), `not_digitized ${code}`),
  },
]

/** A list that no longer has as many rows as it states is not complete, so that nothing is said to have vanished. */
function without(told: Told, missing: Sign, code: string): Fault {
  const { isComplete, connector } = told.sheet
  const others = isComplete ? [[`vanished ${code}`], [`control_total_mismatch ${connector.system}`]] : [[]]
  return { edits: [dropped(told)], anyOf: others.map((other) => [missing, ...other]) }
}

function twice(code: string, told: Told) {
  return seenBy(all(doubled(told, { person: `${told.row.person ?? 'Người'} B` })), `duplicate_code ${code}`)
}
