import { buildCommand } from '@stricli/core'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { checkText } from '../../reports/check/check-text.ts'
import type { Words } from '../../reports/words.ts'
import { auditOf, isWell } from '../check/audit.ts'
import { readStated, statedText } from '../check/read.ts'
import type { Reading } from '../check/stated.ts'
import { readWards } from '../config/read-config.ts'
import { isOnServer } from '../config/home.ts'
import { bytesOf } from '../loading/landing.ts'
import type { Office } from '../office.ts'
import { openOffice } from '../open-office.ts'
import { systemCode, Trouble } from '../trouble.ts'
import type { Common, Desk, World } from '../world.ts'
import { commonFlags, periodFlags } from './flags.ts'
import { periodAsked, type PeriodFlags } from './period-asked.ts'

type Flags = Common & PeriodFlags

/** Audits figures that somebody else stated: by arithmetic, and against the database where it holds their period. */
export function checkCommand(words: Words) {
  return buildCommand<Flags, [string], Desk>({
    docs: { brief: words.command.check },
    parameters: {
      flags: { ...commonFlags(words), ...periodFlags(words) },
      positional: { kind: 'tuple', parameters: [{ parse: String, brief: words.flag.stated, placeholder: 'FILE' }] },
    },
    func: check,
  })
}

async function check(this: Desk, flags: Flags, path: string): Promise<void> {
  const reading = readStated(await textAt(path, this.world))
  if (reading.statements.length === 0) throw new Trouble('states_nothing', { file: path })
  const office = await officeFor(reading, flags, this.world)
  const audit = auditOf(path, reading, office, office === null ? null : periodAsked(office, flags))
  await office?.store.close()
  if (!isWell(audit)) this.leave(1)
  if (flags.json) this.world.out(`${JSON.stringify(audit, null, 2)}\n`)
  else if (!flags.quiet || !isWell(audit)) this.world.out(checkText(audit, this.words, this.world.colour))
}

/** Throws Trouble `file_missing`, `not_readable` or `not_a_text`. */
async function textAt(path: string, { cwd, input }: World): Promise<string> {
  const file = resolve(cwd, path)
  if (path !== '-' && !existsSync(file)) throw new Trouble('file_missing', { file: path })
  const piped = path === '-' ? await input() : null
  try {
    const read = statedText(piped === null ? bytesOf(file) : () => [piped])
    if ('text' in read) return read.text
    throw new Trouble('not_a_text', { file: path, found: read.reason.id })
  } catch (error) {
    const cause = systemCode(error)
    if (cause === '') throw error
    throw new Trouble('not_readable', { path, cause }, 2, { cause: error })
  }
}

/** The ward that the operator named, else the one at hand where the text names days; null where there is none. */
async function officeFor({ statements }: Reading, flags: Flags, world: World): Promise<Office | null> {
  const isAsked = [flags.config, flags.unit, flags.period, flags.from, flags.to].some((flag) => flag !== undefined)
  if (isAsked) return openOffice(world, flags)
  const namesDays = statements.some(({ period }) => period !== null && !('words' in period))
  if (!namesDays || !existsSync(resolve(world.cwd, 'doisoat.yaml'))) return null
  const read = readWards({}, world.cwd)
  const mayBeThere = !('wards' in read) && (isOnServer(read) || existsSync(read.database))
  return mayBeThere ? openOffice(world, flags) : null
}
