import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { discrepancyCsv } from '../../reports/discrepancy-csv.ts'
import { wordsIn } from '../../reports/words.ts'
import { discrepancyLister, isOpen, type Listed } from '../discrepancy-list.ts'
import type { Office } from '../office.ts'
import { monthOf, type Period } from '../period.ts'
import { type Manifest, MANIFEST, manifestOf, readManifest } from './manifest.ts'
import { DISCREPANCIES, FIGURES, figuresText, type Stated } from './published.ts'

/** Why a month's folder is written on a night: as the current one's, not stated before, or not as it was published. */
export type Due = 'current' | 'not_stated' | 'not_as_published'

/** Tells it of one month after the other; null of one that stands as it was published. */
export function duePublished(office: Office): (month: Period, stated: Stated | undefined) => Due | null {
  const current = monthOf(office.asOf, office.config.periods).id // its pages and lists are of the night
  const list = discrepancyLister(office, office.asOf)
  return (month, stated) => {
    if (month.id === current) return 'current'
    if (stated === undefined) return 'not_stated'
    return isAsPublished(office, stated, list(month).filter(isOpen)) ? null : 'not_as_published'
  }
}

/**
 * Whether a folder says already what would be published tonight, but for the night: made from the same files, with the
 * same settings and program, of decisions those that it shows, with the same figures and the same open discrepancies, and nothing of it gone.
 * It stays as the night left it that made it, and its manifest says which.
 */
function isAsPublished(office: Office, stated: Stated, open: readonly Listed[]): boolean {
  const { period } = stated.centre
  const folder = join(office.config.out, period.id)
  const text = read(folder, MANIFEST)
  const then = text === null ? null : readManifest(text)
  if (then === null || then.outputs.some(({ file }) => !existsSync(join(folder, file)))) return false
  const now = manifestOf(office, { is: 'period', period, basis: 'centre' }, [])
  return (
    isDeepStrictEqual(madeFrom(then, period.id), madeFrom(now, period.id)) &&
    withoutNights(read(folder, FIGURES)) === withoutNights(figuresText(stated)) &&
    read(folder, DISCREPANCIES) === discrepancyCsv(open, wordsIn('vi'))
  )
}

/**
 * What was acknowledged stands in the list itself, and what was closed in the figures of its own period: elsewhere
 * neither changes a byte.
 */
function madeFrom(manifest: Manifest, period: string): object {
  const { asOf: _asOf, laterNight: _later, outputs: _outputs, decided, ...rest } = manifest
  return { ...rest, links: decided.links, closed: decided.closed[period] ?? null }
}

/** As text: ten years are a hundred and twenty folders, every night. */
function withoutNights(figures: string | null): string | null {
  return figures?.replace(/"asOf": "\d{4}-\d\d-\d\d"/g, '') ?? null
}

function read(folder: string, name: string): string | null {
  const path = join(folder, name)
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}
