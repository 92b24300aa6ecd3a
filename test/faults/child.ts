import { watchSteps } from '../../pipeline/disk.ts'
import { main } from '../../pipeline/cli.ts'
import { quietWorld } from '../support/quiet-world.ts'

/** The program in a process of its own, which dies at a step: `child.ts FOLDER STEP NOW COMMAND…`. */
const [folder = '', step = '', now = '', ...given] = process.argv.slice(2)
let seen = 0

watchSteps(({ half }) => {
  seen++
  if (seen !== Number(step)) return
  half?.()
  process.kill(process.pid, 'SIGKILL')
})

process.exitCode = await main(quietWorld(folder, given, { now: () => new Date(now) }))
