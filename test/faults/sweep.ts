import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Step, watchSteps } from '../../pipeline/disk.ts'
import { nowOfWards } from '../support/quiet-world.ts'
import { copyOf, type Done, type Ward } from '../support/ward.ts'
import type { Case } from './cases.ts'
import { differences, hashesIn, ledgerOf, type State, stateOf } from './state.ts'

export type Fault = 'kill' | 'exception' | 'ENOSPC' | 'EIO'

/** A command that ran undisturbed: where it began, the steps that it took, and what came of it. */
export type Calm = {
  readonly given: readonly string[]
  readonly decides: boolean
  readonly before: Ward
  readonly documents: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
  readonly code: number
  readonly after: State
}

export async function calm({ ward, given, decides = false }: Case): Promise<Calm> {
  const before = await ward()
  const steps: Step[] = []
  const undisturbed = copyOf(before)
  const { code, err } = await watched(undisturbed, given, (step) => void steps.push(step))
  if (code > 1 || steps.length === 0) throw new Error(err)
  return { given, decides, before, documents: hashesIn(before, 'out'), steps, code, after: stateOf(undisturbed) }
}

/** Every step at which the fault may happen, and what was not as promised; a line each. */
export async function sweep(of: Calm, fault: Fault, only: (step: number) => boolean = () => true): Promise<string[]> {
  const numbers = of.steps.flatMap((step, at) => (mayHappen(fault, step) && only(at + 1) ? [at + 1] : []))
  const known = new Map<string, string[]>()
  const wrong: string[] = []
  const worker = async (): Promise<void> => {
    for (let number = numbers.shift(); number !== undefined; number = numbers.shift()) {
      const { does, path } = of.steps[number - 1]!
      const said = await onCopy(of, (ward) => disturbed(of, ward, fault, number, known))
      wrong.push(...said.map((what) => `${fault} at step ${number} (${does} ${short(path)}): ${what}`))
    }
  }
  await Promise.all(fault === 'kill' ? [worker(), worker()] : [worker()])
  return wrong
}

/** The database may have no more pages than so many, from those that it has on; a line for each promise not kept. */
export async function sweepPages(of: Calm, from: number, to: number, stride = 1): Promise<string[]> {
  const known = new Map<string, string[]>()
  const wrong: string[] = []
  for (let pages = from; pages < to; pages += stride) {
    const said = await onCopy(of, async (ward) => {
      const done = await watched(ward, of.given, ({ limit }) => limit?.(pages))
      const told = done.code === of.code ? [] : refused(done, 'the disk is full')
      return [...told, ...standing(of, ward), ...(await againKnown(of, ward, known))]
    })
    wrong.push(...said.map((what) => `${pages} pages: ${what}`))
  }
  return wrong
}

export async function onCopy(of: Calm, work: (ward: Ward) => Promise<string[]>): Promise<string[]> {
  const ward = copyOf(of.before)
  try {
    return await work(ward)
  } finally {
    rmSync(ward.folder, { recursive: true })
  }
}

/**
 * The same command once more: the same rows, the same documents, nothing half-written, nobody running. A decision that
 * the ledger has as done is not taken again: another `restate` would be another statement.
 */
export async function again(of: Calm, ward: Ward): Promise<string[]> {
  const alreadyDone = of.decides && ledgerOf(ward).at(-1)!.endsWith(' done')
  if (alreadyDone) return differences(stateOf(ward), of.after).map((what) => `done, but ${what} is not the same`)
  const { code, err } = await ward.doisoat(...of.given)
  const ledger = ledgerOf(ward).filter((line) => line.endsWith(' running'))
  const other = differences(stateOf(ward), of.after).map((what) => `run again, ${what} is not the same`)
  return [...(code === of.code ? [] : [`run again, exit ${code}: ${err}`]), ...ledger, ...other]
}

