import { shown } from '../desk/desk.ts'
import { html, type Markup } from '../page.ts'
import type { Opened, OpenedDossier } from '../period-report.ts'

/**
 * What is behind a number: the dossiers of a figure, a rate or a line of the statement, all of them or those that
 * `where` picks; `title` names the number for whoever opens it.
 */
export type Behind = {
  readonly title: string
  readonly key: string
  readonly where?: (dossier: OpenedDossier) => boolean
}

export type Opening = {
  /** A count of dossiers; `–` where it is not known. */
  readonly count: (value: number | null, behind: Behind) => Markup
  /** A number of another kind, such as an amount, that `dossiers` dossiers are behind. */
  readonly as: (text: string, dossiers: number | null, behind: Behind) => Markup
  /** A count with the places of its dossiers in the list, where they are known otherwise. */
  readonly places: (value: number | null, title: string, places: readonly number[]) => Markup
  readonly of: (behind: Pick<Behind, 'key' | 'where'>) => readonly number[]
}

/**
 * Numbers that open to their dossiers: each carries their places in the page's list. A number opens only to as many
 * dossiers as it says, so one that was published and would be counted otherwise now stays a plain number.
 */
export function openingOf(opened: Opened | null): Opening {
  const of = ({ key, where }: Pick<Behind, 'key' | 'where'>): readonly number[] => {
    const places = opened?.behind[key] ?? []
    return where === undefined ? places : places.filter((place) => where(opened!.dossiers[place]!))
  }
  const as = (text: string, dossiers: number | null, behind: Behind): Markup =>
    openable(text, dossiers, behind.title, of(behind), isAskable(behind) ? behind.key : null)
  return {
    of,
    as,
    count: (value, behind) => as(value === null ? '–' : String(value), value, behind),
    places: (value, title, places) => openable(value === null ? '–' : String(value), value, title, places, null),
  }
}

/** Whether `doisoat why` opens the number by its key. */
function isAskable({ key, where }: Behind): boolean {
  return where === undefined && !key.includes('/')
}

function openable(
  text: string,
  dossiers: number | null,
  title: string,
  places: readonly number[],
  key: string | null,
): Markup {
  if (dossiers === null || dossiers === 0 || dossiers !== places.length) return html`${text}`
  return html`<span class="opens" data-rows="${ranges(places)}" data-title="${shown(title)}"${key === null ? '' : html` data-key="${key}"`}>${text}</span>`
}

/** Places in their order as `0-110,150`. */
function ranges(places: readonly number[]): string {
  const parts: string[] = []
  for (let at = 0; at < places.length;) {
    let end = at
    while (places[end + 1] === places[end]! + 1) end++
    parts.push(end === at ? String(places[at]) : `${places[at]}-${places[end]}`)
    at = end + 1
  }
  return parts.join(',')
}
