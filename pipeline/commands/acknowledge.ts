import { buildCommand } from '@stricli/core'
import { nearestTo } from '../../connectors/nearest.ts'
import type { Words } from '../../reports/words.ts'
import { writeAcknowledgements, writeReopening } from '../desk/acknowledgement.ts'
import { decideOn } from '../deciding.ts'
import { type Asked, decide } from '../desk/decision.ts'
import { listDiscrepancies, type Listed } from '../discrepancy-list.ts'
import type { Office } from '../office.ts'
import { Trouble } from '../trouble.ts'
import type { Common, Desk } from '../world.ts'
import { commonFlags, textFlag } from './flags.ts'

type Flags = Common & {
  readonly until?: string
  readonly why?: string
  readonly from?: string
  readonly by?: string
}

/** One discrepancy by its key, or all that are filled in on the desk's list: known, and left until a day is over. */
export function ackCommand(words: Words) {
  const { flag, command } = words
  return buildCommand<Flags, [string?], Desk>({
    docs: { brief: command.discrepancyAck },
    parameters: {
      flags: {
        ...commonFlags(words),
        until: textFlag(flag.until, 'DAY'),
        why: textFlag(flag.why, 'TEXT'),
        from: textFlag(flag.handedBack, 'FILE'),
        by: textFlag(flag.by, 'NAME'),
      },
      positional: {
        kind: 'tuple',
        parameters: [{ parse: String, brief: flag.key, placeholder: 'key', optional: true }],
      },
    },
    func: acknowledge,
  })
}

/** Takes an acknowledgement back: the discrepancy stands open again. */
export function reopenCommand(words: Words) {
  const { flag, command } = words
  return buildCommand<Omit<Flags, 'until' | 'from'>, [string], Desk>({
    docs: { brief: command.discrepancyReopen },
    parameters: {
      flags: { ...commonFlags(words), why: textFlag(flag.why, 'TEXT'), by: textFlag(flag.by, 'NAME') },
      positional: { kind: 'tuple', parameters: [{ parse: String, brief: flag.key, placeholder: 'key' }] },
    },
    func: reopen,
  })
}

async function acknowledge(this: Desk, flags: Flags, key?: string): Promise<void> {
  const asked = await askedFor(flags, key, this.world.cwd)
  const { take, already, resolved } = await decideOn(this, flags, async (office, deciding) => {
    const decided = decide(asked, byKey(office), office.asOf)
    const { problems } = decided
    if (problems.length > 0) throw new Trouble('cannot_decide', { problems })
    writeAcknowledgements(office, deciding, decided.take)
    return decided
  })
  if (flags.json) {
    const acknowledged = take.map((each) => each.key)
    this.world.out(`${JSON.stringify({ schema: 1, acknowledged, already, resolved }, null, 2)}\n`)
  } else if (!flags.quiet)
    this.world.out(`${this.words.decided.acknowledged(take.length, already.length, resolved.length)}\n`)
}

async function askedFor({ from, until = '', why = '' }: Flags, key: string | undefined, cwd: string): Promise<Asked[]> {
  if ((from === undefined) === (key === undefined)) throw new Trouble('ack_what', {})
  if (key !== undefined) return [{ place: key, keys: [key], note: why.trim(), until: until.trim(), since: '' }]
  if (until !== '' || why !== '') throw new Trouble('ack_what', {})
  const { handedBack } = await import('../desk/read-handed-back.ts') // it reads any table, which others do not wait for
  return handedBack(from!, cwd)
}

async function reopen(this: Desk, flags: Omit<Flags, 'until' | 'from'>, key: string): Promise<void> {
  await decideOn(this, flags, async (office, deciding) => {
    const listed = byKey(office)
    const found = listed.get(key)
    if (found === undefined) throw new Trouble('key_unknown', { key, nearest: nearestTo([key], [...listed.keys()]) })
    if (found.acknowledged === null) throw new Trouble('not_acknowledged', { key })
    writeReopening(office, deciding, key)
  })
  if (flags.json) this.world.out(`${JSON.stringify({ schema: 1, reopened: [key] }, null, 2)}\n`)
  else if (!flags.quiet) this.world.out(`${this.words.decided.reopened(key)}\n`)
}

function byKey(office: Office): Map<string, Listed> {
  return new Map(listDiscrepancies(office, office.asOf, null).map((each) => [each.key, each]))
}
