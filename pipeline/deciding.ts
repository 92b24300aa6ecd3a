import { instantOf } from './day.ts'
import { takeLock } from './lock.ts'
import type { Office } from './office.ts'
import { openOffice, openOfficeToWrite } from './open-office.ts'
import { Trouble } from './trouble.ts'
import type { Common, Desk } from './world.ts'

export type DecidingFlags = Common & { readonly by?: string; readonly why?: string }

/**
 * Lets a person's decision into the ward's database: under the lock, in one transaction, on the list of the last
 * night. Throws Trouble when it is not known who decides, or when a reason is empty.
 */
export async function decideOn<Result>(
  { world }: Desk,
  flags: DecidingFlags,
  decide: (office: Office, deciding: { by: string; at: string; why: string | null }) => Promise<Result>,
): Promise<Result> {
  const by = flags.by ?? world.env['USER'] ?? world.env['LOGNAME'] ?? ''
  if (by.trim() === '') throw new Trouble('decider_unknown', { option: '--by' })
  if (flags.why?.trim() === '') throw new Trouble('empty_option', { option: '--why' })
  const { store, config, asOf } = await openOffice(world, flags)
  await store.close()
  const at = instantOf(world.now())
  const lock = takeLock(`${config.database}.lock`, world.pid, at)
  try {
    const office = await openOfficeToWrite(config, asOf)
    try {
      const deciding = { by: by.trim(), at, why: flags.why?.trim() ?? null }
      return await office.store.transaction(() => decide(office, deciding))
    } finally {
      await office.store.close()
    }
  } finally {
    lock.release()
  }
}
