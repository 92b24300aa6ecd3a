import { buildCommand } from '@stricli/core'
import { dossiersCsv } from '../../reports/dossiers-csv.ts'
import type { Words } from '../../reports/words.ts'
import { believedIn } from '../why/believed.ts'
import { openOfficeOn } from '../nights/past-night.ts'
import type { Common, Desk } from '../world.ts'
import { commonFlags, dayFlag, dayOr, periodFlags, switchFlag } from './flags.ts'
import { type PeriodFlags, periodOrCurrent } from './period-asked.ts'

type Flags = Common & PeriodFlags & { readonly csv: boolean; readonly asOf?: string }

/** The dossiers that a period counts, for a spreadsheet (`--csv`, the default) or a script (`--json`). No names. */
export function dossiersCommand(words: Words) {
  const { flag } = words
  return buildCommand<Flags, [], Desk>({
    docs: { brief: words.command.dossiers },
    parameters: {
      flags: {
        ...commonFlags(words),
        ...periodFlags(words),
        asOf: dayFlag(words.flag.asOfNight),
        csv: switchFlag(flag.csv),
      },
    },
    func: show,
  })
}

async function show(this: Desk, flags: Flags): Promise<void> {
  const day = flags.asOf === undefined ? null : dayOr('--as-of', flags.asOf, '')
  const office = await openOfficeOn(this.world, flags, day)
  const period = periodOrCurrent(office, flags)
  const dossiers = believedIn(office, period)
  await office.store.close()
  if (flags.json) this.world.out(`${JSON.stringify({ schema: 1, period, dossiers }, null, 2)}\n`)
  else this.world.out(dossiersCsv(dossiers, this.words))
}
