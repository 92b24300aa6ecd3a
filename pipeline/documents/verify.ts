import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config/config.ts'
import { hashOf, sha256 } from '../hash.ts'
import { purgedContents } from '../keeping/purge.ts'
import { keptAt } from '../loading/landing.ts'
import type { Office } from '../office.ts'
import { landingOf } from '../open-office.ts'
import { Trouble } from '../trouble.ts'
import { version } from '../version.ts'
import { type Difference, differenceOf } from './difference.ts'
import { type Manifest, MANIFEST, readManifest, settingsOf } from './manifest.ts'
import type { Document } from './published.ts'
import { rebuilt } from './rebuild.ts'
import { checkReport } from './report-document.ts'

/** What became of a published folder. It is the same where every part is. */
export type Verified = {
  readonly folder: string
  readonly subject: Manifest['subject']
  readonly asOf: string
  readonly program: { readonly published: string; readonly now: string }
  readonly settings: readonly Held<'same' | 'changed'>[]
  readonly inputs: readonly Held<'same' | 'damaged' | 'missing' | 'purged'>[] // kept files, by what the manifest calls them
  readonly outputs: readonly Output[]
  readonly purged: boolean // it cannot be made again, and what is left of it is as it was published
  readonly same: boolean
}

export type Held<State> = { readonly file: string; readonly is: State }

/** A document against the manifest, and against what is made again from the kept files. */
export type Output = Held<'same' | 'changed' | 'missing' | 'unlisted'> & {
  readonly rebuilt: 'same' | Difference | null // null: nothing of that name is made
}

/**
 * Holds a published folder against its manifest, and against what the program makes from the kept files now: every
 * number counted again, every byte written again, in a database that is thrown away. Writes nothing. Throws Trouble
 * `no_manifest` where the folder has none, `other_unit` where it is another ward's.
 */
export async function verifyFolder(office: Office, folder: string): Promise<Verified> {
  const { config } = office
  const manifest = manifestIn(folder)
  if (manifest.unit !== config.unit.agencyCode)
    throw new Trouble('other_unit', { folder, found: manifest.unit, expected: config.unit.agencyCode })
  if (manifest.subject.is === 'period') await checkReport(config)
  const inputs = await inputsHeld(office, manifest)
  const settings = settingsHeld(manifest, config)
  const isKept = inputs.every(({ is }) => is === 'same')
  const outputs = outputsHeld(folder, manifest, isKept ? await rebuilt(config, manifest) : [])
  const isSame = ({ is }: Held<string>): boolean => is === 'same'
  const same =
    [...settings, ...inputs, ...outputs].every(isSame) && outputs.every((output) => output.rebuilt === 'same')
  const isLeft = ({ is }: Output): boolean => is === 'same' || (is === 'missing' && manifest.subject.is === 'night')
  const purged = inputs.some(({ is }) => is === 'purged') && outputs.every(isLeft)
  return {
    folder,
    subject: manifest.subject,
    asOf: manifest.asOf,
    program: { published: manifest.program, now: version },
    settings,
    inputs,
    outputs,
    purged,
    same,
  }
}

function manifestIn(folder: string): Manifest {
  const path = join(folder, MANIFEST)
  const manifest = existsSync(path) ? readManifest(readFileSync(path, 'utf8')) : null
  if (manifest === null) throw new Trouble('no_manifest', { folder, file: MANIFEST })
  return manifest
}

function settingsHeld({ settings, subject }: Manifest, config: Config): Held<'same' | 'changed'>[] {
  const now = new Map(settingsOf(config, subject).map((each) => [each.file, each.sha256]))
  const then = new Map(settings.map((each) => [each.file, each.sha256]))
  return [...new Set([...then.keys(), ...now.keys()])].map((file) => {
    return { file, is: then.get(file) === now.get(file) ? 'same' : 'changed' }
  })
}

/** The folder's own, and of the rest of what was ever taken in whatever is not kept any more: all of it is read again. */
async function inputsHeld(office: Office, { inputs }: Manifest): Promise<Verified['inputs']> {
  const purged = new Set(purgedContents(office))
  const own = inputs.map(({ file, sha256: hash }) => {
    return { file, is: purged.has(hash) ? ('purged' as const) : keptAs(office.config, hash) }
  })
  const others = (await keptFiles(office)).filter(({ sha256: hash }) => inputs.every((each) => each.sha256 !== hash))
  const gone = others.map(({ file, sha256: hash }) => ({ file, is: keptAs(office.config, hash) }))
  return [...own, ...gone.filter(({ is }) => is !== 'same')]
}

/** Every file that was ever taken in, under the path where it was met last. */
async function keptFiles({ store, unit }: Office): Promise<{ readonly file: string; readonly sha256: string }[]> {
  const paths = store.ask<{ file: number; path: string }>('paths-of-files', { unit })
  const named = new Map(paths.map(({ file, path }) => [file, path]))
  const files = store.db.selectFrom('file').select(['file', 'sha256']).where('unit', '=', unit)
  const rows = await files.where('state', 'not in', ['retracted', 'purged']).orderBy('file').execute()
  return rows.map(({ file, sha256: hash }) => ({ file: named.get(file) ?? String(file), sha256: hash }))
}

function keptAs(config: Config, hash: string): 'same' | 'damaged' | 'missing' {
  return fileHeld(keptAt(landingOf(config), hash), hash)
}

/** A file against the hash that a manifest has of it. */
export function fileHeld(path: string, hash: string): 'same' | 'damaged' | 'missing' {
  if (!existsSync(path)) return 'missing'
  return hashOf(path) === hash ? 'same' : 'damaged'
}

/** Every file that lies there, that the manifest names, or that is made again. */
export function outputsHeld(
  folder: string,
  { outputs }: Pick<Manifest, 'outputs'>,
  documents: readonly Document[],
): Output[] {
  const listed = new Map(outputs.map((each) => [each.file, each.sha256]))
  const made = new Map(documents.map((each) => [each.name, each.content]))
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => name !== MANIFEST)
  const there = new Map(entries.map((entry) => [entry.name, entry.isDirectory() ? null : entry]))
  return [...new Set([...listed.keys(), ...made.keys(), ...there.keys()])].map((file) => {
    const bytes = (there.get(file) ?? null) === null ? null : readFileSync(join(folder, file))
    const content = made.get(file)
    return { file, is: heldAs(listed.get(file), bytes), rebuilt: rebuiltAs(bytes, content) }
  })
}

function heldAs(hash: string | undefined, bytes: Buffer | null): Output['is'] {
  if (hash === undefined) return 'unlisted'
  if (bytes === null) return 'missing'
  return sha256(bytes) === hash ? 'same' : 'changed'
}

function rebuiltAs(bytes: Buffer | null, content: Document['content'] | undefined): Output['rebuilt'] {
  if (content === undefined || bytes === null) return null
  return differenceOf(bytes, Buffer.from(content)) ?? 'same'
}
