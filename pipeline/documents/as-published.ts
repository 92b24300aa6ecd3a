import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { discrepancyCsv } from '../../reports/discrepancy-csv.ts'
import { wordsIn } from '../../reports/words.ts'
import type { Listed } from '../discrepancy-list.ts'
import type { Office } from '../office.ts'
import { type Manifest, MANIFEST, manifestOf, readManifest } from './manifest.ts'
import { DISCREPANCIES, FIGURES, type Stated } from './published.ts'

/**
 * Whether a folder says already what would be published tonight, but for the night: made from the same files, with the
 * same settings, decisions and program, with the same figures and the same open discrepancies, and nothing of it gone.
 * It stays as the night left it that made it, and its manifest says which.
 */
export async function isAsPublished(office: Office, stated: Stated, open: readonly Listed[]): Promise<boolean> {
  const { period } = stated.centre
  const folder = join(office.config.out, period.id)
  const text = read(folder, MANIFEST)
  const then = text === null ? null : readManifest(text)
  if (then === null || then.outputs.some(({ file }) => !existsSync(join(folder, file)))) return false
  const now = await manifestOf(office, { is: 'period', period, basis: 'centre' }, [])
  return (
    isDeepStrictEqual(madeFrom(then), madeFrom(now)) &&
    isDeepStrictEqual(withoutNight(read(folder, FIGURES)), withoutNight(JSON.stringify(stated))) &&
    read(folder, DISCREPANCIES) === discrepancyCsv(open, wordsIn('vi'))
  )
}

function madeFrom({ asOf: _asOf, laterNight: _later, outputs: _outputs, ...rest }: Manifest): object {
  return rest
}

function withoutNight(figures: string | null): unknown {
  return figures === null ? null : JSON.parse(figures, (key, value: unknown) => (key === 'asOf' ? undefined : value))
}

function read(folder: string, name: string): string | null {
  const path = join(folder, name)
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}
