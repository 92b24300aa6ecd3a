import { buildCommand, buildRouteMap } from '@stricli/core'
import { discrepancyCsv } from '../../reports/discrepancy-csv.ts'
import { discrepanciesText } from '../../reports/discrepancies-text.ts'
import type { Words } from '../../reports/words.ts'
import { systems } from '../../connectors/connector.ts'
import { listDiscrepancies, type Listed } from '../discrepancy-list.ts'
import { openOffice } from '../open-office.ts'
import { kinds } from '../rules/rule.ts'
import type { Common, Desk } from '../world.ts'
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
  }

/** The list, which is shown when nothing else is asked for, and what people decide about it. */
export function discrepancyRoutes(words: Words) {
  return buildRouteMap({
    routes: {
      list: listCommand(words),
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
      },
    },
    func: show,
  })
}

async function show(this: Desk, flags: Flags): Promise<void> {
  const wanted = chosen(flags)
  const office = await openOffice(this.world, flags)
  const asOf = dayOr('--as-of', flags.asOf, office.asOf)
  const list = listDiscrepancies(office, asOf, periodAsked(office, flags)).filter(wanted)
  await office.store.close()
  const fatal = choiceOf('--fail-on', flags.failOn, ['new', 'open'])
  if (fatal !== null && list.some(({ state }) => state === 'new' || (fatal === 'open' && state !== 'resolved')))
    this.leave(1)
  if (flags.json) this.world.out(`${JSON.stringify({ schema: 1, asOf, discrepancies: list }, null, 2)}\n`)
  else if (flags.csv) this.world.out(discrepancyCsv(list, this.words))
  else if (!flags.quiet || list.length > 0) this.world.out(discrepanciesText(list, asOf, this.words, this.world.colour))
}

function chosen(flags: Flags): (each: Listed) => boolean {
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
