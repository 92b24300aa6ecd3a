import { join, relative } from 'node:path'
import type { CityReport } from '../../reports/city/city-report.ts'
import type { PeriodReport } from '../../reports/period-report.ts'
import type { City } from '../config/city-config.ts'
import type { Config } from '../config/config.ts'
import { countedReader } from '../counted-reader.ts'
import { discrepancyLister, isOpen, type Listed } from '../discrepancy-list.ts'
import { periodReport } from '../documents/period-report.ts'
import { statedOf } from '../long-period.ts'
import type { Basis } from '../figures.ts'
import type { Office } from '../office.ts'
import { openOfficeOf } from '../open-office.ts'
import { isPeriodId, type Period, periodOf } from '../period.ts'
import { publishPeriod } from '../publish.ts'
import { statedPeriod } from '../summaries.ts'
import { Trouble } from '../trouble.ts'
import type { Desk } from '../world.ts'
import { publishCityFolder } from './city-folder.ts'
import { cityReport, type Ward, wardState } from './city-report.ts'
import { missingSystems, publishedFigures } from './ward-reader.ts'

/** `anew`: each ward's own documents are written before; else they stand as its last night left them. */
export type Asked = { readonly basis: Basis; readonly anew: boolean; readonly periodIn: (office: Office) => Period }

/**
 * Publishes what the wards of a city make together in a period, in the city's folder. A ward that cannot be asked does
 * not stop the others: its row says why. One ward is open at a time, and of each only its row is kept. Throws the
 * Trouble of the first where none can be asked.
 */
export async function publishCity(
  desk: Desk,
  city: City,
  asked: Asked,
): Promise<{ readonly report: CityReport; readonly folder: string }> {
  const report = await readCityReport(desk, city, asked)
  return { report, folder: await publishCityFolder(city, report) }
}

/** The same, written nowhere (but for the wards' own documents, where they are asked for anew). */
export async function readCityReport(desk: Desk, city: City, asked: Asked): Promise<CityReport> {
  const told: Told[] = []
  let id: string | null = null // of the first ward that knows: all are asked of the same
  for (const ward of city.wards) {
    const each = await askWard(desk, city, ward, asked, id)
    id ??= each.period
    told.push(each)
  }
  if (id === null) throw told[0]!.trouble!
  const rows = told.map(({ ward }) => ward)
  return cityReport(city.city, id, asked.basis, rows)
}

type Told = { readonly ward: Ward; readonly period: string | null; readonly trouble: Trouble | null }

async function askWard(desk: Desk, city: City, ward: Config, asked: Asked, id: string | null): Promise<Told> {
  const { name, agencyCode } = ward.unit
  try {
    const office = await openOfficeOf(desk.world, ward)
    try {
      const period = id !== null && isPeriodId(id) ? periodOf(id, ward.periods) : asked.periodIn(office)
      const state = await stateOf(office, period, asked)
      const folder = relative(join(city.out, period.id), join(ward.out, period.id)).replaceAll('\\', '/')
      const row = { name, agencyCode, folder: state.published === null ? null : folder, state, problem: null }
      return { ward: row, period: period.id, trouble: null }
    } finally {
      await office.store.close()
    }
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    const problem = { code: error.code, details: error.details }
    return { ward: { name, agencyCode, folder: null, state: null, problem }, period: null, trouble: error }
  }
}

async function stateOf(office: Office, period: Period, { basis, anew }: Asked) {
  const list = discrepancyLister(office, office.asOf)
  const report = anew
    ? (await publishPeriod(office, statedOf(office, period), basis)).report
    : await reportNow(office, period, basis, list(period).filter(isOpen))
  const missing = missingSystems(office, list(null).filter(isOpen), report.stated[basis].incomplete)
  return wardState(report, missing, publishedFigures(office, period, basis))
}

/** As its last night stated it, else as it is counted. */
function reportNow(office: Office, period: Period, basis: Basis, open: readonly Listed[]): Promise<PeriodReport> {
  const reader = countedReader(office)
  const stated = statedPeriod(office.store, office.unit, period.id) ?? statedOf(office, period, reader)
  return periodReport(office, period, basis, stated, reader, open)
}
