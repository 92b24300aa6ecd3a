import { createHash } from 'node:crypto'
import type { City } from '../config/city-config.ts'
import type { Config } from '../config/config.ts'
import { unitIn } from '../config/read-config.ts'
import { Trouble } from '../trouble.ts'

/** Some of a city's wards, in the order of the configuration; `part` names which, null where it is all of them. */
export type Chosen = { readonly wards: readonly Config[]; readonly part: string | null }

/**
 * The wards that `--units` names, of them those of `--shard`. Throws Trouble `unit_unknown` and `shard_unknown`.
 */
export function chosenWards(
  { wards }: City,
  { units, shard }: { readonly units?: string; readonly shard?: string },
): Chosen {
  const named = units === undefined ? null : new Set(namesIn(units).map((code) => unitIn(wards, code)))
  const some = named === null ? wards : wards.filter((ward) => named.has(ward))
  const parts = [...(units === undefined ? [] : [namesIn(units).join(',')]), ...(shard === undefined ? [] : [shard])]
  const part = parts.length === 0 ? null : parts.join(' ')
  if (shard === undefined) return { wards: some, part }
  const { k, n } = shardIn(shard)
  return { wards: some.filter(({ unit }) => shardOf(unit.agencyCode, n) === k), part }
}

/**
 * In which of `n` parts a ward is, from 1 on: told by its code alone, so that it is in the same one whatever other wards
 * come and go.
 */
export function shardOf(agencyCode: string, n: number): number {
  return 1 + (createHash('sha256').update(agencyCode).digest().readUIntBE(0, 6) % n)
}

function namesIn(units: string): string[] {
  return units
    .split(',')
    .map((code) => code.trim())
    .filter((code) => code !== '')
}

function shardIn(found: string): { readonly k: number; readonly n: number } {
  const [, first, second] = /^(\d{1,5})\/(\d{1,5})$/.exec(found) ?? []
  const [k, n] = [Number(first), Number(second)]
  if (first === undefined || k < 1 || k > n) throw new Trouble('shard_unknown', { found })
  return { k, n }
}
