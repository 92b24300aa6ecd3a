import { main } from '../../pipeline/cli.ts'

/** Commands one after the other in a process of its own: `session.ts FOLDER COMMANDS`; exit 1 where one of them broke. */
const [folder = '', commands = '[]'] = process.argv.slice(2)

for (const given of JSON.parse(commands) as string[][]) {
  const code = await main({
    arguments: given,
    env: { USER: 'trang' },
    cwd: folder,
    pid: process.pid,
    now: () => new Date('2026-04-01T01:00:00Z'),
    out: () => {},
    drained: async () => {},
    err: (text) => void (text.includes('\n    at ') && process.stderr.write(text)),
    input: async () => Buffer.from('Tổng số hồ sơ tiếp nhận: 10 hồ sơ'),
    colour: false,
  })
  if (code > 1) throw new Error(`exit ${code}: ${given.join(' ')}`)
}
process.stdout.write(String(process.resourceUsage().maxRSS))
