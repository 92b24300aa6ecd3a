import {
  chmodSync,
  cpSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { beforeAll, describe, expect, test } from 'vitest'
import { main } from '../pipeline/cli.ts'
import { diskFinding, nodeFinding } from '../pipeline/doctor/machine-checks.ts'
import type { World } from '../pipeline/world.ts'
import { portalAndBook } from './support/dossiers.ts'
import { quietWorld } from './support/quiet-world.ts'
import { openWard, type Ward } from './support/ward.ts'

type Told = { readonly check: string; readonly is: string; readonly id: string; readonly code?: string; readonly details: Record<string, unknown> } // prettier-ignore
type Examined = { readonly code: number; readonly isWell: boolean; readonly findings: readonly Told[] }

const lastEvening = new Date('2026-02-13T11:00:00Z')
const morningAfter = new Date('2026-02-14T01:00:00Z')

let good: Ward

/** The ward on the morning after its night, with a file of that night in its inbox. */
beforeAll(async () => {
  good = openWard({}, morningAfter)
  for (const [name, content] of portalAndBook([{}], [{}])) {
    good.put(name, content)
    utimesSync(join(good.folder, 'inbox', name), lastEvening, lastEvening)
  }
  await good.nightly('2026-02-13')
})

/** A copy has the modes of the machine's umask; the program's own are its owner's alone. */
function copyOf(ward: Ward): Ward {
  const copy = openWard({}, morningAfter)
  cpSync(ward.folder, copy.folder, { recursive: true, force: true, preserveTimestamps: true })
  for (const path of [
    'var',
    ...readdirSync(join(copy.folder, 'var'), { recursive: true, encoding: 'utf8' }).map((each) => join('var', each)),
  ]) {
    // prettier-ignore
    const at = join(copy.folder, path)
    chmodSync(at, lstatSync(at).isDirectory() ? 0o700 : 0o600)
  }
  return copy
}

async function examine(ward: Ward, changes: Partial<World> = {}, ...given: string[]): Promise<Examined> {
  let said = ''
  const code = await main(
    quietWorld(ward.folder, ['doctor', '--json', ...given], {
      now: () => morningAfter,
      out: (text) => void (said += text),
      ...changes,
    }),
  )
  return { code, ...(JSON.parse(said) as Omit<Examined, 'code'>) }
}

/** What is not as it should be: what was looked at, how it is, and what was found. */
function amiss({ findings }: Examined): string[] {
  return findings.filter(({ is }) => is !== 'yes').map(({ check, is, id, code }) => `${check} ${is} ${code ?? id}`)
}

test('on the morning after a good night nothing has to be done; next year’s holidays are worth knowing about', async () => {
  const examined = await examine(good)
  expect([examined.code, examined.isWell, amiss(examined)]).toEqual([0, true, ['calendar hint calendar_provisional']])
  expect(examined.findings.find(({ id }) => id === 'calendar_provisional')?.details).toEqual({ year: '2027' })
  expect(new Set(examined.findings.map(({ check }) => check))).toEqual(
    new Set(['node', 'zone', 'clock', 'configuration', 'disk', 'permissions', 'folders', 'calendar', 'catalogue', 'report', 'database', 'inbox', 'night', 'backup']), // prettier-ignore
  )
})

test('it changes nothing but SQLite’s own files for readers', async () => {
  const ward = copyOf(good)
  await examine(ward)
  const before = everythingIn(ward.folder)
  await examine(ward)
  expect(everythingIn(ward.folder)).toEqual(before)
  const kept = Object.keys(before).filter((path) => !path.endsWith('-shm') && !path.endsWith('-wal'))
  expect(kept.toSorted()).toEqual(Object.keys(everythingIn(good.folder)).filter((path) => !/-(shm|wal)$/.test(path)).toSorted()) // prettier-ignore
  const fresh = openWard()
  const empty = everythingIn(fresh.folder)
  await examine(fresh)
  expect(everythingIn(fresh.folder)).toEqual(empty)
})

describe('one thing that is amiss is that line, and exit 1', () => {
  const spoilt = async (spoil: (ward: Ward) => void | Promise<void>, changes: Partial<World> = {}) => {
    const ward = copyOf(good)
    await spoil(ward)
    const examined = await examine(ward, changes)
    expect(examined.code).toBe(1)
    return amiss(examined).filter((line) => line !== 'calendar hint calendar_provisional')
  }

  test.each<[string, (ward: Ward) => void, string[]]>([
    ['a database that others may read', ({ database }) => chmodSync(database, 0o644), ['permissions no open_to_others']], // prettier-ignore
    ['a landing that others may enter', ({ folder }) => chmodSync(join(folder, 'var/landing'), 0o755), ['permissions no open_to_others']], // prettier-ignore
    ['a folder for results that cannot be made', (ward) => ward.configure({ out: './doisoat.yaml/out' }), ['folders no folder_closed']], // prettier-ignore
    ['an inbox that is gone', ({ folder }) => rmSync(join(folder, 'inbox'), { recursive: true }), ['inbox no inbox_missing']], // prettier-ignore
    ['a backup that is gone', ({ folder }) => rmSync(join(folder, 'var/backups'), { recursive: true }), ['backup no backup_none']], // prettier-ignore
    ['a template that is no document', noTemplate, ['report no template_unfillable']],
    ['a catalogue that is not there', (ward) => ward.configure({ catalogue: 'x.csv' }), ['catalogue no not_readable']], // prettier-ignore
    ['a key that nobody knows', (ward) => ward.configure({ dueSoonDay: 3 }), ['configuration no config_invalid']],
    ['a database that is cut short', ({ database }) => truncateSync(database, 8192), ['database no database_damaged']], // prettier-ignore
  ])('%s', async (_, spoil, expected) => {
    expect(await spoilt(spoil)).toEqual(expected)
  })

  test('a calendar without this year; one without the next is a hint', async () => {
    const calendarUpTo = (year: string) => (ward: Ward) => {
      writeFileSync(join(ward.folder, 'lich.csv'), `date,kind,name,status\n${year}-01-01,off,Tết Dương lịch,announced\n`) // prettier-ignore
      ward.configure({ calendar: 'lich.csv' })
    }
    expect(await spoilt(calendarUpTo('2025'))).toEqual(['calendar no calendar_lacks', 'calendar hint calendar_lacks'])
    const ward = copyOf(good)
    calendarUpTo('2026')(ward)
    expect(await examine(ward)).toMatchObject({ code: 0, isWell: true })
  })

  test('a file that was not taken and still lies there, until it is replaced or goes', async () => {
    const ward = copyOf(good)
    ward.put('thang 2/la.pdf', '%PDF-1.7\n')
    await ward.nightly('2026-02-13')
    const examined = await examine(ward)
    expect([examined.code, amiss(examined)]).toEqual([1, ['calendar hint calendar_provisional', 'inbox no not_taken', 'night hint night_incomplete']]) // prettier-ignore
    expect(examined.findings.find(({ id }) => id === 'not_taken')?.details).toEqual({ paths: ['thang 2/la.pdf'] })
    ward.take('thang 2/la.pdf')
    expect(amiss(await examine(ward))).not.toContain('inbox no not_taken')
  })

  test('working days without a night, an inbox that nobody filled since, and an older backup', async () => {
    const later = { now: () => new Date('2026-02-27T02:00:00Z') }
    expect(await spoilt(() => {}, later)).toEqual(['inbox hint inbox_stale', 'night no night_missed'])
    const behind = await spoilt((ward) => {
      const db = new Sqlite(ward.database)
      db.exec(`update run set as_of = '2026-02-14'`)
      db.close()
    })
    expect(behind).toEqual(['backup no backup_behind'])
  })

  test('a database of a newer program, or of another one; an older one is brought up to date by the next night', async () => {
    const at = (statement: string) => (ward: Ward) => {
      const db = new Sqlite(ward.database)
      db.exec(statement)
      db.close()
    }
    expect(await spoilt(at('pragma user_version = 99'))).toEqual(['database no database_newer'])
    expect(await spoilt(at('drop table unit'))).toEqual(['database no database_foreign'])
    const older = copyOf(good)
    at('pragma user_version = 1')(older)
    expect(amiss(await examine(older))).toEqual(['calendar hint calendar_provisional', 'database hint database_older'])
  })

  test('a last run that failed, or was killed', async () => {
    const inState = (state: string) => (ward: Ward) => {
      const db = new Sqlite(ward.database)
      db.exec(`insert into run select unit, run + 1, command, as_of, started_at, finished_at, '${state}', 'ổ đĩa', kept from run`) // prettier-ignore
      db.close()
    }
    expect(await spoilt(inState('failed'))).toEqual(['night no night_failed'])
    expect(await spoilt(inState('running'))).toEqual(['night no night_interrupted'])
  })

  test('a clock before the last night, or before a file', async () => {
    const early = { now: () => new Date('2026-02-10T01:00:00Z') }
    expect(await spoilt(() => {}, early)).toEqual(['clock no clock_behind_night'])
    const tomorrow = new Date('2026-05-15T09:00:00Z')
    const now = { now: () => new Date('2026-05-14T02:00:00Z') }
    const told = await spoilt(({ folder }) => utimesSync(join(folder, 'inbox/portal.csv'), tomorrow, tomorrow), now)
    expect(told).toContain('clock no clock_behind_file')
  })

  test('an older Node', () => {
    expect(['22.17.1', '20.19.0', '22.18.0', '24.21.0'].map((node) => nodeFinding({ node }).is)).toEqual(['no', 'no', 'yes', 'yes']) // prettier-ignore
  })
})

test('a disk is short below what a night may take, and low a little above it', () => {
  const free = (gigabytes: number): string => diskFinding('/srv', gigabytes * 2 ** 30, 2 ** 30).is
  expect([free(3), free(3.3), free(5), free(6)]).toEqual(['no', 'hint', 'hint', 'yes'])
})

test('a machine in another zone is told what half past one in Vietnam is there', async () => {
  const machine = { ...quietWorld('', []).machine, zone: 'UTC' }
  const { code, findings } = await examine(good, { machine })
  expect([code, findings.find(({ check }) => check === 'zone')]).toEqual([0, { check: 'zone', is: 'hint', id: 'zone_other', details: { zone: 'UTC', at: '18:30' } }]) // prettier-ignore
})

test('before the first night there are hints, without a configuration one thing to do', async () => {
  const ward = openWard()
  const fresh = await examine(ward)
  expect([fresh.code, amiss(fresh)]).toEqual([0, ['calendar hint calendar_provisional', 'database hint database_none', 'inbox hint inbox_empty', 'night hint night_none']]) // prettier-ignore
  rmSync(join(ward.folder, 'doisoat.yaml'))
  const without = await examine(ward)
  expect([without.code, amiss(without)]).toEqual([1, ['configuration no config_missing']])
})

test.each(['vi', 'en'])(
  'in %s each line has its mark and fits eighty columns, and what is amiss says what to do',
  async (language) => {
    const ward = copyOf(good)
    chmodSync(ward.database, 0o644)
    const { code, out } = await ward.doisoat('doctor', '--lang', language)
    expect(code).toBe(1)
    const lines = out.split('\n')
    expect(lines.filter((line) => /^[✓✗!] /.test(line)).length).toBeGreaterThan(13)
    expect(lines.filter((line) => line.length > 80 && !line.includes(ward.folder))).toEqual([])
    expect(out).toContain('chmod go-rwx')
    expect(out).not.toMatch(/undefined|\[object|NaN/)
    expect((await ward.doisoat('doctor', '--quiet')).out).toContain('✗')
    expect(await ward.doisoat('doctor', '--fix')).toMatchObject({ code: 2, out: '' })
  },
)

function noTemplate(ward: Ward): void {
  writeFileSync(join(ward.folder, 'mau.docx'), 'x')
  ward.configure({ report: { template: 'mau.docx' } })
}

/** Every file and folder, with its mode, its time and what stands in it. */
function everythingIn(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()
  return Object.fromEntries(
    paths.map((path) => {
      const stats = lstatSync(join(folder, path))
      const content = stats.isFile() ? readFileSync(join(folder, path), 'latin1') : ''
      return [path, `${stats.mode.toString(8)} ${path.endsWith('-shm') ? '' : `${stats.mtimeMs} ${content}`}`]
    }),
  )
}
