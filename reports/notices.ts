import { html, type Markup } from './page.ts'
import type { Basis, PeriodReport } from './period-report.ts'
import type { Words } from './words.ts'

/** Why the figures of a period cannot be taken as they stand: nothing came, a system was silent, a sum does not hold. */
export function alarmsOf(stated: PeriodReport['stated'], basis: Basis, { page, system, ...words }: Words): string[] {
  const { incomplete, reconciliation, figures } = stated[basis]
  const unexplained = reconciliation.find(({ line }) => line === 'unexplained')?.count
  const nothing = figures.received_total === null && stated.all.figures.received_total === null
  const names: Readonly<Record<string, string>> = words.identity
  const broken = (['centre', 'all'] as const).flatMap((each) => {
    const wrong = stated[each].identities.filter(({ holds }) => holds === false)
    return wrong.map(({ id }) => page.brokenIdentity(names[id] ?? id, words.basis[each]))
  })
  return [
    ...(nothing ? [page.nothing] : []),
    ...(incomplete.length === 0 ? [] : [page.silent(incomplete.map((each) => system[each]))]),
    ...broken,
    ...(unexplained === undefined || unexplained === 0 || hasNoWalk(stated[basis])
      ? []
      : [page.unexplained(unexplained)]),
  ]
}

/** There is no way from or to a list that is not there. */
export function hasNoWalk({ incomplete }: PeriodReport['stated'][Basis]): boolean {
  return incomplete.includes('dvcqg') || incomplete.includes('trungtam')
}

/** What the reader must know before any number: what is wrong first. */
export function noticesOf(alarms: readonly string[], notes: readonly string[]): Markup {
  return html`${alarms.map((text) => html`<p class="notice alarm">${text}</p>\n`)}${notes.map((text) => html`<p class="notice">${text}</p>\n`)}`
}
