import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { City } from '../config/city-config.ts'
import { MANIFEST } from '../documents/manifest.ts'
import { type Held, type Output, outputsHeld } from '../documents/verify.ts'
import { hashOf } from '../hash.ts'
import type { Office } from '../office.ts'
import { periodOf } from '../period.ts'
import { Trouble } from '../trouble.ts'
import { version } from '../version.ts'
import type { Desk } from '../world.ts'
import { readCityReport } from './city.ts'
import { cityDocuments, type CityManifest, cityManifestIn } from './city-folder.ts'

export type VerifiedCity = {
  readonly folder: string
  readonly subject: CityManifest['subject']
  readonly asOf: string
  readonly program: { readonly published: string; readonly now: string }
  readonly settings: readonly Held<'same' | 'changed'>[]
  readonly inputs: readonly Held<'same' | 'damaged' | 'missing'>[] // the wards' manifests
  readonly outputs: readonly Output[]
  readonly purged: false
  readonly same: boolean
}

/**
 * Holds a city's folder against its manifest, the wards' manifests that it was made from, and what is added up from the
 * wards now. A ward's own folder is verified by itself. Throws Trouble `no_manifest` where the folder is none of a city.
 */
export async function verifyCityFolder(desk: Desk, city: City, folder: string): Promise<VerifiedCity> {
  const manifest = cityManifestIn(folder)
  if (manifest === null) throw new Trouble('no_manifest', { folder, file: MANIFEST })
  const { subject, program, asOf } = manifest
  const inputs = manifest.inputs.map(({ file, sha256 }) => ({ file, is: heldAs(join(folder, file), sha256) }))
  const settings = manifest.settings.map(({ file, sha256 }) => ({ file, is: hashOf(city.file) === sha256 ? 'same' : 'changed' }) as const) // prettier-ignore
  const { basis, period } = subject
  const asked = {
    basis,
    anew: false,
    periodIn: ({ config }: Pick<Office, 'config'>) => periodOf(period, config.periods),
  }
  const outputs = outputsHeld(folder, manifest, await cityDocuments(await readCityReport(desk, city, asked)))
  const same = [...inputs, ...settings, ...outputs].every(({ is }) => is === 'same') && outputs.every(({ rebuilt }) => rebuilt === 'same') // prettier-ignore
  const versions = { published: program, now: version }
  return { folder, subject, asOf: asOf ?? '', program: versions, settings, inputs, outputs, purged: false, same }
}

function heldAs(path: string, sha256: string): 'same' | 'damaged' | 'missing' {
  if (!existsSync(path)) return 'missing'
  return hashOf(path) === sha256 ? 'same' : 'damaged'
}
