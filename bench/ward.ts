import { linkSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { measured, type Taken } from './measured.ts'

export const home = join(import.meta.dirname, '..')

/** The ward of the sample months. */
const { unit } = parse(readFileSync(join(home, 'fixtures/doisoat.yaml'), 'utf8')) as { readonly unit: object }

/** The days of the sample month: what offices decided of February 2026. */
export const february = { '2026-02': { from: '2026-01-17', to: '2026-02-13' } } as const

/** A ward in an empty folder, as `doisoat.yaml` describes it. */
export function openWard(folder: string, override: object = february): void {
  emptied(folder)
  mkdirSync(join(folder, 'inbox'))
  const places = { inbox: './inbox', database: './var/doisoat.db', out: './out' }
  writeFileSync(join(folder, 'doisoat.yaml'), stringify({ unit, periods: { regime: 'nd09', override }, ...places }))
}

export function emptied(folder: string): string {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  return folder
}

/** A file under a name in the inbox, an hour old. It is not copied: nobody has to wait for the disk because of it. */
export function handOver(folder: string, name: string, file: string): void {
  const at = join(folder, 'inbox', name)
  rmSync(at, { force: true })
  mkdirSync(join(at, '..'), { recursive: true })
  linkSync(file, at)
  const hourAgo = Date.now() / 1000 - 3600
  utimesSync(at, hourAgo, hourAgo)
}

/** The program as its user starts it. */
export function doisoat(folder: string, ...given: string[]): Promise<Taken> {
  return measured({ command: join(home, 'bin/doisoat'), given, cwd: folder })
}

/** A night to which nothing is refused: whatever else it is, it is not the night that was to be measured. */
export function night(folder: string, asOf: string): Promise<Taken> {
  return doisoat(folder, 'nightly', '--as-of', asOf, '--quiet')
}
