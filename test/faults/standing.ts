import { writeFileSync } from 'node:fs'
import { watchSteps } from '../../pipeline/disk.ts'
import { main } from '../../pipeline/cli.ts'
import { quietWorld } from '../support/quiet-world.ts'

/** The program in a process of its own, which stands still before a commit: `standing.ts FOLDER COMMIT NOW COMMAND…`. */
const [folder = '', commit = '', now = '', ...given] = process.argv.slice(2)
let seen = 0

watchSteps(({ does }) => {
  if (does === 'commit') seen++
  if (does !== 'commit' || seen !== Number(commit)) return
  writeFileSync(`${folder}/standing`, '')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0) // for ever
})

process.exitCode = await main(quietWorld(folder, given, { now: () => new Date(now) }))
