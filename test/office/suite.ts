import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

/** Where pictures are left for people to look at. */
const pictures = join(import.meta.dirname, '../../var/office')

/** A document as LibreOffice saves it in another form; without Writer, an error that says what to install. */
export function savedAs(form: 'pdf' | 'docx', name: string, document: Uint8Array): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'doisoat-office-'))
  try {
    const [from, to] = [join(folder, name), join(folder, 'saved')]
    writeFileSync(from, document)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const soffice = process.env['SOFFICE'] ?? 'soffice'
    run(soffice, 'LibreOffice with Writer (apt install libreoffice-writer), or its path in SOFFICE', [
      profile,
      '--headless',
      '--convert-to',
      form,
      '--outdir',
      to,
      from,
    ])
    const saved = join(to, basename(name).replace(/\.\w+$/, `.${form}`))
    if (!existsSync(saved))
      throw new Error(`${soffice} could not open ${name}: is Writer installed? (apt install libreoffice-writer)`)
    return readFileSync(saved)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A page of a PDF: its size in millimetres, and its lines as they are laid out. */
export type Page = { readonly width: number; readonly height: number; readonly text: string }

/** The pages of a PDF; a picture of each is left in var/office. */
export function pagesOf(name: string, pdf: Uint8Array): Page[] {
  mkdirSync(pictures, { recursive: true })
  const file = join(pictures, `${name}.pdf`)
  writeFileSync(file, pdf)
  poppler('pdftoppm', ['-r', '70', '-png', file, join(pictures, name)])
  const said = poppler('pdfinfo', ['-f', '1', '-l', '-1', file])
  const sizes = [...said.matchAll(/^Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)/gm)]
  const texts = poppler('pdftotext', ['-layout', file, '-']).split('\f')
  return sizes.map(([, width, height], at) => ({
    width: millimetres(width),
    height: millimetres(height),
    text: texts[at] ?? '',
  }))
}

function millimetres(points = '0'): number {
  return Math.round((Number(points) * 25.4) / 72)
}

function poppler(program: string, given: readonly string[]): string {
  return run(program, 'the tools of Poppler (apt install poppler-utils)', given)
}

function run(program: string, needed: string, given: readonly string[]): string {
  try {
    return execFileSync(program, given, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 120_000 })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Error(`${program} is not on this machine; these checks need ${needed}.`, { cause: error })
    throw error
  }
}
