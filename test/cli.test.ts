import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { connectors } from '../connectors/index.ts'
import type { Tested } from '../pipeline/kit/connector-test.ts'
import type { SeenFile } from '../pipeline/loading/files-seen.ts'
import type { PeriodFigures } from '../pipeline/period-figures.ts'
import type { Status } from '../pipeline/status.ts'
import { wordsIn } from '../reports/words.ts'
import { changeIn } from './support/database.ts'
import { server } from './support/server.ts'
import { bookRow, civilRow, portalRow } from './support/dossiers.ts'
import { everywhere, wardWith } from './support/raised-by.ts'
import {
  copyOf,
  dumpOf,
  fixtures,
  makeRoom,
  openWard,
  publishedBy,
  tablesThatDiffer,
  type Ward,
} from './support/ward.ts'

const root = join(import.meta.dirname, '..')
const commands = [
  'nightly',
  'run',
  'figures',
  'discrepancies',
  'discrepancies list',
  'discrepancies ack',
  'discrepancies reopen',
  'discrepancies links',
  'discrepancies link',
  'discrepancies unlink',
  'dossiers',
  'rejects',
  'files',
  'report',
  'city',
  'verify',
  'close',
  'reopen',
  'restate',
  'changes',
  'why',
  'check',
  'status',
  'doctor',
  'init',
  'backup',
  'restore',
  'purge',
  'completion',
  'connector list',
  'connector new',
  'connector test',
  'connector try',
]

