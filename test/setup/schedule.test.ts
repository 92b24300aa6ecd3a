import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { Parser } from 'htmlparser2'
import { beforeAll, describe, expect, test } from 'vitest'
import { main } from '../../pipeline/cli.ts'
import type { Machine } from '../../pipeline/world.ts'
import { cronLine, shellWord, windowsWord } from '../../reports/setup/schedule.ts'
import { quietWorld } from '../support/quiet-world.ts'
import { fixtures, makeRoom } from '../support/ward.ts'

const root = join(import.meta.dirname, '../..')
const flags = ['--name', 'phường "Hưng Đạo" & 100%', '--city', 'thành phố Hải Phòng', '--agency-code', 'H24.131', '--centre-accounts', 'a', '--household-accounts', '-'] // prettier-ignore

let ward: string
let linux: Machine

type Init = {
  readonly config: string
  readonly schedule: { readonly lines: string[]; readonly files: string[]; readonly scheduler: string }
}

async function init(given: readonly string[], machine: Partial<Machine> = {}): Promise<Init> {
  let said = ''
  const changes = { machine: { ...linux, ...machine }, out: (text: string) => void (said += text), err: (text: string) => void (said += text) } // prettier-ignore
  await main(quietWorld(ward, ['init', ...given, '--json'], changes))
  return JSON.parse(said) as Init
}

beforeAll(async () => {
  const room = makeRoom()
  ward = join(room, `Phường 'Hưng Đạo' 100% $HOME`)
  mkdirSync(ward)
  const program = join(room, 'Đối soát 50%')
  symlinkSync(root, program)
  linux = { node: '24.21.0', platform: 'linux', zone: 'Asia/Ho_Chi_Minh', program: [join(program, 'bin/doisoat')] }
  await init(flags)
})

describe('cron', () => {
  test('its line, run by sh as cron runs it, makes a night in a folder with spaces, quotes, % and Vietnamese letters', async () => {
    const { schedule } = await init(['--schedule', 'cron'])
    const [line] = schedule.lines as [string]
    const name = 'HoTich_DanhSach_20260213.csv'
    cpSync(join(fixtures, '2026-02/exports', name), join(ward, 'inbox', name))
    utimesSync(join(ward, 'inbox', name), 0, 0)
    const environment = ['-i', 'PATH=/usr/bin:/bin', 'SHELL=/bin/sh', '/bin/sh', '-c', takenByCron(line)]
    const { status, stderr } = spawnSync('env', environment, { cwd: '/', encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
    expect(existsSync(join(ward, 'var/doisoat.db')) && existsSync(join(ward, 'out/nightly'))).toBe(true)
  })

  test('its time is the machine’s for half past one in Vietnam', async () => {
    const timeOn = async (zone: string): Promise<string> =>
      /^\S+ \S+/.exec((await init(['--schedule', 'cron'], { zone })).schedule.lines[0]!)![0]
    expect([await timeOn('Asia/Ho_Chi_Minh'), await timeOn('UTC'), await timeOn('Asia/Bangkok')]).toEqual(['30 1', '30 18', '30 1']) // prettier-ignore
  })

  test('a word for sh comes back from sh as it was', () => {
    const words = [`a'b`, 'a b', '$(date)`x`', 'Đạo 100%', '~', '#x', '"', ';&|<>*?[]', '!', '-n']
    const { stdout } = spawnSync('/bin/sh', ['-c', `printf '%s\\n' ${words.map(shellWord).join(' ')}`], {
      encoding: 'utf8',
    })
    expect(stdout.trimEnd().split('\n')).toEqual(words)
  })

  test('a line end or a backslash in a path, of which crons make different things, is refused', async () => {
    for (const sign of ['\n', '\\']) {
      let said = ''
      const machine = { ...linux, program: [`/srv/a${sign}b/bin/doisoat`] }
      const code = await main(quietWorld(ward, ['init', '--schedule', 'cron'], { machine, err: (text) => void (said += text) })) // prettier-ignore
      expect([code, said]).toEqual([2, expect.stringContaining(sign === '\n' ? '"U+000A"' : '"\\"')])
    }
  })
})

describe('systemd', () => {
  test.runIf(existsSync('/usr/bin/systemd-analyze'))(
    'its own check finds no fault in the units, and the words of the service are the paths',
    async () => {
      const { schedule } = await init(['--schedule', 'systemd'])
      const check = spawnSync('systemd-analyze', ['verify', '--recursive-errors=no', ...schedule.files], { encoding: 'utf8' }) // prettier-ignore
      const own = check.stderr.split('\n').filter((line) => line.includes('doisoat'))
      expect([own, check.status]).toEqual([[], 0])
      const service = readFileSync(schedule.files[0]!, 'utf8')
      expect(service).toContain(
        `--config "${join(ward, 'doisoat.yaml').replaceAll('%', '%%').replaceAll('$', '$$$$')}"`,
      )
      expect(service).toContain(String.raw`Description=doisoat: đối soát hằng đêm, phường "Hưng Đạo" & 100%%`)
      expect(service).toContain('User=trang')
    },
  )

  test('the timer goes by Vietnam’s clock and makes up for a night that was slept through', async () => {
    const { schedule } = await init(['--schedule', 'systemd'], { zone: 'UTC' })
    const timer = readFileSync(schedule.files[1]!, 'utf8')
    expect(timer).toContain('OnCalendar=*-*-* 01:30:00 Asia/Ho_Chi_Minh\nPersistent=true\n')
    expect(schedule.lines.at(-1)).toBe('sudo systemctl enable --now doisoat-H24.131.timer')
  })
})

describe('the Windows Task Scheduler', () => {
  test('the task is UTF-16 with its mark, well-formed, and its words come apart into the paths', async () => {
    const program = ['C:\\Program Files\\Đối soát\\node.exe', 'C:\\Đối soát\\pipeline\\main.ts']
    const { schedule } = await init(['--schedule', 'windows'], { platform: 'win32', program })
    const bytes = readFileSync(schedule.files[0]!)
    expect(bytes.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xfe]))
    const xml = bytes.subarray(2).toString('utf16le')
    const task = elementsOf(xml)
    expect(task.get('Command')).toBe(program[0])
    expect(task.get('Description')).toContain('phường "Hưng Đạo" & 100%')
    expect(task.get('StartBoundary')).toBe('2026-01-01T01:30:00+07:00')
    expect(windowsArguments(task.get('Arguments')!)).toEqual([program[1], 'nightly', '--quiet', '--config', join(ward, 'doisoat.yaml')]) // prettier-ignore
    if (existsSync('/usr/bin/python3'))
      execFileSync('/usr/bin/python3', ['-c', 'import sys, xml.dom.minidom as m; m.parse(sys.argv[1])', schedule.files[0]!]) // prettier-ignore
  })

  test('it is what init schedules on Windows, and cron elsewhere', async () => {
    const usual = async (platform: string): Promise<string> =>
      (await init([...flags, '--config', `${platform}/doisoat.yaml`], { platform })).schedule.scheduler
    expect([await usual('win32'), await usual('linux')]).toEqual(['windows', 'cron'])
  })

  test('a word comes apart as it was put together, with quotes and backslashes', () => {
    const words = ['a b', 'a"b', 'C:\\x y\\', 'a\\"b c', '\\\\server\\Đối soát\\', 'plain\\', '%TEMP%']
    expect(windowsArguments(words.map(windowsWord).join(' '))).toEqual(words)
  })
})

