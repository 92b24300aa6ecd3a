import { watchSteps } from '../../pipeline/disk.ts'
import { main } from '../../pipeline/cli.ts'

/** The program in a process of its own, which dies at a step: `child.ts FOLDER STEP NOW COMMAND…`. */
const [folder = '', step = '', now = '', ...given] = process.argv.slice(2)
let seen = 0

watchSteps(({ half }) => {
  seen++
  if (seen !== Number(step)) return
  half?.()
  process.kill(process.pid, 'SIGKILL')
})

process.exitCode = await main({
  arguments: given,
  env: { USER: 'trang' },
  cwd: folder,
  pid: process.pid,
  now: () => new Date(now),
  out: () => {},
  drained: async () => {},
  err: () => {},
  input: async () => Buffer.of(),
  colour: false,
})
