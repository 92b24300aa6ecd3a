import { believe, type Believed, classOf, isRouted, rowsOf, type Word, wordOf } from './believe.ts'
import { dayIn, plus, procedureCalled, workingDayAfter, workingHours } from './days.ts'
import { countedIn } from './figures.ts'
import type { Span } from './lives.ts'
import type { Row } from './read.ts'
import { sightsIn, type Sorted, standing } from './recount.ts'
import type { Period } from './world.ts'

/** What is wrong: `system` where a kind is said of each system by itself, else ''. */
export type Wrong = {
  readonly kind: string
  readonly code: string | null
  readonly system: string
  readonly isIn: (period: Span) => boolean
}

type Asked = { readonly asOf: string; readonly expected: readonly string[]; readonly periods: readonly Period[] }
type Found = readonly [kind: string, system?: string]

const dueSoonDays = 2

/** Every discrepancy of a night, by the table of kinds. */
export function wrongIn(sorted: Sorted, asked: Asked): Wrong[] {
  const known = new Set(sorted.dossiers.map(({ code }) => code))
  return [
    ...sorted.dossiers.flatMap((dossier) => wrongWith(dossier, sorted, asked).map((each) => placed(dossier, each))),
    ...[...sorted.payments].filter(([code]) => !known.has(code)).flatMap(orphans),
    ...badOrphans(sorted, known),
    ...missingExports(sorted, asked),
    ...wrongFiles(sorted),
    ...sorted.alone.map(({ kind, system, window }) => ({ kind, code: null, system, isIn: lies(window) })),
    ...vanished(sorted),
    ...notCarried(sorted, asked),
  ]
}

function placed(dossier: Believed, [kind, system = '']: Found): Wrong {
  const { code, received, ended, isOurs, window } = dossier
  const isCounted = isOurs && received !== null
  const isIn = (period: Span): boolean => {
    if (kind === 'overdue_resolved') return ended! >= period.from && ended! <= period.to
    return isCounted ? received <= period.to && (ended === null || ended >= period.from) : lies(window)(period)
  }
  return { kind, code, system, isIn }
}

/** A window is in the period that has the day in its middle. */
function lies({ from, to }: Span): (period: Span) => boolean {
  const middle = plus(from, Math.floor((Date.parse(to) - Date.parse(from)) / 172_800_000))
  return (period) => period.from <= middle && middle <= period.to
}

function wrongWith(dossier: Believed, sorted: Sorted, asked: Asked): Found[] {
  const broken = unreadable(dossier, sorted)
  // whose a code of the portal's or a ministry's is, only a row that can be read says
  if (dossier.seen.length === 0 && dossier.code.startsWith('G')) return broken
  if (!dossier.isOurs) return [['foreign_unit']]
  if (dossier.received === null) return [...notReceived(dossier, asked), ...broken]
  return [
    ...presence(dossier, sorted),
    ...agreement(dossier),
    ...repeated(dossier),
    ...dossier.rows.filter(({ isLinked }) => isLinked).map(({ from }): Found => ['linked_without_code', from.system]),
    ...oddDays(dossier, asked),
    ...oddCells(dossier),
    ...money(dossier, sorted),
    ...late(dossier, asked),
    ...broken,
  ]
}

function presence(dossier: Believed, { lists }: Sorted): Found[] {
  const { window, system } = dossier
  const word = (each: string | null): Word => (each === null ? 'silent' : wordOf(dossier, each, window, lists))
  const wrong: Found[] = []
  const isPast = isRouted(dossier, rowOf(dossier, system), rowOf(dossier, 'dvcqg'))
  if (word('trungtam') === 'absent') wrong.push([isPast ? 'routed_past_centre' : 'missing_at_centre'])
  if (word('dvcqg') === 'absent') wrong.push(['missing_in_portal'])
  if (word(system) === 'absent') wrong.push(['missing_in_ministry', system!])
  return wrong
}

function rowOf(dossier: Believed, system: string | null): Row | undefined {
  return system === null ? undefined : rowsOf(dossier, system, dossier.window)[0]?.row
}

function agreement(dossier: Believed): Found[] {
  const wrong: Found[] = []
  const rows = dossier.rows.map(({ row }) => row).filter((row) => classOf(row) !== 'none')
  const said = new Set(rows.filter(({ system }) => system !== 'trungtam').map(classOf))
  const isHandedOver = rows.some((row) => row.system === 'trungtam' && classOf(row) === 'resolved')
  if (said.size > 1 || (isHandedOver && said.has('open'))) wrong.push(['status_conflict'])
  const [portal, ministry] = [rowOf(dossier, 'dvcqg'), rowOf(dossier, dossier.system)]
  if (portal === undefined || ministry === undefined) return wrong
  const differ = (field: 'received' | 'due' | 'ended'): boolean => {
    const [a, b] = [portal, ministry].map(({ cells }) => dayIn(cells[field] ?? ''))
    return a !== '' && b !== '' && a !== b
  }
  const isSameEnd = classOf(portal) === classOf(ministry)
  if (differ('received') || differ('due') || (isSameEnd && differ('ended'))) wrong.push(['date_conflict'])
  return wrong
}

