import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What LibreOffice makes of a document, with a profile of its own: the files that it wrote, by name. */
export function converted(room: string, name: string, bytes: Uint8Array, to: string): Map<string, Buffer> {
  const out = join(room, `to-${to.replaceAll(/\W+/g, '-').slice(0, 40)}`)
  mkdirSync(out, { recursive: true })
  writeFileSync(join(room, name), bytes)
  const profile = `-env:UserInstallation=${pathToFileURL(join(room, 'profile')).href}`
  const given = [profile, '--headless', '--norestore', '--convert-to', to, '--outdir', out, join(room, name)]
  const { error, status, stderr } = spawnSync('soffice', given, { encoding: 'utf8', timeout: 110_000 })
  if (error !== undefined) throw new Error(`LibreOffice is not there (soffice): ${error.message}. Install it.`)
  if (status !== 0) throw new Error(`soffice ended with ${status}: ${stderr}`)
  return new Map(readdirSync(out).map((file) => [file, readFileSync(join(out, file))]))
}

/** The size of each of a PDF's pages, in millimetres. */
export function pageSizes(pdf: Buffer): string[] {
  const pages = pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)[^]*?\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)
  const millimetres = (points: string) => Math.round((Number(points) / 72) * 25.4)
  return [...pages].map(([, width, height]) => `${millimetres(width!)} × ${millimetres(height!)}`)
}