async function disturbed(
  of: Calm,
  ward: Ward,
  fault: Fault,
  number: number,
  known: Map<string, string[]>,
): Promise<string[]> {
  if (fault === 'kill') {
    const signal = await killed(of, ward, number)
    const told = signal === 'SIGKILL' ? [] : [`ended with ${signal}`]
    return [...told, ...standing(of, ward), ...(await again(of, ward))]
  }
  const sentence = { exception: 'a fault', ENOSPC: 'the disk is full', EIO: '(EIO)' }[fault]
  const done = await watched(ward, of.given, failingAt(number, fault))
  const clearing = of.steps[number - 1]!.does === 'remove' // what stays is cleared by the next run
  const after = isAfterAll(of, number) // what was kept stands, and it is said what could not be done
  const ended = done.code === of.code || (after && done.code === 1)
  const stands = (clearing || after) && fault !== 'exception' && ended
  const told = stands ? [] : refused(done, sentence, fault === 'exception')
  const silent = after && !clearing && !done.err.includes(sentence)
  const unsaid = silent ? [`exit ${done.code}, not said: ${done.err}`] : []
  const drafts = clearing ? [] : Object.keys(hashesIn(ward, '.')).filter((path) => path.includes('.draft'))
  const open = ledgerOf(ward).filter((line) => line.endsWith(' running'))
  return [...told, ...unsaid, ...drafts, ...open, ...standing(of, ward), ...(await againKnown(of, ward, known))]
}

/** What is done after the line in the ledger has been closed: a night's backup, what a purge clears away. */
function isAfterAll({ given, steps }: Calm, number: number): boolean {
  return (
    (given[0] === 'nightly' || given[0] === 'purge') &&
    number > 1 + steps.findLastIndex(({ does }) => does === 'commit')
  )
}

const takesRoom: ReadonlySet<Step['does']> = new Set(['folder', 'open', 'write', 'sync', 'lock', 'create'])

/** A full disk stays full: whatever takes room fails from the step on. Other faults happen once. */
function failingAt(number: number, fault: Exclude<Fault, 'kill'>): (step: Step) => void {
  let seen = 0
  return (step) => {
    seen++
    if (seen !== number && !(fault === 'ENOSPC' && seen > number && mayHappen(fault, step))) return
    step.half?.()
    throw fault === 'exception' ? new Error('a fault') : Object.assign(new Error(`${fault}: a fault`), { code: fault })
  }
}

function mayHappen(fault: Fault, { does }: Step): boolean {
  if (fault === 'ENOSPC') return takesRoom.has(does)
  return fault === 'EIO' ? takesRoom.has(does) || does === 'rename' || does === 'remove' : true
}

function refused({ code, err }: Done, sentence: string, stack = false): string[] {
  const said = code === 3 && err.includes(sentence) && /\n\s+at /.test(err) === stack
  return said ? [] : [`exit ${code}: ${err}`]
}

/** Each document has the bytes of before or of after. */
function standing({ documents, after }: Calm, ward: Ward): string[] {
  const now = Object.entries(hashesIn(ward, 'out')).filter(([path]) => !path.endsWith('.draft'))
  const odd = now.filter(([path, hash]) => hash !== documents[path] && hash !== after.files[path]).map(([path]) => path)
  const isWanted = (path: string): boolean => after.files[path] !== undefined // a purge takes documents away
  const gone = Object.keys(documents).filter((path) => isWanted(path) && !now.some(([there]) => there === path))
  return [...odd, ...gone].map((path) => `${path} is neither the one before nor the one after`)
}

/** Faults that leave the very same ward behind are followed by the same run: once is enough. */
async function againKnown(of: Calm, ward: Ward, known: Map<string, string[]>): Promise<string[]> {
  const left = JSON.stringify([stateOf(ward), ledgerOf(ward), Object.keys(hashesIn(ward, '.'))])
  const key = createHash('sha256').update(left).digest('hex')
  const before = known.get(key)
  if (before !== undefined) return before
  const said = await again(of, ward)
  known.set(key, said)
  return said
}

async function watched(ward: Ward, given: readonly string[], watch: (step: Step) => void): Promise<Done> {
  watchSteps(watch)
  try {
    return await ward.doisoat(...given, '--lang', 'en')
  } finally {
    watchSteps(null)
  }
}

function killed({ given }: Calm, { folder }: Ward, step: number): Promise<string> {
  const program = join(import.meta.dirname, 'child.ts')
  const now = nowOfWards.toISOString()
  const child = spawn(process.execPath, [program, folder, String(step), now, ...given], { stdio: 'inherit' })
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? `exit ${code}`)))
}

function short(path: string): string {
  return path.split('/').slice(-2).join('/')
}
