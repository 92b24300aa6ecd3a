import { buildCommand, buildRouteMap } from '@stricli/core'
import { discrepancyCsv } from '../../reports/discrepancy-csv.ts'
import { discrepanciesText } from '../../reports/discrepancies-text.ts'
import type { Words } from '../../reports/words.ts'
import { systems } from '../../connectors/connector.ts'
import type { Day } from '../day.ts'
import { decideOn } from '../deciding.ts'
import { listDiscrepancies, type Listed } from '../discrepancy-list.ts'
import type { Office } from '../office.ts'
import { openOffice } from '../open-office.ts'
import { nightBy } from '../nights/past-night.ts'
import { kinds } from '../rules/rule.ts'
import { Trouble } from '../trouble.ts'
import { unmask, type Unmasked } from '../desk/unmask.ts'
import type { Common, Desk } from '../world.ts'
import { ackCommand, reopenCommand } from './acknowledge.ts'
import { choiceOf, commonFlags, dayFlag, dayOr, periodFlags, switchFlag, textFlag } from './flags.ts'
import { linkCommand, linksCommand, unlinkCommand } from './links.ts'
import { periodAsked, type PeriodFlags } from './period-asked.ts'

const states = ['new', 'open', 'acknowledged', 'resolved', 'reopened'] as const

type Flags = Common &
  PeriodFlags & {
    readonly asOf?: string
    readonly kind?: string
    readonly state?: string
    readonly system?: string
    readonly failOn?: string
    readonly csv: boolean
    readonly unmask: boolean
    readonly why?: string
    readonly by?: string
  }

/** The list, which needs no word of its own, and what people decide about what stands on it. */
export function discrepancyRoutes(words: Words) {
  return buildRouteMap<string, Desk>({
    routes: {
      list: listCommand(words),
      ack: ackCommand(words),
      reopen: reopenCommand(words),
      links: linksCommand(words),
      link: linkCommand(words),
      unlink: unlinkCommand(words),
    },
    defaultCommand: 'list',
    docs: { brief: words.command.discrepancies },
  })
}

/** The discrepancies of a day, of a period, of a kind. What has been resolved is shown when it is asked for. */
function listCommand(words: Words) {
  const { flag } = words
  return buildCommand<Flags, [], Desk>({
    docs: { brief: words.command.discrepancyList },
    parameters: {
      flags: {
        ...commonFlags(words),
        asOf: dayFlag(flag.asOf),
        ...periodFlags(words),
        kind: textFlag(flag.kind, 'KIND'),
        state: textFlag(flag.state, 'STATE'),
        system: textFlag(flag.system, 'SYSTEM'),
        failOn: textFlag(flag.failOn, 'new|open'),
        csv: switchFlag(flag.csv),
        unmask: switchFlag(flag.unmask),
        why: textFlag(flag.whyUnmasked, 'TEXT'),
        by: textFlag(flag.by, 'NAME'),
      },
    },
    func: show,
  })
}

async function show(this: Desk, flags: Flags): Promise<void> {
  const wanted = chosen(flags)
  const fatal = choiceOf('--fail-on', flags.failOn, ['new', 'open'])
  const { asOf, list } = await (flags.unmask ? unmasked : masked)(this, flags, wanted)
  if (fatal !== null && list.some(({ state }) => state === 'new' || (fatal === 'open' && !isLeft(state)))) this.leave(1)
  if (flags.json) this.world.out(`${JSON.stringify({ schema: 1, asOf, discrepancies: list }, null, 2)}\n`)
  else if (flags.csv) this.world.out(discrepancyCsv(list, this.words))
  else if (!flags.quiet || list.length > 0) this.world.out(discrepanciesText(list, asOf, this.words, this.world.colour))
}

/** Nothing to do about it: it is over, or a person has decided to leave it until a day. */
function isLeft(state: Listed['state']): boolean {
  return state === 'resolved' || state === 'acknowledged'
}

type Shown = { readonly asOf: Day; readonly list: readonly (Listed | Unmasked)[] }

async function masked({ world }: Desk, flags: Flags, wanted: Wanted): Promise<Shown> {
  const office = await openOffice(world, flags)
  const shown = listed(office, flags, wanted)
  await office.store.close()
  return shown
}

/** With names and numbers: only with a reason, which is kept. */
async function unmasked(desk: Desk, flags: Flags, wanted: Wanted): Promise<Shown> {
  if ((flags.why ?? '').trim() === '') throw new Trouble('unmask_why', {})
  return decideOn(desk, flags, async (office, deciding) => {
    const { asOf, list } = listed(office, flags, wanted)
    return { asOf, list: unmask({ ...office, asOf }, list, deciding) }
  })
}

function listed(office: Office, flags: Flags, wanted: Wanted): Shown & { readonly list: readonly Listed[] } {
  const asOf = dayOr('--as-of', flags.asOf, office.asOf)
  if (flags.asOf !== undefined) nightBy(office, asOf)
  return { asOf, list: listDiscrepancies(office, asOf, periodAsked(office, flags)).filter(wanted) }
}

type Wanted = (each: Listed) => boolean

function chosen(flags: Flags): Wanted {
  const kind = choiceOf('--kind', flags.kind, kinds)
  const state = choiceOf('--state', flags.state, states)
  const system = choiceOf('--system', flags.system, systems)
  const inState = (each: Listed): boolean =>
    state === 'open' ? each.state === 'open' || each.state === 'new' : each.state === state
  return (each) =>
    (kind === null || each.kind === kind) &&
    (system === null || each.system === system) &&
    (state === null ? each.state !== 'resolved' || flags.json : inState(each))
}
