import { codeIn } from '../../connectors/code.ts'
import { nearestTo } from '../../connectors/nearest.ts'
import { listDiscrepancies } from '../discrepancy-list.ts'
import type { Basis } from '../figures.ts'
import type { Office } from '../office.ts'
import { periodBetween, periodOf, type Period } from '../period.ts'
import { kinds } from '../rules/rule.ts'
import { Trouble } from '../trouble.ts'
import type { Lived, WhyDossier } from './why-dossier.ts'
import { askable, type Asked, whyFigure, type WhyFigure } from './why-figure.ts'

/** A discrepancy, and the dossier that it is about. */
export type WhyDiscrepancy = {
  readonly is: 'discrepancy'
  readonly discrepancy: Lived
  readonly dossier: WhyDossier | null
}

export type Why = WhyDossier | WhyFigure | WhyDiscrepancy

/**
 * Where something comes from: a dossier by its code, `2026-02/resolved_overdue`, or a discrepancy by its key. Throws
 * Trouble where it is none of them, or not known, with what is nearest to it. `shown`: as `whyFigure` has it.
 */
export async function whyOf(office: Office, asked: string, basis: Basis, shown?: number): Promise<Why> {
  const [first = '', ...rest] = asked.split('/')
  if (kinds.some((kind) => kind === first)) return whyDiscrepancy(office, asked)
  if (rest.length === 1) return whyFigure(office, periodNamed(first, office), figureNamed(rest[0]!), basis, shown)
  const code = codeIn(asked)
  if (code === null) throw new Trouble('why_unknown', { asked })
  const { whyDossier } = await aboutDossiers()
  const found = whyDossier(office, code)
  if (found === null) throw new Trouble('code_unknown', { code })
  return found
}

/** A dossier is looked up in the kept files: who asks about a figure does not wait for what reads them. */
function aboutDossiers() {
  return import('./why-dossier.ts')
}

async function whyDiscrepancy(office: Office, key: string): Promise<WhyDiscrepancy> {
  const { livesOf, whyDossier } = await aboutDossiers()
  const [discrepancy] = livesOf(office, (each) => each.key === key)
  if (discrepancy === undefined) throw new Trouble('key_unknown', { key, nearest: nearestTo([key], keysOf(office)) })
  return {
    is: 'discrepancy',
    discrepancy,
    dossier: discrepancy.code === null ? null : whyDossier(office, discrepancy.code),
  }
}

function keysOf(office: Office): string[] {
  return listDiscrepancies(office, office.asOf, null).map(({ key }) => key)
}

/** `2026-02`, or any days as `2026-01-01..2026-01-31`. */
function periodNamed(text: string, { config }: Office): Period {
  const [from = '', to] = text.split('..')
  return to === undefined ? periodOf(text, config.periods) : periodBetween(from, to)
}

function figureNamed(found: string): Asked {
  const figure = askable.find((each) => each === found)
  if (figure === undefined)
    throw new Trouble('unknown_choice', {
      option: 'figure',
      found,
      choices: askable,
      nearest: nearestTo([found], askable),
    })
  return figure
}
