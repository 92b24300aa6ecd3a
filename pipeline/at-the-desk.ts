import { instantOf } from './day.ts'
import type { Decision } from './decision.ts'
import { takeLock } from './lock.ts'
import type { Office } from './office.ts'
import { openOffice, openOfficeToWrite } from './open-office.ts'
import type { Common, World } from './world.ts'

/** Who sits at the desk, and when, by the clock on the office's wall. */
export type Person = { readonly by: string; readonly at: string }

/** A person decides on the list of the last night: no run may go on meanwhile. Throws Trouble `lock_held` (exit 75). */
export async function atTheDesk<Result>(
  world: World,
  flags: Common & { readonly by?: string },
  work: (office: Office, person: Person) => Promise<Result>,
): Promise<Result> {
  const { store, config, asOf } = await openOffice(world, flags)
  await store.close()
  const at = instantOf(world.now())
  const lock = takeLock(`${config.database}.lock`, world.pid, at)
  try {
    const office = await openOfficeToWrite(config, asOf)
    try {
      return await work(office, { by: flags.by ?? world.user(), at })
    } finally {
      await office.store.close()
    }
  } finally {
    lock.release()
  }
}

/** Adds decisions; what was decided before stays as it is, and the last line of a key holds. */
export function writeAcknowledgements(office: Office, person: Person, decisions: readonly Decision[]): Promise<void> {
  return write(
    office,
    person,
    decisions.map(({ key, until, why }) => ({ key, decision: 'acknowledged', until_day: until, why })),
  )
}

export function writeReopening(office: Office, person: Person, key: string, why: string | null): Promise<void> {
  return write(office, person, [{ key, decision: 'reopened', until_day: null, why }])
}

type Line = {
  readonly key: string
  readonly decision: 'acknowledged' | 'reopened'
  readonly until_day: string | null
  readonly why: string | null
}

async function write({ store, unit, asOf }: Office, { by, at }: Person, lines: readonly Line[]): Promise<void> {
  await store.transaction(async () => {
    const { id, run } = store.ask<{ id: number; run: number }>('next-acknowledgement', { unit })[0]!
    const common = { unit, decided_by: by, decided_at: at, as_of: asOf, run }
    store.insert(
      'acknowledgement',
      lines.map((line, index) => ({ ...common, acknowledgement: id + index, ...line })),
    )
  })
}
