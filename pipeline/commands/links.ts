import { buildCommand } from '@stricli/core'
import { linksText } from '../../reports/links-text.ts'
import type { Words } from '../../reports/words.ts'
import { decideOn, type DecidingFlags } from '../deciding.ts'
import { confirmLink, linkDecisions, takeBackLink } from '../linking/link-decisions.ts'
import { openOffice } from '../open-office.ts'
import { unmatchedRows } from '../linking/unmatched.ts'
import type { Common, Desk } from '../world.ts'
import { commonFlags, neededText, textFlag } from './flags.ts'

/** The rows without a code that nobody could match, with what is proposed; and what people decided. */
export function linksCommand(words: Words) {
  return buildCommand<Common, [], Desk>({
    docs: { brief: words.command.discrepancyLinks },
    parameters: { flags: commonFlags(words) },
    func: show,
  })
}

/** A person says whose dossier a row without a code tells of. */
export function linkCommand(words: Words) {
  const { flag } = words
  return buildCommand<DecidingFlags & { readonly why: string }, [string, string], Desk>({
    docs: { brief: words.command.discrepancyLink },
    parameters: {
      flags: { ...commonFlags(words), why: neededText(flag.why, 'TEXT'), by: textFlag(flag.by, 'NAME') },
      positional: {
        kind: 'tuple',
        parameters: [
          { parse: String, brief: flag.key, placeholder: 'key' },
          { parse: String, brief: flag.code, placeholder: 'code' },
        ],
      },
    },
    func: link,
  })
}

/** A person takes that back. */
export function unlinkCommand(words: Words) {
  const { flag } = words
  return buildCommand<DecidingFlags, [string], Desk>({
    docs: { brief: words.command.discrepancyUnlink },
    parameters: {
      flags: { ...commonFlags(words), why: textFlag(flag.why, 'TEXT'), by: textFlag(flag.by, 'NAME') },
      positional: { kind: 'tuple', parameters: [{ parse: String, brief: flag.key, placeholder: 'key' }] },
    },
    func: unlink,
  })
}

async function show(this: Desk, { json, quiet, ...flags }: Common): Promise<void> {
  const office = await openOffice(this.world, { json, quiet, ...flags })
  const rows = unmatchedRows(office).map(
    ({ key, kind, system, ownNumber, received, candidates, rivals, proposals }) => {
      return { key, kind, system, ownNumber, received, candidates, rivals, proposals }
    },
  )
  const decisions = linkDecisions(office)
  await office.store.close()
  const { asOf } = office
  if (json) this.world.out(`${JSON.stringify({ schema: 1, asOf, unmatched: rows, decisions }, null, 2)}\n`)
  else if (!quiet || rows.length > 0) this.world.out(linksText({ asOf, rows, decisions }, this.words))
}

async function link(this: Desk, flags: DecidingFlags, key: string, found: string): Promise<void> {
  const code = await decideOn(this, flags, (office, deciding) => confirmLink(office, key, found, deciding))
  say(this, flags, { key, code, kind: 'linked' }, this.words.terminal.linkKept(key, code))
}

async function unlink(this: Desk, flags: DecidingFlags, key: string): Promise<void> {
  const code = await decideOn(this, flags, (office, deciding) => takeBackLink(office, key, deciding))
  say(this, flags, { key, code, kind: 'unlinked' }, this.words.terminal.linkTakenBack(key, code))
}

function say({ world }: Desk, { json, quiet }: Common, decided: object, sentence: string): void {
  if (json) world.out(`${JSON.stringify({ schema: 1, ...decided }, null, 2)}\n`)
  else if (!quiet) world.out(`${sentence}\n`)
}
