import { type Cell, numbers, plainTable, words as text } from './html-table.ts'
import { onTime } from './overview-fields.ts'
import { day, partCell, percentOf, rateText, type Sheet } from './overview-sheet.ts'
import { html, type Markup } from './page.ts'
import type { NationalRate, PeriodReport, Share, SystemPart } from './period-report.ts'
import type { Words } from './words.ts'

/** Whose dossiers they are, and how fresh what each system handed over is. */
export function systemsPart(sheet: Sheet): Markup {
  const { report, stated, words } = sheet
  const { column, part, noSystem, heard } = words.page
  const keys = ['received_total', 'resolved_total', 'pending_total'] as const
  const heads = [
    text(column.system),
    numbers(column.receivedTotal),
    numbers(column.resolvedTotal),
    numbers(column.pending),
    numbers(column.reaches),
    numbers(column.came),
    text(column.heard),
  ]
  const order = Object.keys(words.system)
  const place = ({ system }: SystemPart): number => (system === null ? order.length : order.indexOf(system))
  const isKnown = stated.figures.received_total !== null
  const inOrder = report.systems.toSorted((a, b) => place(a) - place(b))
  const rows = inOrder.map(({ system, figures, reaches, came }): Cell[] => {
    const name = system === null ? noSystem : words.system[system]
    const isSilent = system !== null && stated.incomplete.includes(system)
    return [
      name,
      ...keys.map((key) =>
        handlesNone.has(system)
          ? ''
          : partCell(sheet, key, isKnown ? figures[key] : null, name, (each) => each.system === system),
      ),
      day(reaches),
      day(came),
      system === null ? '–' : isSilent ? html`<strong class="late">${heard.no}</strong>` : heard.yes,
    ]
  })
  return plainTable(part.systems, heads, rows)
}

/** Lists of what others handle. */
const handlesNone: ReadonlySet<SystemPart['system']> = new Set(['dvcqg', 'dvcqg-thanhtoan', 'trungtam'])

/** The national index beside our own rates of the same name: other denominators, so they are never mixed. */
export function nationalPart({ report, stated, words }: Sheet): Markup {
  const { page } = words
  const heads = [text(page.column.rate), numbers(page.column.national), numbers(page.column.ours)]
  const rows = report.national.map((each): Cell[] => [
    page.national[each.id],
    shareCell(each, isUnpaid(each, stated) ? null : each.percent, words),
    ours(each.id, stated, words),
  ])
  return html`${plainTable(page.part.national, heads, rows)}
<p class="none">${page.national.note}</p>`
}

/** Where the payments were never handed over nobody is known to have paid; that is not the same as nobody. */
function isUnpaid({ id }: NationalRate, { figures, rates }: Sheet['stated']): boolean {
  return id === 'online_payment' && figures.online_payment_rate === null && rates.online_payment_rate.denominator > 0
}

function ours(id: NationalRate['id'], { figures, rates }: Sheet['stated'], words: Words): Cell {
  const stated = { online_payment: 'online_payment_rate', digitization: 'digitized_rate', reuse: 'reuse_rate' } as const
  if (id !== 'on_time' && id !== 'online') return shareCell(rates[stated[id]], figures[stated[id]], words)
  if (figures.received_total === null) return '–'
  const { met, of } = onTime(figures)
  const share =
    id === 'on_time'
      ? { numerator: met, denominator: of }
      : { numerator: figures.received_online!, denominator: figures.received_total }
  return shareCell(share, percentOf(share.numerator, share.denominator), words)
}

function shareCell({ numerator, denominator }: Share, percent: number | null, { page }: Words): Cell {
  if (percent === null) return '–'
  return html`<strong>${rateText(percent)}</strong><span class="small">${numerator} ${page.glance.of(denominator)}</span>`
}

/** What is wrong, by kind: the list itself is a file beside the page. */
export function kindsPart({ report, words }: Sheet): Markup {
  const { page, kind: kinds } = words
  if (report.kinds.length === 0) return html`<p class="none">${page.kinds.none}</p>`
  const rows = report.kinds.map(({ kind, count, fresh }): Cell[] => [
    kinds[kind].label,
    String(count),
    fresh === 0 ? '' : String(fresh),
  ])
  return html`${plainTable(page.part.kinds, [text(page.column.kind), numbers(page.column.open), numbers(page.column.new)], rows)}
<p class="none">${page.kinds.beside} <a href="sai-lech.csv">sai-lech.csv</a>.</p>`
}

/** What must add up, with what stands on each side, on both bases. */
export function identitiesPart({ report, words }: Sheet): Markup {
  return identityTable(report.stated, words)
}

export function identityTable(stated: PeriodReport['stated'], { page, identity, basis }: Words): Markup {
  const names: Readonly<Record<string, string>> = identity
  const of = (each: 'centre' | 'all', id: string) => stated[each].identities.find((other) => other.id === id)
  const ids = [...new Set([...stated.centre.identities, ...stated.all.identities].map(({ id }) => id))]
  const rows = ids.map((id): Cell[] => [
    names[id] ?? id,
    ...(['centre', 'all'] as const).map((each) => verdict(of(each, id), page)),
  ])
  return plainTable(page.part.identities, [text(page.column.identity), numbers(basis.centre), numbers(basis.all)], rows)
}

function verdict(identity: PeriodReport['stated']['all']['identities'][number] | undefined, page: Words['page']): Cell {
  if (identity === undefined) return '–'
  const { left, right, holds } = identity
  const sides = left === null || right === null ? '' : `${left} ${left === right ? '=' : '≠'} ${right} `
  const is = holds === null ? 'open' : holds ? 'holds' : 'broken'
  const mark = { holds: '✓', broken: '✗', open: '·' }[is]
  return html`${sides}<span class="${is === 'broken' ? 'verdict late' : 'verdict'}">${mark} ${page.verdict[is]}</span>`
}
