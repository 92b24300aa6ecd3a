import { existsSync, statSync } from 'node:fs'
import { instantText } from '../../reports/format.ts'
import { examine } from '../../sql/backup.ts'
import { newestStep } from '../../sql/migrate.ts'
import type { Calendar } from '../calendar.ts'
import type { Config } from '../config/config.ts'
import { type Day, instantOf, todayIn } from '../day.ts'
import { holds, newestBackup, nightOfBackup } from '../keeping/backups.ts'
import { lastGoodNight, lastLine } from '../ledger.ts'
import type { Office } from '../office.ts'
import { missedSince, runNow } from '../status.ts'
import { systemCode, Trouble } from '../trouble.ts'
import { type Finding, found } from './finding.ts'
import { sizeText } from './machine-checks.ts'
import { newestIn, notTaken } from './inbox-files.ts'

/** The file itself: whether it can be read, is this program's, and is whole. */
export function databaseFinding({ database: file, unit }: Config): Finding {
  if (!existsSync(file)) return found('database', 'hint', 'database_none', { file })
  const seen = examine(file, 'quick')
  if (seen.is === 'newer') return found('database', 'no', 'database_newer', { file, ...numbersOf(seen) })
  if (seen.is === 'damaged') return found('database', 'no', 'database_damaged', { file, cause: seen.cause })
  if (seen.is === 'foreign') return found('database', 'no', 'database_foreign', { file })
  if (seen.step < newestStep()) return found('database', 'hint', 'database_older', { file })
  if (!holds(seen, unit.agencyCode)) return found('database', 'hint', 'unit_unknown', { file, agency: unit.agencyCode })
  return found('database', 'yes', 'database_good', { file, size: sizeText(statSync(file).size) })
}

function numbersOf({ found: there, known }: { readonly found: number; readonly known: number }) {
  return { found: there, known }
}

const STALE = 3 // working days without a new file

/** Whether there is an inbox, and how old its newest file is; null stands for a calendar that cannot be read. */
export function inboxFinding(config: Config, calendar: Calendar | null, now: Date): Finding {
  const { inbox: folder } = config
  const isThere = statSync(folder, { throwIfNoEntry: false })?.isDirectory()
  if (isThere !== true) throw new Trouble('inbox_missing', { folder })
  try {
    const there = newestIn(config)
    if (there === null) return found('inbox', 'hint', 'inbox_empty', { folder })
    const changed = new Date(there.newest.changed)
    const days = calendar?.workingDaysBetween(todayIn(changed), todayIn(now)) ?? 0
    const told = { files: there.files, newest: there.newest.path, at: instantText(instantOf(changed)) }
    return days > STALE
      ? found('inbox', 'hint', 'inbox_stale', { ...told, days })
      : found('inbox', 'yes', 'inbox_fresh', told)
  } catch (error) {
    if (systemCode(error) === '') throw error
    return found('inbox', 'no', 'inbox_closed', { folder, cause: systemCode(error) })
  }
}

export const noNight = found('night', 'hint', 'night_none', {})

/** What the night's work says of itself. */
export function nightFindings(office: Office, now: Date): Finding[] {
  const files = notTaken(office)
  const turnedAway = files.length === 0 ? [] : [found('inbox', 'no', 'not_taken', { paths: files })]
  return [...turnedAway, ...lastRunFindings(office), ...lastNightFindings(office, now)]
}

function lastRunFindings(office: Office): Finding[] {
  const run = runNow(lastLine(office), office.config)
  if (run?.state === 'failed') return [found('night', 'no', 'night_failed', { asOf: run.asOf, detail: run.detail })]
  return run?.state === 'interrupted' ? [found('night', 'no', 'night_interrupted', { asOf: run.asOf })] : []
}

function lastNightFindings(office: Office, now: Date): Finding[] {
  const night = lastGoodNight(office)
  if (night === null) return [noNight]
  const { asOf } = night
  const days = missedSince(office, asOf, now)
  if (days > 0) return [found('night', 'no', 'night_missed', { asOf, days })]
  return [
    night.state === 'done'
      ? found('night', 'yes', 'night_good', { asOf })
      : found('night', 'hint', 'night_incomplete', { asOf }),
  ]
}

/** Whether the last night has its copy; `night` is null before the first. */
export function backupFinding(config: Config, night: Day | null): Finding {
  const { folder, keep } = config.backups
  if (keep === 0) return found('backup', 'hint', 'backup_off', {})
  const file = newestBackup(config)
  if (file === null)
    return night === null
      ? found('backup', 'yes', 'backup_first', {})
      : found('backup', 'no', 'backup_none', { folder })
  const asOf = nightOfBackup(file)
  return night !== null && asOf < night
    ? found('backup', 'no', 'backup_behind', { file, asOf, night })
    : found('backup', 'yes', 'backup_good', { file, asOf })
}

/** A clock that was set back gives nights of days that are over, and files of days to come. */
export function clockFinding(config: Config, finished: string | null, now: Date): Finding {
  const told = { now: instantText(instantOf(now)) }
  if (finished !== null && instantOf(now) < finished)
    return found('clock', 'no', 'clock_behind_night', { ...told, night: instantText(finished) })
  const newest = newestOrNull(config)
  if (newest !== null && newest.changed > now.getTime() + SLACK)
    return found('clock', 'no', 'clock_behind_file', {
      ...told,
      file: newest.path,
      at: instantText(instantOf(new Date(newest.changed))),
    })
  return found('clock', 'yes', 'clock_good', told)
}

const SLACK = 120_000 // milliseconds: the clock of a share may go a little before the machine's

function newestOrNull(config: Config) {
  try {
    return newestIn(config)?.newest ?? null
  } catch (error) {
    if (systemCode(error) === '') throw error
    return null // the inbox has a line of its own
  }
}
