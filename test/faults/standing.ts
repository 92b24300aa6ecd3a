import { writeFileSync } from 'node:fs'
import { watchSteps } from '../../pipeline/disk.ts'
import { main } from '../../pipeline/cli.ts'

/** The program in a process of its own, which stands still before a commit: `standing.ts FOLDER COMMIT NOW COMMAND…`. */
const [folder = '', commit = '', now = '', ...given] = process.argv.slice(2)
let seen = 0

watchSteps(({ does }) => {
  if (does === 'commit') seen++
  if (does !== 'commit' || seen !== Number(commit)) return
  writeFileSync(`${folder}/standing`, '')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0) // for ever
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
