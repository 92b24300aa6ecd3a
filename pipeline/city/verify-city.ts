import { join } from 'node:path'
import type { City } from '../config/city-config.ts'
import { MANIFEST } from '../documents/manifest.ts'
import { fileHeld, outputsHeld, type Verified } from '../documents/verify.ts'
import { hashOf } from '../hash.ts'
import type { Office } from '../office.ts'
import { periodOf } from '../period.ts'
import { Trouble } from '../trouble.ts'
import { version } from '../version.ts'
import type { Desk } from '../world.ts'
import { readCityReport } from './city.ts'
import { cityDocuments, type CityManifest, cityManifestIn } from './city-folder.ts'

/** What became of a city's folder; its inputs are the wards' manifests. */
export type VerifiedCity = Omit<Verified, 'subject'> & { readonly subject: CityManifest['subject'] }

/**
 * Holds a city's folder against its manifest, the wards' manifests that it was made from, and what is added up from the
 * wards now. A ward's own folder is verified by itself. Throws Trouble `no_manifest` where the folder is none of a city.
 */
export async function verifyCityFolder(desk: Desk, city: City, folder: string): Promise<VerifiedCity> {
  const manifest = cityManifestIn(folder)
  if (manifest === null) throw new Trouble('no_manifest', { folder, file: MANIFEST })
  const { subject, program, asOf } = manifest
  const inputs = manifest.inputs.map(({ file, sha256 }) => ({ file, is: fileHeld(join(folder, file), sha256) }))
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