describe('a ward with one dossier in order and one that the book lacks', () => {
  let ward: Ward

  beforeAll(async () => {
    const second = { code: 'H24.131-260204-0002', identity: '031195694675' }
    ward = await wardWith({
      portal: [portalRow(), portalRow(second)],
      book: [bookRow()],
      civil: [civilRow(), civilRow(second)],
    })
  })

  test('figures --json has the shape that scripts hold on to', async () => {
    const stated = await ward.ask<PeriodFigures>('figures', '--period', '2026-02')
    expect(Object.keys(stated)).toEqual([
      'schema',
      'unit',
      'period',
      'asOf',
      'basis',
      'figures',
      'rates',
      'identities',
      'reconciliation',
      'incomplete',
      'warnings',
    ])
    expect([stated.schema, stated.unit, stated.period, stated.asOf, stated.basis]).toEqual([
      1,
      'H24.131',
      { id: '2026-02', from: '2026-01-17', to: '2026-02-13' },
      '2026-02-13',
      'centre',
    ])
    expect(Object.keys(stated.figures).toSorted()).toEqual(figureKeys.toSorted())
    expect(stated.figures.online_payment_rate).toBeNull()
    expect(stated.rates.digitized_rate).toEqual({ numerator: 1, denominator: 1 })
    expect(stated.reconciliation.map(({ line, count }) => [line, count])).toEqual([
      ['portal', 2],
      ['unreadable_portal', 0],
      ['routed_past_centre', 0],
      ['missing_at_centre', 1],
      ['missing_in_portal', 0],
      ['centre_book', 1],
      ['unexplained', 0],
    ])
  })

  test('figures of any days are asked for by them, of the current period by nothing', async () => {
    const days = await ward.ask<PeriodFigures>(
      'figures',
      '--from',
      '2026-02-05',
      '--to',
      '2026-02-05',
      '--basis',
      'all',
    )
    expect([days.period.id, days.figures.carried_in, days.figures.resolved_on_time]).toEqual([
      '2026-02-05..2026-02-05',
      2,
      2,
    ])
    expect((await ward.ask<PeriodFigures>('figures')).period.id).toBe('2026-02')
  })

  test('discrepancies --json has the shape that scripts hold on to', async () => {
    expect(await ward.ask('discrepancies')).toEqual({
      schema: 1,
      asOf: '2026-02-13',
      discrepancies: [
        {
          key: 'missing_at_centre/H24.131-260204-0002/trungtam',
          kind: 'missing_at_centre',
          code: 'H24.131-260204-0002',
          system: 'trungtam',
          state: 'new',
          verified: true,
          since: '2026-02-13',
          lastSeen: '2026-02-13',
          acknowledged: null,
          bySettings: null,
          detail: { account: 'ttpvhcc.hd01' },
          sources: [
            { file: 'civil.csv', line: 4 },
            { file: 'portal.csv', line: 4 },
          ],
        },
      ],
    })
  })

  test('discrepancies are chosen by kind, state, system and period', async () => {
    const count = async (...given: string[]): Promise<number> =>
      (await ward.ask<{ discrepancies: object[] }>('discrepancies', ...given)).discrepancies.length
    expect([await count('--kind', 'missing_at_centre'), await count('--kind', 'due_soon')]).toEqual([1, 0])
    expect([await count('--state', 'new'), await count('--state', 'resolved')]).toEqual([1, 0])
    expect([await count('--system', 'trungtam'), await count('--system', 'dvcqg')]).toEqual([1, 0])
    expect([await count('--period', '2026-02'), await count('--period', '2026-03')]).toEqual([1, 0])
  })

  test('--fail-on turns what is there into exit 1, and a day later new is no longer new', async () => {
    const code = async (...given: string[]): Promise<number> => (await later.doisoat('discrepancies', ...given)).code
    const later = copyOf(ward)
    expect([await code(), await code('--fail-on', 'new'), await code('--fail-on', 'open')]).toEqual([0, 1, 1])
    await later.nightly('2026-02-14')
    expect([await code('--fail-on', 'new'), await code('--fail-on', 'open')]).toEqual([0, 1])
  })

  test('dossiers are told with their days and never with a name', async () => {
    const { out } = await ward.doisoat('dossiers', '--period', '2026-02', '--json')
    const { dossiers } = JSON.parse(out) as { dossiers: Record<string, unknown>[] }
    expect(
      dossiers.map(({ code, inBook, received, ended, outcome }) => [code, inBook, received, ended, outcome]),
    ).toEqual([
      ['H24.131-260204-0001', true, '2026-02-04', '2026-02-05', 'resolved'],
      ['H24.131-260204-0002', false, '2026-02-04', '2026-02-05', 'resolved'],
    ])
    expect(out + (await ward.doisoat('dossiers')).out).not.toMatch(/Hòa|031195/)
  })

  test('status says which systems spoke, how the last night went and what is open', async () => {
    const status = await ward.ask<Status>('status')
    expect(status.systems.filter(({ came }) => came !== null)).toEqual([
      { system: 'dvcqg', reaches: '2026-02-13', came: '2026-02-13' },
      { system: 'trungtam', reaches: '2026-02-13', came: '2026-02-13' },
      { system: 'botuphap-hotich', reaches: '2026-02-13', came: '2026-02-13' },
    ])
    expect(status.lastNight).toMatchObject({ asOf: '2026-02-13', state: 'done' })
    expect([status.open, status.nextPeriod.id]).toEqual([[{ kind: 'missing_at_centre', count: 1 }], '2026-03'])
  })

  test('status says for how many working days no night came to its end, and Tết has none', async () => {
    const missed = async (now: string): Promise<[number, boolean]> => {
      const then = openWard({}, new Date(now), server === null ? undefined : ward.database)
      cpSync(ward.folder, then.folder, { recursive: true })
      const { missedDays } = await then.ask<Status>('status')
      return [missedDays, (await then.doisoat('status')).out.includes('không có lần chạy nào xong')]
    }
    expect(await missed('2026-02-14T01:00:00Z')).toEqual([0, false])
    expect(await missed('2026-02-22T09:00:00Z')).toEqual([0, false])
    expect(await missed('2026-02-24T09:00:00Z')).toEqual([2, true])
  })

  test('files tells of each file what it was taken for, and its line account', async () => {
    const { files } = await ward.ask<{ files: SeenFile[] }>('files')
    expect(files[0]).toEqual({
      file: 'book.csv',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      system: 'trungtam',
      encoding: 'utf-8',
      delimiter: ';',
      lines: { physical: 3, preamble: 1, header: 1, blank: 0, data: 1, footer: 0 },
      rows: { read: 1, loaded: 1, repeated: 0, rejected: 0 },
      statedTotal: null,
      state: 'loaded',
      reason: null,
    })
  })

  test.each(
    commands.filter(
      (name) =>
        !/^(nightly|run|connector [nt]|report|city|verify|close|reopen|restate|why|check|purge|doctor|init|completion|discrepancies ([ar]|(un)?link$))/.test(
          name,
        ) && !(server !== null && /^(backup|restore)$/.test(name)), // a server refuses them
    ),
  )('%s says something to people in both languages', async (command) => {
    const [vi, en] = [
      await ward.doisoat(...command.split(' ')),
      await ward.doisoat(...command.split(' '), '--lang', 'en'),
    ]
    expect([vi.code, en.code, vi.err, en.err]).toEqual([0, 0, '', ''])
    if (!['dossiers', 'connector list', 'rejects'].includes(command)) expect(vi.out).not.toBe(en.out)
    expect(`${vi.out}${en.out}`).not.toMatch(/undefined|\[object|NaN/)
  })

  test('--dry-run says what would be, and leaves no trace', async () => {
    const dry = copyOf(ward)
    dry.put('portal.csv', ward.folder)
    dry.take('civil.csv')
    const before = dumpOf(dry, [])
    const { code, out } = await dry.nightly('2026-02-14', '--dry-run')
    expect([code, out]).toEqual([1, expect.stringContaining('portal.csv')])
    expect(dumpOf(dry, [])).toEqual(before)
    expect(publishedBy(dry)).toEqual(publishedBy(ward))
  })

  test('a night that fails leaves the database and the documents of the last good one, and says so in the ledger', async () => {
    const failing = copyOf(ward)
    failing.put('extra.csv', 'x')
    writeFileSync(join(failing.folder, 'calendar.csv'), 'date,kind,name,status\n')
    failing.configure({ out: './inbox/portal.csv/out' })
    const { code, err } = await failing.nightly('2026-02-14')
    expect([code, err]).toEqual([3, expect.stringMatching(/portal\.csv/)])
    expect(err).toContain('Đêm chạy xong gần nhất: tính đến hết ngày 13/02/2026')
    expect((await failing.ask<Status>('status')).lastRun).toMatchObject({ asOf: '2026-02-14', state: 'failed' })
    expect(publishedBy(failing)).toEqual(publishedBy(ward))
  })

  test('run load reads the files of one system again', async () => {
    const again = copyOf(ward)
    const { code } = await again.doisoat('run', 'load', '--system', 'trungtam')
    for (const stage of ['normalize', 'reconcile', 'summarize']) await again.doisoat('run', stage)
    expect([code, tablesThatDiffer(again, ward)]).toEqual([0, []])
  })

  test('run on a folder of files prints what the stage made, and keeps nothing', async () => {
    const before = dumpOf(ward, [])
    const made = await ward.ask<{ stage: string; made: Record<string, unknown[]> }>(
      'run',
      'normalize',
      '--fixtures',
      join(ward.folder, 'inbox'),
    )
    expect([made.stage, made.made['record']?.length, made.made['export']?.length]).toEqual(['normalize', 5, 3])
    expect(dumpOf(ward, [])).toEqual(before)
  })
})

test('a night without trouble says nothing when it is to be quiet, and one with trouble does', async () => {
  const ward = await wardWith(everywhere())
  const quiet = { code: 0, out: '', err: '' }
  expect(await ward.nightly('2026-02-13', '--quiet')).toEqual(quiet)
  for (const command of ['figures', 'discrepancies', 'rejects', 'files', 'status'])
    expect(await ward.doisoat(command, '--quiet')).toEqual(quiet)
  ward.put('x.pdf', '%PDF-1.7\n')
  const { code, out } = await ward.nightly('2026-02-13', '--quiet')
  expect([code, out]).toEqual([1, expect.stringContaining('x.pdf')])
})

test.each(['vi', 'en'] as const)('the help in %s is what stands in the gallery', async (language) => {
  const ward = openWard()
  const pages = [[], ...commands.map((name) => name.split(' '))]
  const texts: string[] = []
  for (const page of pages) texts.push((await ward.doisoat(...page, '--help', '--lang', language)).out)
  await expect(texts.join('\n')).toMatchFileSnapshot(`./gallery/help.${language}.txt`)
})

test('what the help of all says of a command is what its own help says', async () => {
  const ward = openWard()
  const usages = (help: string): string[] => help.split('\n\n')[0]!.split('\n').slice(1)
  const all = usages((await ward.doisoat('--help')).out).filter((line) => !line.includes('--'))
  expect(all.length).toBeGreaterThan(20)
  for (const line of all) {
    const own = usages((await ward.doisoat(line.trim().split(' ')[1]!, '--help')).out)
    expect(line.endsWith(' ...') || own.includes(line)).toBe(true)
    const held = line.endsWith(' ...') ? line.trim().split(' ')[2]!.split('|') : []
    expect(own.filter((usage) => !usage.includes('--help')).length).toBeGreaterThanOrEqual(held.length)
    for (const name of held) expect(own.some((usage) => usage.includes(` ${name}`))).toBe(true)
  }
})

test.each([
  ['an unknown command', ['nihgtly'], 'nightly'],
  ['an unknown flag', ['nightly', '--as-off', '2026-02-13'], 'as-off'],
  ['a word that is no choice', ['figures', '--basis', 'centr'], 'centre'],
  ['a period that is none', ['figures', '--period', '2026-13'], '2026-13'],
  ['a period that ends before it begins', ['figures', '--from', '2026-02-02', '--to', '2026-02-01'], '2026-02-01'],
  ['a day that no month has', ['nightly', '--as-of', '2026-02-30'], '2026-02-30'],
  ['a stage that is none', ['run', 'lod'], 'load'],
  ['a file that is not there', ['connector', 'try', 'nothing.csv'], 'nothing.csv'],
  ['an inbox that is not there', ['nightly', '--inbox', 'nowhere'], 'nowhere'],
])('%s is exit 2 with a sentence, and nothing is done', async (_, given, named) => {
  const ward = await wardWith(everywhere())
  const before = dumpOf(ward, [])
  for (const language of ['vi', 'en']) {
    const { code, out, err } = await ward.doisoat(...given, '--lang', language)
    expect([code, out, err]).toEqual([2, '', expect.stringContaining(named)])
    expect(err).not.toMatch(/\n\s+at /)
  }
  expect(dumpOf(ward, [])).toEqual(before)
})

test('without a configuration, or with a key that nobody knows, it is exit 2', async () => {
  const ward = openWard()
  expect(await ward.doisoat('nightly', '--config', 'nowhere.yaml')).toMatchObject({
    code: 2,
    err: expect.stringContaining('nowhere.yaml'),
  })
  ward.configure({ dueSoonDay: 3 })
  expect(await ward.doisoat('nightly')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/doisoat\.yaml:\d+.*dueSoonDays/),
  })
})

