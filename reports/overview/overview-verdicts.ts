import { type Cell, numbers, plainTable, words as text } from '../html-table.ts'
import { day, partCell, percentOf, rateText, type Sheet } from './overview-sheet.ts'
import { html, type Markup } from '../page.ts'
import type { PeriodReport, Share, SystemPart } from '../period-report.ts'
import { isRateKnown, ourShare } from '../rates.ts'
import type { Words } from '../words.ts'

/** Whose dossiers they are, and how fresh what each system handed over is. */
export function systemsPart(sheet: Sheet): Markup {
  const { report, stated, words } = sheet
  const { column, part, heard } = words.page
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
    const name = system === null ? words.form.noSystem : words.system[system]
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
export function nationalPart({ report, words, open }: Sheet): Markup {
  const { page, form } = words
  const heads = [text(page.column.rate), numbers(page.column.national), numbers(page.column.ours)]
  const rows = report.national.map((each): Cell[] => [
    form.national[each.id].label,
    shareCell(isRateKnown(each.id, report) ? each : null, words, ({ numerator }) =>
      open.count(numerator, {
        title: `${form.national[each.id].label} – ${page.column.national}`,
        key: `national/${each.id}`,
      }),
    ),
    shareCell(isRateKnown(each.id, report) ? ourShare(each.id, report) : null, words),
  ])
  return html`${plainTable(page.part.national, heads, rows)}
<p class="none">${page.nationalNote}</p>`
}

function shareCell(
  share: Share | null,
  { page }: Words,
  numerator: (of: Share) => Markup = (of) => html`${of.numerator}`,
): Cell {
  if (share === null || share.denominator === 0) return '–'
  const { denominator } = share
  const percent = percentOf(share.numerator, denominator)
  return html`<strong>${rateText(percent)}</strong><span class="small">${numerator(share)} ${page.glance.of(denominator)}</span>`
}

/** What is wrong, by kind: the list itself is a file beside the page. */
export function kindsPart({ report, words, open }: Sheet): Markup {
  const { page, kind: kinds } = words
  if (report.kinds.length === 0) return html`<p class="none">${page.kinds.none}</p>`
  const rows = report.kinds.map(({ kind, count, fresh }): Cell[] => [
    kinds[kind].label,
    open.count(count, { title: kinds[kind].label, key: `kind/${kind}` }),
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
