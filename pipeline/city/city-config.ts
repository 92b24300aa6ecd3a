import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { type Config, readConfig, readText } from '../config/config.ts'
import { readLocated, refuse } from '../config/config-problem.ts'
import { Trouble } from '../trouble.ts'

/** A city is a list of wards, each with a configuration of its own; they may share a database, and never a folder. */
export type City = { readonly city: string; readonly out: string; readonly wards: readonly Config[] }

const text = z.string('text').min(1, 'text')
const schema = z.strictObject(
  { city: text, out: text.default('./out'), wards: z.array(text, 'list').min(1, 'list') },
  'group',
)

/**
 * `path` is that of --config; without it the file is thanh-pho.yaml in `cwd`. Throws Trouble `config_missing`,
 * `config_invalid`, and `same_out` where two wards would write into one folder.
 */
export function readCity(path: string | undefined, cwd: string): City {
  const file = resolve(cwd, path ?? 'thanh-pho.yaml')
  const located = readLocated(readText(file), file)
  const parsed = schema.safeParse(located.value ?? {})
  if (!parsed.success) return refuse(parsed.error.issues, located, () => Object.keys(schema.shape))
  const { city, out, wards } = parsed.data
  const place = (given: string) => resolve(dirname(file), given)
  const configs = wards.map((ward) => readConfig(place(ward), cwd))
  for (const folders of Map.groupBy([...configs, { out: place(out), file }], (each) => each.out).values())
    if (folders.length > 1)
      throw new Trouble('same_out', { folder: folders[0]!.out, files: folders.map((each) => each.file) })
  return { city, out: place(out), wards: configs }
}