test('before the first night there is no database to ask', async () => {
  expect(await openWard().doisoat('figures')).toMatchObject({ code: 2, out: '' })
})

test.skipIf(server !== null)('a database that is a folder is exit 3 with a sentence', async () => {
  const ward = openWard()
  mkdirSync(ward.database, { recursive: true })
  const { code, err } = await ward.nightly('2026-02-13')
  expect([code, err]).toEqual([3, expect.stringContaining(ward.database)])
  expect(err).not.toMatch(/\n\s+at /)
})

test.skipIf(server !== null)(
  'while another process holds the lock it is exit 75, names the holder, and goes on when that one is killed',
  async () => {
    const ward = await wardWith(everywhere())
    const child = await holdLock(`${ward.database}.lock`)
    try {
      const { code, err } = await ward.nightly('2026-02-13')
      expect([code, err]).toEqual([75, expect.stringContaining('99007')])
      expect((await ward.doisoat('figures')).code).toBe(0)
    } finally {
      child.kill('SIGKILL')
      await new Promise((resolve) => child.once('exit', resolve))
    }
    expect((await ward.nightly('2026-02-13')).code).toBe(0)
  },
)

test('a killed run is interrupted in the ledger, never running', async () => {
  const ward = await wardWith(everywhere())
  changeIn(ward.database, `update run set state = 'running', finished_at = null`)
  expect((await ward.ask<Status>('status')).lastRun?.state).toBe('interrupted')
  await ward.nightly('2026-02-13')
  expect(dumpOf(ward, [])['run']?.map((row) => (JSON.parse(row) as { state: string }).state)).toEqual([
    'interrupted',
    'done',
  ])
})

