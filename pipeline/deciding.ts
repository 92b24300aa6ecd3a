import { instantOf } from './day.ts'
import { lockWard } from './lock.ts'
import type { Office } from './office.ts'
import { openOffice, openOfficeToWrite } from './open-office.ts'
import { Trouble } from './trouble.ts'
import type { Common, Desk, World } from './world.ts'

export type DecidingFlags = Common & { readonly by?: string; readonly why?: string }

/** Who decides, when (an instant), and why; null where no reason was asked for. */
export type Deciding = { readonly by: string; readonly at: string; readonly why: string | null }

/** The user of the machine decides unless another is named. Throws Trouble when it is nobody, or a reason is empty. */
export function decidingOf(world: World, flags: Pick<DecidingFlags, 'by' | 'why'>): Deciding {
  const by = flags.by ?? world.env['USER'] ?? world.env['LOGNAME'] ?? ''
  if (by.trim() === '') throw new Trouble('decider_unknown', { option: '--by' })
  if (flags.why?.trim() === '') throw new Trouble('empty_option', { option: '--why' })
  return { by: by.trim(), at: instantOf(world.now()), why: flags.why?.trim() ?? null }
}

/**
 * Lets a person's decision into the ward's database: under the lock, in one transaction, on the list of the last
 * night. Throws Trouble when it is not known who decides, or when a reason is empty.
 */
export async function decideOn<Result>(
  { world }: Desk,
  flags: DecidingFlags,
  decide: (office: Office, deciding: Deciding) => Promise<Result>,
): Promise<Result> {
  const deciding = decidingOf(world, flags)
  const { store, config, asOf } = await openOffice(world, flags)
  await store.close()
  const lock = lockWard(config, world.pid, deciding.at)
  try {
    const office = await openOfficeToWrite(config, asOf)
    try {
      return await office.store.transaction(() => decide(office, deciding))
    } finally {
      await office.store.close()
    }
  } finally {
    lock.release()
  }
}
