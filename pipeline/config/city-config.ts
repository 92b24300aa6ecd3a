import { readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { compare } from '../compare.ts'
import { sha256 } from '../hash.ts'
import { systemCode, Trouble } from '../trouble.ts'
import { type Config, configFrom, readText, settingKeys } from './config.ts'
import { type Located, readLocated, refuse } from './config-problem.ts'
import { text } from './config-value.ts'
import { type Group, isGroup, wardConfig } from './ward-of-city.ts'

/** Several wards under one configuration; they may share a database and an inbox, and never a folder of documents. */
export type City = {
  readonly city: string
  readonly file: string
  readonly out: string // of the city's own documents
  readonly home: string // of what the city itself keeps between nights
  readonly shared: Config // what is said of all of them; its `unit` is nobody
  readonly wards: readonly Config[]
}

const section = z.looseObject(
  { city: text, units: z.union([text, z.array(z.union([text, z.looseObject({})], 'group'), 'list').min(1, 'list')], 'list') }, // prettier-ignore
  'group',
)

/** Whether a configuration is of several wards. */
export function isOfCity({ value }: Located): boolean {
  return isGroup(value) && ('units' in value || 'wards' in value)
}

/**
 * The wards of a configuration: `units` is a list, or a folder of files; of its entries a text is a file. Throws Trouble
 * `config_missing`, `config_invalid`, `unit_twice`, and `same_out` where two would write into one folder.
 */
export function cityOf(located: Located): City {
  const { file } = located
  if (isGroup(located.value) && 'wards' in located.value) throw new Trouble('wards_renamed', { file })
  const parsed = section.safeParse(located.value)
  if (!parsed.success) return refuse(parsed.error.issues, located, () => cityKeys)
  const { city, units, ...settings } = parsed.data
  const unknown = Object.keys(settings).filter((key) => !cityKeys.includes(key))
  if (unknown.length > 0)
    return refuse([{ code: 'unrecognized_keys', keys: unknown, path: [], message: '', input: {} }], located, () => cityKeys) // prettier-ignore
  const shared = configFrom({ ...withoutMark(settings), unit: nobody }, located, (path) => path)
  const place = (given: string): string => resolve(dirname(file), given)
  const entries = typeof units === 'string' ? filesIn(place(units)) : units
  const alone = typeof units !== 'string'
  const out = place(beforeMark(settings['out'] ?? './out'))
  const home = homeOf(settings['database'], place)
  const whole = { city, settings, located, out, home }
  const wards = entries.map((entry, at) =>
    typeof entry === 'string'
      ? wardConfig({ ...fileWard(place(entry)), alone }, whole)
      : wardConfig({ said: entry, located, at: ['units', at], alone: false }, whole),
  )
  refuseTwins(wards, { out, file })
  return { city, file, out, home, shared, wards: sharingInbox(wards, home) }
}

const cityKeys = ['city', 'units', ...settingKeys()]
const nobody = { name: '-', city: '-', centre: '-', agencyCode: 'H00', centreAccounts: [], householdBusinessAccounts: [] } // prettier-ignore

function fileWard(file: string) {
  const located = readLocated(readText(file), file)
  return { said: isGroup(located.value) ? located.value : {}, located, at: null }
}

/** The unit files of a folder, in the order of their names. */
function filesIn(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => /^[^.].*\.ya?ml$/.test(name))
    if (names.length > 0) return names.toSorted(compare).map((name) => join(folder, name))
  } catch (error) {
    if (systemCode(error) === '') throw error
  }
  throw new Trouble('units_missing', { folder })
}

/** What all wards say together has no ward's code in it. */
function withoutMark(settings: Group): Group {
  const bare = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replaceAll('{unit}', '-')
    return isGroup(value) ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, bare(each)])) : value
  }
  return bare(settings) as Group
}

function beforeMark(path: unknown): string {
  const [before = ''] = String(path).split('{unit}')
  return before === '' ? '.' : before
}

function homeOf(database: unknown, place: (path: string) => string): string {
  if (typeof database !== 'string' || /^\w+:\/\//.test(database)) return place('./var')
  return database.includes('{unit}') ? place(beforeMark(database)) : dirname(place(database))
}

function refuseTwins(wards: readonly Config[], city: { readonly out: string; readonly file: string }): void {
  for (const [code, twins] of Map.groupBy(wards, ({ unit }) => unit.agencyCode))
    if (twins.length > 1) throw new Trouble('unit_twice', { code, names: twins.map(({ unit }) => unit.name) })
  for (const folders of Map.groupBy([...wards, city], ({ out }) => out).values())
    if (folders.length > 1)
      throw new Trouble('same_out', { folder: folders[0]!.out, files: folders.map((each) => nameOf(each)) })
}

function nameOf(each: { readonly file: string; readonly unit?: Config['unit'] }): string {
  return each.unit === undefined ? each.file : each.unit.name
}

/** Wards that were given one inbox know each other: a file that lies there is looked into. */
function sharingInbox(wards: readonly Config[], home: string): Config[] {
  const byInbox = Map.groupBy(wards, ({ inbox }) => inbox)
  return wards.map((ward) => {
    const together = byInbox.get(ward.inbox)!
    if (together.length === 1) return ward
    const name = sha256(ward.inbox).slice(0, 8)
    const common = { units: together.map(({ unit }) => unit), memory: join(home, `whose-${name}.json`), files: null }
    return { ...ward, ofCity: { said: ward.ofCity?.said ?? null, common } }
  })
}
