import { closeSync, fsyncSync, openSync, readFileSync, realpathSync, rmSync, statSync, writeSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { median } from './measured.ts'

/** The machine in one line: what whoever measures elsewhere has to know. `folder` is where the work is done. */
export function machineText(folder: string): string {
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB`
  const model = cpus()[0]?.model.trim() ?? 'a processor without a name'
  return `${model}, ${availableParallelism()} cores, ${memory}, Node ${process.versions.node}, ${diskText(folder)}`
}

function diskText(folder: string): string {
  return `${kindOfDisk(folder)} (a page is on the disk after ${waitForDisk(folder).toFixed(2)} ms)`
}

/** As Linux knows it; elsewhere its name is not known, and its pace says enough. */
function kindOfDisk(folder: string): string {
  try {
    const { dev } = statSync(folder)
    const [major, minor] = [(dev >> 8) & 0xfff, (dev & 0xff) | ((dev >> 12) & 0xfff00)]
    if (major === 0) return 'a file system without a disk'
    const at = realpathSync(`/sys/dev/block/${major}:${minor}`)
    const name = at.split('/').at(-1)!
    if (name.startsWith('vd')) return `a virtual disk, ${name}`
    const whole = /\/block\/[^/]+/.exec(at)!
    const turns = readFileSync(join(at.slice(0, whole.index + whole[0].length), 'queue/rotational'), 'utf8')
    return turns.trim() === '1' ? `a disk that turns, ${name}` : `a solid-state disk, ${name}`
  } catch {
    return 'a disk of unknown kind'
  }
}

/** Milliseconds. */
function waitForDisk(folder: string): number {
  const at = join(folder, 'page')
  const file = openSync(at, 'w')
  const page = Buffer.alloc(4096)
  const times = Array.from({ length: 21 }, () => {
    const start = performance.now()
    writeSync(file, page)
    fsyncSync(file)
    return performance.now() - start
  })
  closeSync(file)
  rmSync(at)
  return median(times)
}