function repeated(dossier: Believed): Found[] {
  const systems = dossier.rows.map(({ from }) => from)
  const twice = systems.filter(({ system, window }) => rowsOf(dossier, system, window).length > 1)
  return twice.map(({ system }) => ['duplicate_code', system])
}

function oddDays(dossier: Believed, { asOf }: Asked): Found[] {
  const { rows, procedure, received, due } = dossier
  const wrong: Found[] = []
  const end = rows.map(({ row }) => dayIn(row.cells.ended ?? '')).find((day) => day !== '') ?? ''
  if (rows.some(({ row }) => isImpossible(row, asOf, end))) wrong.push(['impossible_dates'])
  const isPaused = rows.some(({ row }) => row.cells.status === 'supplement')
  const days = procedure?.days ?? null
  if (due !== null && days !== null && !isPaused && workingDayAfter(received!, days) !== due) wrong.push(['due_date_suspect']) // prettier-ignore
  return wrong
}

function isImpossible({ system, cells }: Row, asOf: string, result: string): boolean {
  const [received, due, ended, handed] = (['received', 'due', 'ended', 'handed'] as const).map((field) => dayIn(cells[field] ?? '')) as [string, string, string, string] // prettier-ignore
  const isBefore = (a: string, b: string): boolean => a !== '' && b !== '' && a < b
  return (
    isBefore(ended, received) ||
    isBefore(handed, ended === '' ? received : ended) ||
    isBefore(due, received) ||
    [received, ended, handed].some((day) => isBefore(asOf, day)) ||
    (system === 'trungtam' && isBefore(handed, result))
  )
}

function oddCells(dossier: Believed): Found[] {
  const wrong: Found[] = []
  const rows = dossier.rows.map(({ row }) => row)
  const texts = rows.map(({ cells }) => cells.procedure ?? '').filter((text) => text !== '')
  if (texts.some((text) => procedureCalled(text) === null)) wrong.push(['unknown_procedure'])
  const whole = rows.map(({ cells }) => cells.identity ?? '').filter(isIdentity)
  const lost = (text: string): boolean => whole.some((each) => each.replace(/^0+/, '') === text)
  const odd = rows.map(({ cells }) => cells.identity ?? '').filter((text) => text !== '' && !isIdentity(text) && !lost(text)) // prettier-ignore
  if (odd.length > 0) wrong.push(['invalid_identity'])
  if (rowOf(dossier, 'dvcqg')?.cells.digitized === '0') wrong.push(['not_digitized'])
  return wrong
}

function isIdentity(text: string): boolean {
  if (/^\d{9}$/.test(text)) return true
  return /^\d{12}$/.test(text) && Number(text.slice(0, 3)) >= 1 && Number(text.slice(0, 3)) <= 96
}

function money(dossier: Believed, { payments, lists }: Sorted): Found[] {
  const portal = rowOf(dossier, 'dvcqg')
  const rows = dossier.rows.map(({ row }) => row.cells.fee ?? '')
  const fee = Number(portal === undefined ? rows.find((each) => each !== '') : portal.cells.fee)
  const stands = standing(payments.get(dossier.code) ?? [])
  const isKnown = lists.some(({ system, window }) => system === 'dvcqg-thanhtoan' && window.from === dossier.window.from) // prettier-ignore
  const wrong: Found[] = []
  if (fee > 0 && isKnown && stands.length === 0) wrong.push(['fee_unpaid'])
  if (fee > 0 && stands.length > 0 && stands[0]!.amount !== fee) wrong.push(['fee_amount_conflict'])
  if (stands.length > 1) wrong.push(['payment_duplicate'])
  return wrong
}

function late({ outcome, due, ended }: Believed, { asOf }: Asked): Found[] {
  if (due === null) return []
  if (outcome === 'resolved' && ended! > due && ended! <= asOf) return [['overdue_resolved']]
  if (outcome !== 'open') return []
  if (due <= asOf) return [['overdue_pending']]
  return due <= workingDayAfter(asOf, dueSoonDays) ? [['due_soon']] : []
}

function notReceived({ rows }: Believed, { asOf }: Asked): Found[] {
  const submitted = rows.find(({ row }) => row.cells.status === 'submitted')?.row.cells.submitted ?? ''
  return submitted !== '' && workingHours(submitted, asOf) >= 8 ? [['reception_overdue']] : []
}

function unreadable(dossier: Believed, { badPayments }: Sorted): Found[] {
  const late = dossier.bad.filter(({ from }) => from.window.to >= dossier.window.from)
  const systems = [...late.map(({ from }) => from.system), ...badPayments.filter(({ code }) => code === dossier.code).map(({ system }) => system)] // prettier-ignore
  return [...new Set(systems)].map((system) => ['unreadable_row', system])
}

