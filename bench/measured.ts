import { execFileSync, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'

/** What a process took, from its start to its end; null where the system does not say (it says on Linux). */
export type Taken = {
  readonly seconds: number
  readonly cpu: number | null // seconds of all its threads
  readonly megabytes: number | null // the most memory that it held at once
  readonly said: string // on its standard output
}

export type Order = {
  readonly command: string
  readonly given: readonly string[]
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
  readonly input?: string // a file for its standard input
  readonly mayEnd?: readonly number[] // exit codes besides 0
}

/** Runs a program to its end and measures it. Throws with what it said where it fails. */
export async function measured({ command, given, cwd, env, input, mayEnd = [] }: Order): Promise<Taken> {
  const from = input === undefined ? ('ignore' as const) : openSync(input, 'r')
  const start = performance.now()
  const child = spawn(command, given, { cwd, env, stdio: [from, 'pipe', 'pipe'] })
  const said = { out: '', err: '' }
  child.stdout!.setEncoding('utf8').on('data', (text: string) => (said.out += text))
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (said.err += text))
  let last: Used = { cpu: null, megabytes: null }
  const watch = setInterval(() => (last = usedBy(child.pid) ?? last), 10)
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', resolve)
    })
    const seconds = (performance.now() - start) / 1000
    if (code !== 0 && !mayEnd.includes(code ?? -1))
      throw new Error(`${command} ${given.join(' ')}: ended with ${code}\n${said.err}${said.out}`)
    return { seconds, ...last, said: said.out }
  } finally {
    clearInterval(watch)
    if (typeof from === 'number') closeSync(from)
  }
}

/** Whoever runs next does not wait for the disk because of what the one before it wrote. */
export function settle(): void {
  try {
    execFileSync('sync')
  } catch {
    // a system without it is measured as it is
  }
}

type Used = Pick<Taken, 'cpu' | 'megabytes'>

const TICKS = 100 // a second, in /proc

/** The kernel adds up and keeps the highest: looked at often enough, the last look has it all. */
function usedBy(pid: number | undefined): Used | null {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    if (kilobytes === undefined) return null // it has just ended
    return { cpu: secondsIn(pid!, [11, 12]), megabytes: Number(kilobytes) / 1024 }
  } catch {
    return null // no such file system, or it has just ended
  }
}

/** What stands in some fields of a process's `stat`, counted after its name. Throws where the system has none. */
export function secondsIn(pid: number | string, fields: readonly number[]): number {
  const all = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ') // prettier-ignore
  return fields.reduce((sum, at) => sum + Number(all[at]), 0) / TICKS
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
