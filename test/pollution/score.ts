/**
 * Scores the reader on the files of the Pollock benchmark (VLDB 2023), for whoever has them:
 *
 *   npm run score:pollock -- DIR
 *
 * DIR has the polluted files in `csv/` and the tables they should be read as, under the same names, in `clean/`; beside
 * them, or one folder up, may be `pollock_weights.json`. Printed are the mean of all files, plain and weighted, and the
 * mean of each kind of file, the worst kind first. Nothing of the benchmark is kept here: it has no licence.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv, stdout } from 'node:process'
import { scoreOf } from './measure.ts'
import { rowsOfCsv, tableRead } from './read-table.ts'

type Scored = { readonly file: string; readonly kind: string; readonly score: number; readonly weight: number }

const folder = argv[2]
if (folder === undefined || !existsSync(join(folder, 'clean'))) {
  stdout.write('npm run score:pollock -- DIR, where DIR has csv/ and clean/\n')
} else {
  const scored = scoresIn(folder)
  stdout.write(`${scored.length} files: ${mean(scored).toFixed(4)} plain, ${weighted(scored).toFixed(4)} weighted\n`)
  for (const [kind, some] of byKind(scored)) stdout.write(`${mean(some).toFixed(4)}  ${kind} (${some.length})\n`)
}

function scoresIn(folder: string): readonly Scored[] {
  const weights = weightsBeside(folder)
  const names = readdirSync(join(folder, 'csv')).filter((name) => existsSync(join(folder, 'clean', name)))
  return names.map((file) => {
    const expected = rowsOfCsv(readFileSync(join(folder, 'clean', file), 'utf8'))
    const score = scoreOf(expected, tableRead(readFileSync(join(folder, 'csv', file))))
    return { file, kind: file.replace(/\d+_(?=col)|_col\d+|\d+(?=_0x)|row\d+/g, ''), score, weight: weights[file] ?? 1 }
  })
}

function weightsBeside(folder: string): Readonly<Record<string, number>> {
  const found = [folder, join(folder, '..')]
    .map((at) => join(at, 'pollock_weights.json'))
    .find((path) => existsSync(path))
  return found === undefined ? {} : (JSON.parse(readFileSync(found, 'utf8')) as Record<string, number>)
}

function byKind(scored: readonly Scored[]): readonly (readonly [string, readonly Scored[]])[] {
  const kinds = [...new Set(scored.map(({ kind }) => kind))]
  const some = kinds.map((kind) => [kind, scored.filter((each) => each.kind === kind)] as const)
  return some.toSorted((a, b) => mean(a[1]) - mean(b[1]))
}

function mean(scored: readonly Scored[]): number {
  return scored.reduce((sum, { score }) => sum + score, 0) / scored.length
}

function weighted(scored: readonly Scored[]): number {
  const all = scored.reduce((sum, { weight }) => sum + weight, 0)
  return scored.reduce((sum, { score, weight }) => sum + score * weight, 0) / all
}
