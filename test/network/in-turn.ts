import { main } from '../../pipeline/cli.ts'
import { quietWorld } from '../support/quiet-world.ts'

/** Commands one after the other in a process of its own: `in-turn.ts FOLDER COMMANDS`; exit 1 where one of them broke. */
const [folder = '', commands = '[]'] = process.argv.slice(2)

for (const given of JSON.parse(commands) as string[][]) {
  const code = await main(
    quietWorld(folder, given, {
      err: (text) => void (text.includes('\n    at ') && process.stderr.write(text)),
      input: async () => Buffer.from('Tổng số hồ sơ tiếp nhận: 10 hồ sơ'),
    }),
  )
  if (code > 1) throw new Error(`exit ${code}: ${given.join(' ')}`)
}
process.stdout.write(String(process.resourceUsage().maxRSS))
