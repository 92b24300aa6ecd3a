import { existsSync } from 'node:fs'
import type { Letter } from '../../reports/letter/letter.ts'
import { statedText } from '../check/read.ts'
import type { Config } from '../config/config.ts'
import { bytesOf } from '../loading/landing.ts'
import { type TextKey, textKeys } from '../config/report-config.ts'
import { systemCode, Trouble } from '../trouble.ts'

/** What the office says in the report of a period, from its configuration and its files. Throws Trouble. */
export function letterOf({ unit, report }: Pick<Config, 'unit' | 'report'>, period: string): Letter {
  const { symbol, dates, recipients, signature, signer, intro, businessOffice } = report
  return {
    symbol,
    place: report.place ?? placeOf(unit.name),
    day: dates[period] ?? null,
    addressees: report.addressees ?? [`Ủy ban nhân dân ${unit.name}`],
    recipients,
    signature,
    signer,
    intro,
    businessOffice,
    tasks: textOf(report.tasks, 'tasks', period),
    difficulties: textOf(report.difficulties, 'difficulties', period),
    plans: textOf(report.plans, 'plans', period),
  }
}

/** Reads the files that every period has, so that a night finds out before it begins. Throws Trouble. */
export function checkTexts({ report }: Pick<Config, 'report'>): void {
  for (const key of textKeys) if (report[key]?.includes(PERIOD) === false) textOf(report[key], key, '')
}

const PERIOD = '{period}'

/** The ward's name without what it is: phường Hưng Đạo lies in Hưng Đạo. */
function placeOf(name: string): string {
  return name.replace(/^(?:phường|xã|thị trấn|đặc khu)\s+/iu, '')
}

/** Where the office's text for a period lies, or will. */
export function textPath(path: string | null, period: string): string | null {
  return path === null ? null : path.replaceAll(PERIOD, period)
}

/** Empty where the office names no file, or has not yet written that of the period. */
function textOf(path: string | null, key: TextKey, period: string): string {
  const file = textPath(path, period)
  if (file === null) return ''
  if (!existsSync(file)) {
    if (path!.includes(PERIOD)) return ''
    throw new Trouble('report_file_missing', { key: `report.${key}`, file })
  }
  const read = readText(file)
  if ('text' in read) return read.text.normalize('NFC')
  throw new Trouble('report_file_unreadable', { key: `report.${key}`, file, found: read.reason.id })
}

function readText(file: string): ReturnType<typeof statedText> {
  try {
    return statedText(bytesOf(file))
  } catch (error) {
    const cause = systemCode(error)
    if (cause === '') throw error
    throw new Trouble('not_readable', { path: file, cause }, 2, { cause: error })
  }
}