test('a schedule that is there and says something else is not written over', async () => {
  const given = ['--config', 'khác/doisoat.yaml']
  await init([...flags, ...given])
  const first = await init([...given, '--schedule', 'windows'])
  let said = ''
  const machine = { ...linux, program: ['/elsewhere/doisoat'] }
  const code = await main(quietWorld(ward, ['init', ...given, '--schedule', 'windows'], { machine, err: (text) => void (said += text) })) // prettier-ignore
  expect([code, said]).toEqual([2, expect.stringContaining(`${first.schedule.files[0]}: đã có tệp này`)])
})

/** What cron hands to the shell: the line behind the five fields, up to a bare `%`. */
function takenByCron(line: string): string {
  const command = line.split(' ').slice(5).join(' ')
  expect(command).toMatch(/^(?:[^%]|\\%)*$/)
  return command.replaceAll('\\%', '%')
}

/** What a Windows program gets of a command line, after the rules of its C library. */
function windowsArguments(line: string): string[] {
  const words = ['']
  let isQuoted = false
  for (const [piece] of line.matchAll(/\\*"|\\+|\s+|[^\s"\\]+/g)) {
    const slashes = piece.endsWith('"') ? piece.length - 1 : 0
    if (piece.endsWith('"')) words[words.length - 1] += '\\'.repeat(slashes / 2) + (slashes % 2 === 1 ? '"' : '')
    if (piece.endsWith('"') && slashes % 2 === 0) isQuoted = !isQuoted
    else if (piece.trim() === '' && !isQuoted) words.push('')
    else if (!piece.endsWith('"')) words[words.length - 1] += piece
  }
  return words
}

/** The texts of a document's elements; throws where one is not closed. */
function elementsOf(xml: string): Map<string, string> {
  const open: string[] = []
  const texts = new Map<string, string>()
  const parser = new Parser(
    {
      onopentag: (name) => void open.push(name),
      ontext: (text) => void texts.set(open.at(-1) ?? '', (texts.get(open.at(-1) ?? '') ?? '') + text),
      onclosetag: (name, implied) => {
        if (implied || open.pop() !== name) throw new Error(`${name} is not closed`)
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return texts
}

test('the line of a crontab is one line', () => {
  const job = { name: 'x', description: 'x\ny', program: ['/a b/c'], config: '/d', user: null, at: { vietnam: '01:30', machine: '18:05' } } // prettier-ignore
  expect(cronLine(job)).toBe(`5 18 * * * '/a b/c' nightly --quiet --config /d`)
})
