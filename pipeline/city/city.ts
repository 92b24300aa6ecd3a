import { join } from 'node:path'
import { errorText } from '../help-text.ts'
import { statedOf } from '../long-period.ts'
import { cityDocuments } from '../documents/published.ts'
import { writeBeside } from '../files-out.ts'
import type { Config } from '../config/config.ts'
import type { Basis } from '../figures.ts'
import type { Office } from '../office.ts'
import { openOfficeOf } from '../open-office.ts'
import type { Period } from '../period.ts'
import { publishPeriod } from '../publish.ts'
import { Trouble } from '../trouble.ts'
import type { Desk } from '../world.ts'
import type { City } from './city-config.ts'
import { cityReport, type Ward, wardState } from './city-report.ts'
import type { CityReport } from '../../reports/city-report.ts'

/**
 * Publishes a period of every ward in the ward's own folder, and the city's documents in the city's; gives what the wards
 * make together, and the folder. A ward that cannot be asked does not stop the others: its row says why. Throws the
 * Trouble of the first where none can.
 */
export async function publishCity(
  desk: Desk,
  { city, out, wards }: City,
  periodIn: (office: Office) => Period,
  basis: Basis,
): Promise<{ readonly report: CityReport; readonly folder: string }> {
  const asked: Asked[] = []
  for (const config of wards) asked.push(await askWard(desk, config, periodIn, basis))
  const known = asked.find(({ period }) => period !== null)
  if (known === undefined) throw asked[0]!.trouble!
  const report = cityReport(
    city,
    known.period!,
    basis,
    asked.map(({ ward }) => ward),
  )
  const folder = join(out, report.period)
  for (const { name, content } of await cityDocuments(report)) writeBeside(folder, name, content)
  return { report, folder }
}

type Asked = { readonly ward: Ward; readonly period: string | null; readonly trouble: Trouble | null }

async function askWard(desk: Desk, config: Config, periodIn: (office: Office) => Period, basis: Basis): Promise<Asked> {
  const { name, agencyCode } = config.unit
  try {
    const office = await openOfficeOf(desk.world, config)
    try {
      const { period, state } = await publishWard(office, periodIn(office), basis)
      return { ward: { name, agencyCode, state, problem: null }, period: period.id, trouble: null }
    } finally {
      await office.store.close()
    }
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    const problem = errorText(error, desk.words)
    return { ward: { name, agencyCode, state: null, problem }, period: null, trouble: error }
  }
}

async function publishWard(office: Office, period: Period, basis: Basis) {
  const stated = statedOf(office, period)
  return { period, state: wardState((await publishPeriod(office, stated, basis)).report) }
}
