import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config/config.ts'
import { addDays, type Day, dayOf, instantOf } from '../day.ts'
import { discard, note } from '../disk.ts'
import { errorText } from '../help-text.ts'
import { Trouble } from '../trouble.ts'
import type { Desk } from '../world.ts'

/** What a line may hold: ids, days and counts. Never a cell, nor a sentence that quotes one. */
type Field = string | number | boolean | null | readonly string[]
export type Fields = Readonly<Record<string, Field>>

/** The log of one run: a line of JSON for each thing that happened. */
export type RunLog = (event: string, fields: Fields) => void

/**
 * Begins the log of a run, in a file of its own, and takes away those that are older than they are to be kept. Where
 * nothing can be written it is said once, and the run goes on without a log.
 */
export function openRunLog({ world, words }: Desk, { log }: Config, run: number, started: string): RunLog {
  if (log.days === 0) return () => {}
  clearOld(log.folder, addDays(dayOf(started), -log.days))
  const path = join(log.folder, `${started.replaceAll(':', '-')}-${String(run).padStart(4, '0')}.jsonl`)
  let isWritten = true
  return (event, fields) => {
    if (!isWritten) return
    try {
      note(path, `${JSON.stringify({ at: instantOf(world.now()), run, event, ...fields })}\n`)
    } catch (error) {
      if (!(error instanceof Trouble)) throw error
      isWritten = false
      world.err(`${words.message.notLogged(errorText(error, words))}\n`)
    }
  }
}

/** Why a run failed: a trouble by its code, a bug by where it is. What either says in words may quote a file. */
export function failureFields(error: unknown): Fields {
  if (error instanceof Trouble) return { trouble: error.code, exit: error.exit }
  if (!(error instanceof Error)) return { error: typeof error }
  return { error: error.name, stack: (error.stack?.match(/^ {4}at .*$/gm) ?? []).map((frame) => frame.trim()) }
}

function clearOld(folder: string, before: Day): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    const day = /^(\d{4}-\d\d-\d\d)T[\d-]+\.jsonl$/.exec(name)?.[1]
    if (day !== undefined && day < before) discard(join(folder, name))
  }
}
