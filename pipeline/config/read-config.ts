import { resolve } from 'node:path'
import { nearestTo } from '../../connectors/nearest.ts'
import { Trouble } from '../trouble.ts'
import { type City, cityOf, isOfCity } from './city-config.ts'
import { type Config, configFrom, readText } from './config.ts'
import { readLocated } from './config-problem.ts'

/** Which configuration is meant: the file of --config (else doisoat.yaml in the working directory), the ward of --unit. */
export type Meant = { readonly config?: string; readonly unit?: string }

/**
 * The configuration of one ward. Of several it takes `unit`, an agency code. Throws Trouble `config_missing`,
 * `config_invalid`, `unit_needed` and `unit_unknown`.
 */
export function readConfig({ config, unit }: Meant, cwd: string): Config {
  const found = readWards(config === undefined ? {} : { config }, cwd)
  const wards = 'wards' in found ? found.wards : [found]
  if (unit !== undefined) return unitIn(wards, unit)
  if (wards.length > 1) throw new Trouble('unit_needed', { units: wards.map((ward) => ward.unit.agencyCode) })
  return wards[0]!
}

/** All that a configuration describes: a ward by itself, or a city's. With `unit`, that ward of it. */
export function readWards({ config, unit }: Meant, cwd: string): Config | City {
  const file = resolve(cwd, config ?? 'doisoat.yaml')
  const located = readLocated(readText(file), file)
  const found = isOfCity(located) ? cityOf(located) : configFrom(located.value ?? {}, located, (path) => path)
  return unit === undefined ? found : unitIn('wards' in found ? found.wards : [found], unit)
}

/** A city; throws Trouble `no_units` where the configuration is of one ward. */
export function readCity(meant: Pick<Meant, 'config'>, cwd: string): City {
  const found = readWards(meant, cwd)
  if ('wards' in found) return found
  throw new Trouble('no_units', { file: found.file })
}

/** The ward of an agency code. Throws Trouble `unit_unknown`. */
export function unitIn(wards: readonly Config[], found: string): Config {
  const known = wards.map(({ unit }) => unit.agencyCode)
  const ward = wards.find(({ unit }) => unit.agencyCode.toUpperCase() === found.trim().toUpperCase())
  if (ward === undefined) throw new Trouble('unit_unknown', { found, known, nearest: nearestTo([found], known) })
  return ward
}
