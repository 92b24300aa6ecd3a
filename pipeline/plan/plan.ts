import { existsSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Config } from '../config/config.ts'
import { isOnServer } from '../config/home.ts'
import type { Day } from '../day.ts'
import { checkReport } from '../documents/report-document.ts'
import { nightFile } from '../keeping/backups.ts'
import { type GoodNight, lastGoodNight } from '../ledger.ts'
import { type Holder, holderOf } from '../lock.ts'
import type { Office } from '../office.ts'
import { openOfficeOf, refuseToBeginAnew } from '../open-office.ts'
import { monthOf } from '../period.ts'
import { Trouble } from '../trouble.ts'
import type { World } from '../world.ts'
import { type PlannedFile, planInbox } from './inbox-plan.ts'
import { planWork, type WorkPlan } from './work-plan.ts'

/** What a night would do if it began now. */
export type Plan = {
  readonly unit: string // its agency code
  readonly name: string
  readonly asOf: Day
  readonly lastNight: GoodNight | null
  readonly running: Holder | null // who works on the ward at this moment
  readonly files: readonly PlannedFile[]
  readonly work: WorkPlan | null // null: nothing is known yet, all of it is worked out
  readonly month: string // the current one
  readonly copy: 'none' | 'server' | { readonly file: string } // of the database, when the night is done
}

/**
 * Tells what `nightly` would do with a ward and why, and writes nothing. What new files move is not in it: it is known
 * when they are read. Throws what a night would throw before it begins: Trouble of the inbox, the template, the database.
 */
export async function planNight(world: World, config: Config, asOf: Day): Promise<Plan> {
  if (!existsSync(config.inbox)) throw new Trouble('inbox_missing', { folder: config.inbox })
  await checkReport(config)
  const office = await officeOrNone(world, config, asOf)
  try {
    const { files, lying } = planInbox(config, office, () => world.now().getTime())
    const isNew = files.some(({ as }) => mayBring.has(as))
    return {
      unit: config.unit.agencyCode,
      name: config.unit.name,
      asOf,
      lastNight: office === null ? null : lastGoodNight(office),
      running: holderOf(config),
      files,
      work: office === null ? null : await planWork(office, lying, isNew),
      month: monthOf(asOf, config.periods).id,
      copy: copyOf(config, asOf),
    }
  } finally {
    await office?.store.close()
  }
}

/** What a file has to be to move anything. */
const mayBring: ReadonlySet<PlannedFile['as']> = new Set(['new', 'changed', 'again', 'elsewhere', 'not_ready'])

/** Null before the first night of a ward. */
async function officeOrNone(world: World, config: Config, asOf: Day): Promise<Office | null> {
  refuseToBeginAnew(config)
  if (!isOnServer(config) && statSync(config.database, { throwIfNoEntry: false })?.size === 0) return null
  try {
    return { ...(await openOfficeOf(world, config)), asOf }
  } catch (error) {
    if (error instanceof Trouble && error.code === 'database_missing') return null
    throw error
  }
}

function copyOf(config: Config, asOf: Day): Plan['copy'] {
  if (isOnServer(config)) return 'server'
  return config.backups.keep === 0 ? 'none' : { file: basename(nightFile(config, asOf)) }
}
