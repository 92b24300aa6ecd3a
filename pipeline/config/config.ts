import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { systems } from '../../connectors/connector.ts'
import { hasPassword, isServer } from '../../sql/postgres/address.ts'
import { type Located, readLocated, refuse } from './config-problem.ts'
import { homeOf } from './home.ts'
import { agencyCode, day, periodId, text, texts } from './config-value.ts'
import { notify, type NotifyConfig, notifyKeys, notifyPaths } from './notify-config.ts'
import { report, type ReportConfig, reportKeys, reportPaths } from './report-config.ts'
import { systemCode, Trouble } from '../trouble.ts'

export type Config = Omit<
  z.infer<typeof schema>,
  'catalogue' | 'calendar' | 'report' | 'backups' | 'notify' | 'log'
> & {
  readonly file: string // where it was read from, absolute, as are all paths below
  readonly catalogue: string
  readonly calendar: string
  readonly report: ReportConfig
  readonly backups: { readonly folder: string; readonly keep: number } // nights; 0: none is kept
  readonly notify: NotifyConfig
  readonly log: { readonly folder: string; readonly days: number } // how long it is kept; 0: none is
  readonly ofCity: OfCity | null // null: a ward by itself
}

/** What a ward of a city has besides. `said`: all that is said of it, as one text; null: its file says it. */
export type OfCity = { readonly said: string | null; readonly common: CommonInbox | null }

/**
 * An inbox of several wards: whose a file is, is read in it. `files`: the paths that were found to be the ward's, null
 * where nobody has looked yet; `memory` is the file that keeps what was found.
 */
export type CommonInbox = {
  readonly units: readonly Config['unit'][]
  readonly memory: string
  readonly files: readonly string[] | null
}

/** The same ward with another inbox, all of which is its own. */
export function withInbox(config: Config, inbox: string): Config {
  return { ...config, inbox, ofCity: config.ofCity === null ? null : { ...config.ofCity, common: null } }
}

/** The configuration that a text says, as if it stood in the file: `file` is absolute, and need not be there. */
export function configOf(text: string, file: string): Config {
  const located = readLocated(text, file)
  return configFrom(located.value ?? {}, located, (path) => path)
}

/** The same of a value that was put together; `placeOf` says where in the text the value at a path stands. */
export function configFrom(value: unknown, located: Located, placeOf: (path: Path) => Path): Config {
  const parsed = schema.safeParse(value)
  if (parsed.success) return withPaths(parsed.data, located.file)
  const issues = parsed.error.issues.map((issue) => ({ ...issue, path: [...placeOf(issue.path)] }))
  const groups = new Map(parsed.error.issues.map(({ path }) => [placeOf(path).join(), path]))
  return refuse(issues, located, (path) => keysAt(groups.get(path.join()) ?? path))
}

type Path = readonly PropertyKey[]

/** What is said of a unit, and what else a configuration says. */
export const unitKeys = (): string[] => Object.keys(unit.shape)
export const settingKeys = (): string[] => Object.keys(schema.def.innerType.shape).filter((key) => key !== 'unit')

const span = z
  .strictObject({ from: day, to: day }, 'group')
  .readonly()
  .refine(({ from, to }) => from <= to, 'from_up_to_to')

const unit = z.strictObject(
  {
    name: text,
    city: text,
    centre: text,
    agencyCode: z.string('agency_code').regex(agencyCode, 'agency_code'),
    formerCodes: texts.default([]),
    centreAccounts: texts,
    householdBusinessAccounts: texts,
  },
  'group',
)

const periods = z.strictObject(
  {
    regime: z.enum(['nd09', 'calendar'], 'choice').default('nd09'),
    override: z.record(periodId, span, 'group').readonly().default({}),
  },
  'group',
)

const wholeNumber = z.int('whole_number').min(0, 'whole_number')
const backups = z.strictObject({ folder: text.optional(), keep: wholeNumber.default(14) }, 'group')
const log = z.strictObject({ folder: text.optional(), days: wholeNumber.default(90) }, 'group')
const retention = z.strictObject(
  { years: z.int('years').min(1, 'years').nullable().default(null) }, // null: for ever
  'group',
)

const schema = z
  .strictObject(
    {
      unit: unit.readonly(),
      inbox: text.default('./inbox'),
      database: text.default('./var/doisoat.db'),
      out: text.default('./out'),
      periods: periods.readonly().default({ regime: 'nd09', override: {} }),
      dueSoonDays: wholeNumber.default(2),
      catalogue: text.optional(),
      calendar: text.optional(),
      rejectThreshold: z.number('share').min(0, 'share').max(1, 'share').default(0.05),
      expectedSystems: z.array(z.enum(systems, 'choice'), 'list').readonly().default([]),
      report,
      backups: backups.readonly().prefault({}),
      retention: retention.readonly().prefault({}),
      notify,
      log: log.readonly().prefault({}),
    },
    'group',
  )
  .readonly()

/** The text of a configuration, without its mark of order. Throws Trouble `config_missing` or `not_readable`. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new Trouble('config_missing', { file })
    throw new Trouble('not_readable', { path: file, cause: code || String(error) }, 2, { cause: error })
  }
}

/** The keys that may stand in the group at `path`. */
function keysAt(path: Path): readonly string[] {
  if (path.length === 0) return Object.keys(schema.def.innerType.shape)
  if (path[0] === 'unit') return Object.keys(unit.shape)
  if (path[0] === 'report') return reportKeys
  if (path[0] === 'backups') return Object.keys(backups.shape)
  if (path[0] === 'retention') return Object.keys(retention.shape)
  if (path[0] === 'notify') return notifyKeys(path.slice(1))
  if (path[0] === 'log') return Object.keys(log.shape)
  return path.length === 1 ? Object.keys(periods.shape) : ['from', 'to']
}

function withPaths(read: z.infer<typeof schema>, file: string): Config {
  const place = (path: string) => resolve(dirname(file), path)
  const database = databaseOf(read.database, place)
  const home = homeOf({ database, file })
  const beside = (folder: string | undefined, name: string): string =>
    folder === undefined ? join(home, name) : place(folder)
  return {
    ...read,
    file,
    inbox: place(read.inbox),
    database,
    out: place(read.out),
    catalogue: read.catalogue === undefined ? bundled('procedures.csv') : place(read.catalogue),
    calendar: read.calendar === undefined ? bundled('calendar.csv') : place(read.calendar),
    report: reportPaths(read.report, place),
    backups: { folder: beside(read.backups.folder, 'backups'), keep: read.backups.keep },
    notify: notifyPaths(read.notify, place),
    log: { folder: beside(read.log.folder, 'log'), days: read.log.days },
    ofCity: null,
  }
}

/** The path of a file, or the address of a server, which says no password. */
function databaseOf(database: string, place: (path: string) => string): string {
  if (isServer(database)) {
    if (hasPassword(database)) throw new Trouble('server_password', {})
    return database
  }
  if (/^\w+:\/\//.test(database)) throw new Trouble('database_kind', { database })
  return place(database)
}

function bundled(name: string): string {
  return join(import.meta.dirname, '..', 'catalogue', name)
}