test('the connectors are listed in the order of reports', async () => {
  const { connectors: listed } = await openWard().ask<{ connectors: { system: string }[] }>('connector', 'list')
  expect(listed.map(({ system }) => system)).toEqual(connectors.map(({ system }) => system))
})

test('every connector has a sample and passes every check of its kit', async () => {
  const { code, out } = await openWard().doisoat('connector', 'test', '--json')
  const { results } = JSON.parse(out) as { results: Tested[] }
  expect(code).toBe(0)
  expect(results.map(({ system }) => system)).toEqual(connectors.map(({ system }) => system))
  expect(results.filter(({ samples, problems }) => samples === 0 || problems.length > 0)).toEqual([])
  expect(results.flatMap(({ checks }) => checks).filter(({ cases }) => cases === 0)).toEqual([])
})

test('the kit of one connector is a table of what holds, in words', async () => {
  const { code, out } = await openWard().doisoat('connector', 'test', 'bovhttdl')
  expect(code).toBe(0)
  const lines = out.trim().split('\n').slice(2)
  expect(lines.map((line) => line.split(/ {2,}/)[0])).toEqual(Object.values(wordsIn('vi').terminal.kit))
  expect(lines.filter((line) => !/ \d+ +đạt$/.test(line))).toEqual([])
})