function orphans([code, rows]: readonly [string, readonly Row[]]): Wrong[] {
  const [first] = standing(rows)
  if (first === undefined) return []
  const day = dayIn(first.at)
  return [{ kind: 'payment_orphan', code, system: '', isIn: ({ from, to }) => from <= day && day <= to }]
}

function badOrphans({ badPayments, lists }: Sorted, known: ReadonlySet<string>): Wrong[] {
  return badPayments
    .filter(({ code }) => !known.has(code))
    .map(({ code, system, path }) => {
      const { window } = lists.find((each) => each.path === path)!
      return { kind: 'unreadable_row', code, system, isIn: lies(window) }
    })
}

function missingExports({ dossiers, lists }: Sorted, { expected }: Asked): Wrong[] {
  const missing = new Map<string, { system: string; window: Span }>()
  const ask = (system: string, window: Span): void => {
    const isThere = lists.some((each) => each.system === system && each.window.from === window.from)
    if (!isThere) missing.set(`${system} ${window.from}`, { system, window })
  }
  for (const { system, window, isOurs, received } of dossiers)
    if (system !== null && isOurs && received !== null) ask(system, window)
  const windows = lists.map(({ window }) => window)
  const [last] = windows.toSorted((a, b) => (a.to < b.to ? 1 : -1))
  if (last !== undefined) for (const system of expected) ask(system, last)
  return [...missing.values()].map(({ system, window }) => ({ kind: 'export_missing', code: null, system, isIn: lies(window) })) // prettier-ignore
}

function wrongFiles({ lists }: Sorted): Wrong[] {
  return lists.flatMap(({ system, window, stated, read, unknown }): Wrong[] => {
    const said = { code: null, system, isIn: lies(window) }
    const total = stated !== null && stated !== read ? [{ ...said, kind: 'control_total_mismatch' }] : []
    return [...total, ...(unknown.length > 0 ? [{ ...said, kind: 'schema_drift' }] : [])]
  })
}

/** What an earlier list of the same window had, and the complete one that took its place has not. */
function vanished(sorted: Sorted): Wrong[] {
  const dossierLists = sorted.before.filter(({ system }) => system !== 'dvcqg-thanhtoan')
  return dossierLists.flatMap((before) => {
    const now = sorted.lists.find(({ system, window }) => system === before.system && window.from === before.window.from)! // prettier-ignore
    if (now.stated !== null && now.read < now.stated) return []
    const still = sorted.dossiers.filter(({ seen, bad }) => [...seen, ...bad].some(({ from }) => from === now))
    const gone = Map.groupBy(
      sightsIn(before).filter(({ row }) => row.code !== ''),
      ({ row }) => row.code,
    )
    return [...gone].flatMap(([code, seen]) => {
      const isReceived = seen.some(({ row }) => row.isReadable && row.cells.received !== '' && classOf(row) !== 'none')
      const others = sorted.dossiers.find((each) => each.code === code)
      if (!isReceived || still.some((each) => each.code === code)) return []
      const then = believe({
        code,
        seen: [...seen, ...(others?.seen ?? [])].filter(({ row }) => row.isReadable),
        bad: [],
      })
      const where = others === undefined ? lies(now.window) : placed(others, ['vanished']).isIn
      return then.isOurs ? [{ kind: 'vanished', code, system: before.system, isIn: where }] : []
    })
  })
}

/** Pending in the Centre's book when one month ends, and not carried in by the next; or the other way about. */
function notCarried(sorted: Sorted, { periods: [first, second] }: Asked): Wrong[] {
  if (first === undefined || second === undefined || plus(first.to, 1) !== second.from) return []
  const isKnown = (day: string): boolean => sorted.lists.some(({ system, window }) => /^(dvcqg|trungtam)$/.test(system) && window.from <= day && day <= window.to) // prettier-ignore
  if (!isKnown(first.to)) return []
  const hasBook = (period: Span): boolean => sorted.lists.some(({ system, window }) => system === 'trungtam' && window.from <= period.to && window.to >= period.from) // prettier-ignore
  if (!hasBook(first) || !hasBook(second)) return []
  const inBook = (period: Span) => countedIn(sorted, period).filter(({ book }) => book === 'listed' || book === 'unreadable') // prettier-ignore
  const pending = inBook(first).filter(({ ended }) => ended === null).map(({ code }) => code) // prettier-ignore
  const carried = inBook(second).filter(({ received }) => received < second.from).map(({ code }) => code) // prettier-ignore
  const differing = [...pending.filter((code) => !carried.includes(code)), ...carried.filter((code) => !pending.includes(code))] // prettier-ignore
  return differing.map((code) => {
    const dossier = sorted.dossiers.find((each) => each.code === code)!
    return placed(dossier, ['carry_over_mismatch'])
  })
}
