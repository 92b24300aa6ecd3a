import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { type Answers, configYaml } from '../../reports/setup/config-yaml.ts'
import type { Words } from '../../reports/words.ts'
import { type Config, configOf } from '../config/config.ts'
import { homeOf } from '../config/home.ts'
import { makeFolder } from '../disk.ts'
import { writeBeside } from '../files-out.ts'
import { landingOf } from '../open-office.ts'
import { Trouble } from '../trouble.ts'
import type { Schedule } from './schedule.ts'

/** A configuration that is not written yet, and its text. */
export type Proposed = { readonly config: Config; readonly text: string }

/** What the answers make, read back as the next command will read it. Throws Trouble where that cannot be read. */
export function propose(answers: Answers, file: string, words: Words): Proposed {
  const text = configYaml(answers, words)
  return { config: configOf(text, file), text }
}

/** The folders with personal data, and those for what people put in and take out. */
export function foldersOf(config: Config): string[] {
  return [config.inbox, homeOf(config), landingOf(config), config.out]
}

/**
 * Folders, schedule, and last the configuration: where that is there, everything is. Nothing that is there is written
 * over; what is there and is the same is left. Gives whether the configuration was written.
 */
export function setUp({ config, text }: Proposed, schedule: Schedule): boolean {
  refuseOther(config.file, text)
  refuseOthers(schedule)
  const isThere = existsSync(config.file)
  foldersOf(config).forEach(makeFolder)
  writeSchedule(schedule)
  writeBeside(dirname(config.file), basename(config.file), text)
  return !isThere
}

/** The files of a schedule, none of them over another. */
export function writeSchedule(schedule: Schedule): void {
  refuseOthers(schedule)
  for (const { path, content } of schedule.files) writeBeside(dirname(path), basename(path), content)
}

function refuseOthers({ files }: Schedule): void {
  for (const { path, content } of files) refuseOther(path, content)
}

/** Throws Trouble `setup_there` where something else lies at the path; a link that leads nowhere is something too. */
function refuseOther(path: string, content: string | Uint8Array): void {
  const there = lstatSync(path, { throwIfNoEntry: false })
  if (there === undefined || (there.isFile() && readFileSync(path).equals(Buffer.from(content)))) return
  throw new Trouble('setup_there', { file: path })
}