test('trying a file says what it is taken for, without a database', async () => {
  const ward = openWard()
  const file = join(fixtures, '2026-02/exports/ChungThuc_20260213.txt')
  expect(await ward.ask('connector', 'try', file)).toMatchObject({
    is: 'export',
    system: 'botuphap-chungthuc',
    encoding: 'utf-16le',
    rows: { read: 407, rejected: 2 },
    rejects: [{ line: 218, reason: 'invalid_date', value: '31/02/2026' }, { line: 298 }],
  })
  ward.put('x.html', '<html><body>Đăng nhập</body></html>')
  expect((await ward.doisoat('connector', 'try', 'inbox/x.html')).code).toBe(1)
})

test('the program runs from any folder with an empty environment', () => {
  const room = makeRoom()
  const given = ['nightly', '--config', join(room, 'doisoat.yaml'), '--as-of', '2026-01-16']
  writeFileSync(join(room, 'doisoat.yaml'), `${configuration}inbox: ${join(fixtures, '2026-01/exports')}\n`)
  const out = execFileSync('/usr/bin/env', ['-i', join(root, 'bin/doisoat'), ...given], {
    cwd: '/',
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  expect(out).toContain('989 hồ sơ')
})

const configuration = `unit:
  name: phường Hưng Đạo
  city: thành phố Hải Phòng
  centre: Trung tâm
  agencyCode: H24.131
  centreAccounts: [ttpvhcc.hd01, ttpvhcc.hd02, ttpvhcc.hd03]
  householdBusinessAccounts: [ktht.truongphong]
periods:
  override:
    2026-01: { from: 2025-12-18, to: 2026-01-16 }
`

const figureKeys = [
  'received_total',
  'received_online',
  'received_direct',
  'carried_in',
  'received_new',
  'resolved_total',
  'resolved_early',
  'resolved_on_time',
  'resolved_overdue',
  'refused',
  'withdrawn',
  'pending_total',
  'pending_in_time',
  'pending_overdue',
  'digitized_rate',
  'reuse_rate',
  'fee_dossiers',
  'online_payment_rate',
  'online_payment_total',
]

/** Another process, which holds the lock until it is killed. */
async function holdLock(path: string) {
  const program = `const { takeLock } = await import(${JSON.stringify(join(root, 'pipeline/lock.ts'))})
    takeLock(${JSON.stringify(path)}, 99007, '2026-02-13T01:00:00')
    process.stdout.write('held')
    setInterval(() => {}, 1000)`
  mkdirSync(dirname(path), { recursive: true })
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return child
}
