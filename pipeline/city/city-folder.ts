import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { cityFormXlsx } from '../../reports/city/city-form-xlsx.ts'
import { cityHtml } from '../../reports/city/city-html.ts'
import type { CityReport } from '../../reports/city/city-report.ts'
import { cityXlsx } from '../../reports/city/city-xlsx.ts'
import { inJson } from '../../reports/screen.ts'
import { wordsIn } from '../../reports/words.ts'
import type { City } from '../config/city-config.ts'
import { MANIFEST } from '../documents/manifest.ts'
import type { Document } from '../documents/published.ts'
import { hashOf, sha256 } from '../hash.ts'
import { writeBeside } from '../files-out.ts'
import { version } from '../version.ts'

/** Writes a city's folder of a period: its documents, and last of all what they were made of. Gives its path. */
export async function publishCityFolder(city: City, report: CityReport): Promise<string> {
  const folder = join(city.out, report.period)
  const documents = await cityDocuments(report)
  const manifest = manifestOf(city, report, folder, documents)
  for (const { name, content } of documents) writeBeside(folder, name, content)
  writeBeside(folder, MANIFEST, inJson(`${JSON.stringify(manifest, null, 2)}\n`))
  return folder
}

/** All documents of a city's folder. */
export async function cityDocuments(report: CityReport): Promise<Document[]> {
  const words = wordsIn('vi')
  return [
    { name: 'thanh-pho.json', content: inJson(`${JSON.stringify({ schema: 1, ...report }, null, 2)}\n`) },
    { name: 'thanh-pho.html', content: await cityHtml(report, words) },
    { name: 'tong-hop-thanh-pho.xlsx', content: await cityXlsx(report, words) },
    { name: 'bieu-II.06a-thanh-pho.xlsx', content: await cityFormXlsx(report, words) },
  ]
}

const named = z.strictObject({ file: z.string(), sha256: z.string() })
const schema = z.strictObject({
  schema: z.literal(1),
  program: z.string(),
  city: z.string(),
  subject: z.strictObject({ is: z.literal('city'), period: z.string(), basis: z.enum(['centre', 'all']) }),
  asOf: z.string().nullable(),
  settings: z.array(named),
  inputs: z.array(named.extend({ unit: z.string() })),
  outputs: z.array(named),
})

/** What a city's folder was made from, and what was made. */
export type CityManifest = z.infer<typeof schema>

/** The manifest of a city's folder; null where it has none. */
export function cityManifestIn(folder: string): CityManifest | null {
  const path = join(folder, MANIFEST)
  try {
    const read = existsSync(path) ? schema.safeParse(JSON.parse(readFileSync(path, 'utf8'))) : null
    return read?.success === true ? read.data : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** A ward's folder has all that it was made of in its own manifest: of each ward that manifest's hash is enough. */
function manifestOf({ file }: City, report: CityReport, folder: string, documents: readonly Document[]): CityManifest {
  const { city, period, basis, asOf, wards } = report
  const inputs = wards.flatMap((ward) => {
    const manifest = ward.folder === null ? null : join(folder, ward.folder, MANIFEST)
    if (manifest === null || !existsSync(manifest)) return []
    return [{ file: `${ward.folder}/${MANIFEST}`, sha256: hashOf(manifest), unit: ward.agencyCode }]
  })
  return {
    schema: 1,
    program: version,
    city,
    subject: { is: 'city', period, basis },
    asOf,
    settings: [{ file: 'configuration', sha256: hashOf(file) }],
    inputs,
    outputs: documents.map(({ name, content }) => ({ file: name, sha256: sha256(content) })),
  }
}
