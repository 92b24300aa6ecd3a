import { dirname, join, resolve } from 'node:path'
import { type Config, configFrom, settingKeys, unitKeys } from './config.ts'
import { type Located, refuse } from './config-problem.ts'

export type Group = Readonly<Record<string, unknown>>

/**
 * One ward as it is written: in the city's list, at a path of its text, or in a file of its own (`at` null). A file that
 * the list names is a ward's that may be run `alone` too: what nobody says is then as for a ward alone.
 */
export type WrittenWard = {
  readonly said: Group
  readonly located: Located
  readonly at: readonly PropertyKey[] | null
  readonly alone: boolean
}

/** What a ward is written below. */
export type Whole = {
  readonly city: string
  readonly settings: Group // what all wards share
  readonly located: Located
  readonly out: string
}

export function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * A ward with what its city says where it says nothing itself. `{unit}` in a path is its agency code. It tells nobody of
 * its nights but those that it names itself: the city tells of all of them.
 */
export function wardConfig(written: WrittenWard, whole: Whole): Config {
  const { located, at } = written
  const { unit, own } = partsOf(written)
  const agency = String(unit['agencyCode'])
  const centre = typeof unit['name'] === 'string' ? { centre: `Trung tâm Phục vụ hành chính công ${unit['name']}` } : {}
  const shared = written.alone ? saidByCity(agency, own, whole) : sharedWith(agency, own, whole)
  const value = { ...merged(shared, marked(own, agency)), notify: own['notify'] ?? {}, unit: { city: whole.city, ...centre, ...unit } } // prettier-ignore
  const placeOf = (path: readonly PropertyKey[]): readonly PropertyKey[] => {
    if (at === null) return path
    return path[0] === 'unit' ? [...at, ...path.slice(1)] : [...at, ...path]
  }
  const config = configFrom(value, located, placeOf)
  return { ...config, ofCity: { said: saidOf(written, unit, own, whole), common: null } }
}

/** In a list its unit's keys and its settings stand beside each other; a file is written as one for a ward alone. */
function partsOf({ said, located, at }: WrittenWard): { readonly unit: Group; readonly own: Group } {
  if (at === null) {
    const { unit = {}, ...own } = said
    return { unit: isGroup(unit) ? unit : {}, own }
  }
  const choices = [...unitKeys(), ...settingKeys()]
  const unknown = Object.keys(said).filter((key) => !choices.includes(key))
  if (unknown.length > 0)
    return refuse([{ code: 'unrecognized_keys', keys: unknown, path: [...at], message: '', input: {} }], located, () => choices) // prettier-ignore
  const isOfUnit = ([key]: [string, unknown]): boolean => unitKeys().includes(key)
  return {
    unit: Object.fromEntries(Object.entries(said).filter(isOfUnit)),
    own: Object.fromEntries(Object.entries(said).filter((each) => !isOfUnit(each))),
  }
}

/** What the city itself says: where its own documents lie is no ward's, unless it is marked. */
function saidByCity(agency: string, own: Group, whole: Whole): Group {
  const { settings } = whole
  const { inbox: _inbox, database: _database, log: _log, out, ...others } = sharedWith(agency, own, whole)
  const placesOf = { inbox: _inbox, database: _database, log: _log, ...(isMarked(settings['out']) && { out }) }
  const said = Object.entries(placesOf).filter(([key]) => key in settings || (key === 'log' && 'database' in settings))
  return { ...others, ...Object.fromEntries(said.filter(([, value]) => value !== undefined)) }
}

function isMarked(path: unknown): boolean {
  return typeof path === 'string' && path.includes('{unit}')
}

/** The city's settings as this ward has them: its folders its own, paths as they lie from the city's file. */
function sharedWith(agency: string, own: Group, { settings, located, out }: Whole): Group {
  const place = (path: string): string => (/^\w+:\/\//.test(path) ? path : resolve(dirname(located.file), path))
  const given: Group = { inbox: './inbox', database: './var/{unit}/doisoat.db', ...settings }
  const database = given['database']
  const isOwn = own['database'] !== undefined || isMarked(database)
  const log = isOwn || typeof database !== 'string' ? {} : { log: { folder: logOf(database, place, agency) } }
  const documents = isMarked(settings['out']) ? {} : { out: join(out, agency) }
  return merged(log, placed(marked({ ...given, ...documents }, agency), place))
}

function logOf(database: string, place: (path: string) => string, agency: string): string {
  return join(/^\w+:\/\//.test(database) ? place('./var') : dirname(place(database)), 'log', agency)
}

/** What the second says counts; of a group, key by key. */
function merged(below: Group, above: Group): Group {
  const keys = [...new Set([...Object.keys(below), ...Object.keys(above)])]
  return Object.fromEntries(
    keys.map((key) => {
      const [one, other] = [below[key], above[key]]
      return [key, isGroup(one) && isGroup(other) ? { ...one, ...other } : key in above ? other : one]
    }),
  )
}

const paths: ReadonlySet<string> = new Set(['inbox', 'database', 'out', 'catalogue', 'calendar', 'folder', 'template', 'tasks', 'difficulties', 'plans']) // prettier-ignore

/** Every path of a group and of the groups in it, changed by `change`. */
function eachPath(group: Group, change: (path: string) => string): Group {
  return Object.fromEntries(
    Object.entries(group).map(([key, value]) => {
      if (typeof value === 'string' && paths.has(key)) return [key, change(value)]
      return [key, isGroup(value) && key !== 'notify' ? eachPath(value, change) : value]
    }),
  )
}

function marked(group: Group, agency: string): Group {
  return eachPath(group, (path) => path.replaceAll('{unit}', agency))
}

function placed(group: Group, place: (path: string) => string): Group {
  return eachPath(group, place)
}

/** Whom a night tells and where documents lie count nothing. A file that says all the rest speaks for itself. */
function saidOf({ alone }: WrittenWard, unit: Group, own: Group, { city, settings }: Whole): string | null {
  const { notify: _told, out: _place, ...counting } = settings
  const isWhole = Object.keys(counting).every((key) => key in own)
  if (alone && isWhole && 'city' in unit && 'centre' in unit) return null
  const { notify: _own, ...rest } = own
  return JSON.stringify({ city, settings: counting, unit, own: rest })
}
