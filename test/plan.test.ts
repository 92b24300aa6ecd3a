import { spawn } from 'node:child_process'
import { appendFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { configOf } from '../pipeline/config/config.ts'
import { sha256 } from '../pipeline/hash.ts'
import { takeLock } from '../pipeline/lock.ts'
import type { NightSummary } from '../pipeline/night-summary.ts'
import { planInbox } from '../pipeline/plan/inbox-plan.ts'
import type { Plan } from '../pipeline/plan/plan.ts'
import { madeOfTonight } from '../pipeline/plan/work-plan.ts'
import { openOfficeOf } from '../pipeline/open-office.ts'
import { madeOfThen } from '../pipeline/standing/made-of.ts'
import { bookRow, civilRow, portalRow, type Told } from './support/dossiers.ts'
import { exportOf, preamble } from './support/make-export.ts'
import { someWards, writeCity } from './support/many-wards.ts'
import { quietWorld } from './support/quiet-world.ts'
import { server } from './support/server.ts'
import { copyOf, dumpOf, makeRoom, months, openWard, type Ward } from './support/ward.ts'

const pending = { ended: '', status: 'Đang xử lý' }
const dossiers: readonly Partial<Told>[] = [
  {},
  { code: 'H24.131-260204-0002', identity: '031195694675', ...pending },
  { code: 'H24.131-260204-0003', identity: '031195694676', ...pending, due: '2026-02-16' },
]
const before = [preamble('2026-01-17', '2026-02-13')]
const portal = (these = dossiers): string => exportOf('portal', these.map((each) => portalRow(each)), { before }) // prettier-ignore
const book = (these = dossiers): string => exportOf('book', these.map((each) => bookRow(each)), { before }) // prettier-ignore
const february = '2026-02-13'
const march = '2026-03-13'

let ward: Ward

beforeAll(async () => {
  ward = openWard()
  ward.put('2026-01/cong.csv', exportOf('portal', [portalRow({ code: 'H24.131-260105-0009', received: '2026-01-05', ended: '2026-01-07' })], { before: [preamble('2025-12-18', '2026-01-16')] })) // prettier-ignore
  ward.put('cong.csv', portal())
  ward.put('so.csv', book())
  await ward.nightly(february)
})

test('after a night nothing is new, what may turn with the day is worked out, and a night does just that', async () => {
  const same = copyOf(ward)
  const plan = await planOf(same, february)
  expect(kinds(plan)).toEqual({ known: 3 })
  expect(plan.lastNight).toMatchObject({ asOf: february, state: 'done' })
  expect(plan.work).toMatchObject({
    exports: { inForce: 3, changed: 0 },
    settings: [],
    dossiers: { known: 4, anew: 2, turning: 2, because: [] },
    months: { anew: ['2026-02'], standing: ['2026-01'], because: [] },
    folders: [{ period: '2026-02', why: 'current' }],
    others: ['2026-01'],
  })
  expect((await same.doisoat('plan', '--as-of', february)).out).toContain('Không có gì mới; 3 tệp đã nạp từ trước.')
  expect(await nightThat(same, february, plan)).toEqual({ loaded: 0, seen: 0, turned: 0, exports: 0 })
})

test('one changed file is the only one to read; what it moves is not said before', async () => {
  const changed = copyOf(ward)
  changed.put('so.csv', book(dossiers.slice(0, 2)))
  const plan = await planOf(changed, february)
  const bytes = statSync(join(changed.folder, 'inbox/so.csv')).size
  expect(plan.files.filter(({ as }) => as !== 'known')).toEqual([
    { path: 'so.csv', bytes, as: 'changed', like: null, reason: null },
  ])
  const { out } = await changed.doisoat('plan', '--as-of', february)
  expect(out).toContain(`so.csv: khác với tệp đã nạp cùng tên, ${bytes} byte`.replace(/(\d)(\d{3}) byte/, '$1.$2 byte'))
  expect(out).toContain('Tệp phải đọc làm đổi những gì thì đọc xong mới biết')
  expect(await nightThat(changed, february, plan)).toMatchObject({ loaded: 1, seen: 0, turned: 0, exports: 1 })
})

test('files of every sort are told as a night takes them', async () => {
  const mixed = copyOf(ward)
  mixed.put('la.pdf', '%PDF-1.7\n')
  await mixed.nightly(february)
  const book2 = exportOf('book', [bookRow({ code: 'H24.131-260216-0001', received: '2026-02-16' })], { before: [preamble('2026-02-14', march)] }) // prettier-ignore
  mixed.put('2026-03/so.csv', book2)
  mixed.put('2026-03/so-2.csv', book2)
  mixed.put('2026-03/nen.zip', zipSync({ 'cu/cong.csv': Buffer.from(portal()), 'la.txt': Buffer.from('không là gì') }))
  const plan = await planOf(mixed, march)
  expect(Object.fromEntries(plan.files.map(({ path, as }) => [path, as]))).toEqual({
    '2026-01/cong.csv': 'known',
    '2026-03/nen.zip/cu/cong.csv': 'elsewhere',
    '2026-03/nen.zip/la.txt': 'new',
    '2026-03/so-2.csv': 'new',
    '2026-03/so.csv': 'elsewhere',
    'cong.csv': 'known',
    'la.pdf': 'again',
    'so.csv': 'known',
  })
  expect(plan.files.find(({ path }) => path === '2026-03/so.csv')!.like).toBe('2026-03/so-2.csv')
  expect(plan.files.find(({ as }) => as === 'again')!.reason).toMatchObject({ id: 'pdf' })
  expect(await nightThat(mixed, march, plan)).toMatchObject({ loaded: 1, seen: 2, turned: 2 })
})

test('another configuration works all of it out anew, and is named; one that says the same otherwise does not', async () => {
  const other = copyOf(ward)
  other.configure({ dueSoonDays: 5 })
  const plan = await planOf(other, february)
  expect(plan.work).toMatchObject({
    settings: ['configuration'],
    dossiers: { known: 4, anew: null, because: ['settings'] },
    months: { anew: ['2026-01', '2026-02'], standing: [], because: ['settings'] },
    folders: [
      { period: '2026-01', why: 'not_as_published' },
      { period: '2026-02', why: 'current' },
    ],
    others: [],
  })
  expect((await other.doisoat('plan', '--as-of', february)).out).toContain('- khác với lần tính trước: tệp cấu hình')
  await nightThat(other, february, plan)
  const file = join(other.folder, 'doisoat.yaml')
  writeFileSync(file, `# ghi chú\n${readFileSync(file, 'utf8')}`)
  const commented = await planOf(other, february)
  expect(commented.work).toMatchObject({ settings: ['configuration'], dossiers: { anew: 2, because: [] } })
  const { out } = await other.doisoat('plan', '--as-of', february)
  expect(out.replace(/\s+/g, ' ')).toContain('đêm trước được tính lại bên cạnh')
  await nightThat(other, february, commented)
})

test('what people decided since, and a night before the last one, leave nothing that is known to stand', async () => {
  const decided = copyOf(ward)
  decided.put('ho-tich.csv', exportOf('civil', [civilRow({ code: '', identity: '031000000001', person: 'Khác' })], { before })) // prettier-ignore
  await decided.nightly(february)
  const key = 'unlinked_record/00001/2026/botuphap-hotich'
  const linked = await decided.doisoat('discrepancies', 'link', key, 'H24.131-260204-0002', '--why', 'cùng hồ sơ', '--by', 'Lan') // prettier-ignore
  expect(linked.err).toBe('')
  const plan = await planOf(decided, february)
  expect(kinds(plan)).toEqual({ known: 4 })
  expect(plan.work).toMatchObject({ settings: [], dossiers: { anew: null, because: ['decisions'] } })
  await nightThat(decided, february, plan)
  expect((await planOf(decided, february)).work!.dossiers.because).toEqual([])
  const earlier = await planOf(decided, '2026-02-12')
  expect(earlier.work!.dossiers).toMatchObject({ anew: null, because: ['earlier_night'] })
  await nightThat(decided, '2026-02-12', earlier)
})

test('a file that was retracted and one that is gone from the inbox are nothing new', async () => {
  const less = copyOf(ward)
  expect((await less.doisoat('files', 'retract', 'so.csv', '--why', 'nhầm', '--by', 'Lan')).code).toBe(0)
  less.take('2026-01')
  const plan = await planOf(less, february)
  expect(kinds(plan)).toEqual({ known: 2 })
  expect(plan.work!.exports).toEqual({ inForce: 2, changed: 0 })
  expect(await nightThat(less, february, plan)).toEqual({ loaded: 0, seen: 0, turned: 0, exports: 0 })
})

test('before the first night everything is new, and nothing is made to say so', async () => {
  const fresh = openWard()
  fresh.put('cong.csv', portal())
  const plan = await planOf(fresh, february)
  expect(plan).toMatchObject({ lastNight: null, work: null, month: '2026-02', running: null })
  expect(kinds(plan)).toEqual({ new: 1 })
  expect((await fresh.doisoat('plan', '--as-of', february)).out).toContain('Làm từ đầu')
  expect(readdirSync(fresh.folder).toSorted()).toEqual(['doisoat.yaml', 'inbox'])
  expect(await nightThat(fresh, february, plan)).toMatchObject({ loaded: 1, seen: 0, turned: 0 })
})

test('what a night without new files will have been made of is foreseen, also where a file has gone', async () => {
  const gone = copyOf(ward)
  gone.put('2026-03/cong.csv', exportOf('portal', [portalRow({ code: 'H24.131-260216-0001', received: '2026-02-16', ended: '' })], { before: [preamble('2026-02-14', march)] })) // prettier-ignore
  gone.put('2026-03/so.csv', exportOf('book', [bookRow({ code: 'H24.131-260216-0001', received: '2026-02-16', ended: '' })], { before: [preamble('2026-02-14', march)] })) // prettier-ignore
  await gone.nightly('2026-02-16')
  gone.take('2026-03/so.csv')
  const config = configOf(readFileSync(join(gone.folder, 'doisoat.yaml'), 'utf8'), join(gone.folder, 'doisoat.yaml'))
  const world = quietWorld(gone.folder, [])
  const office = { ...(await openOfficeOf(world, config)), asOf: '2026-02-18' }
  const { lying } = planInbox(config, office, () => 0)
  const { now } = await madeOfTonight(office, lying)
  const then = madeOfThen(office, 'reconciled')
  await office.store.close()
  await nightThat(gone, '2026-02-18', await planOf(gone, '2026-02-18'))
  const after = await openOfficeOf(world, config)
  expect(madeOfThen(after, 'reconciled')).toEqual(now)
  await after.store.close()
  expect(now.exports).not.toEqual(then!.exports) // it is asked on which nights the others came
})

test('on the next night the month that begins is the current one', async () => {
  const next = copyOf(ward)
  const plan = await planOf(next, '2026-02-16')
  expect(plan.work!.folders).toContainEqual({ period: '2026-03', why: 'current' })
  await nightThat(next, '2026-02-16', plan)
})

test('asked in any way, it changes no byte of database, landing, copies and documents', async () => {
  const still = copyOf(ward)
  still.put('moi.csv', book(dossiers.slice(1)))
  await still.doisoat('plan') // whoever reads SQLite leaves its two empty helpers beside it
  const was = [bytesUnder(still), dumpOf(still, [])]
  for (const more of [[], ['--json'], ['--lang', 'en'], ['--as-of', march], ['--inbox', 'inbox/2026-01'], ['--quiet']])
    expect((await still.doisoat('plan', ...more)).code).toBe(0)
  expect([bytesUnder(still), dumpOf(still, [])]).toEqual(was)
})

test('a file that grows is looked at again, and one that goes on growing has to wait', async () => {
  const room = makeRoom()
  const config = configOf(readFileSync(join(ward.folder, 'doisoat.yaml'), 'utf8'), join(room, 'doisoat.yaml'))
  const growing = openWard()
  growing.put('a.csv', 'a')
  growing.put('b.csv', 'b')
  const path = join(growing.folder, 'inbox/a.csv')
  let grown = 0
  const now = (): number => {
    if (grown++ === 0) appendFileSync(path, 'aa')
    return 0
  }
  const inbox = { ...config, inbox: join(growing.folder, 'inbox') }
  expect(planInbox(inbox, null, now).files.map(({ path: at, bytes, as }) => [at, bytes, as])).toEqual([
    ['b.csv', 1, 'new'],
    ['a.csv', 3, 'new'],
  ])
  const writer = spawn(process.execPath, ['-e', `setInterval(() => require('fs').appendFileSync(${JSON.stringify(path)}, 'x'), 10)`]) // prettier-ignore
  try {
    while (statSync(path).size === 3) await new Promise((resolve) => setTimeout(resolve, 20))
    const { files } = planInbox(inbox, null, () => Date.now())
    expect(files).toContainEqual({ path: 'a.csv', bytes: null, as: 'not_ready', like: null, reason: null })
  } finally {
    writer.kill()
  }
})

test.skipIf(server !== null)('who holds the lock is said, and it is no failure', async () => {
  const held = copyOf(ward)
  const lock = takeLock(`${held.database}.lock`, 4712, '2026-02-14T01:30:00')
  try {
    expect((await planOf(held, february)).running).toEqual({ pid: 4712, since: '2026-02-14T01:30:00' })
    const { code, out } = await held.doisoat('plan')
    expect([code, out.replace(/\s+/g, ' ').includes('(tiến trình 4712, từ 14/02/2026 01:30)')]).toEqual([0, true])
  } finally {
    lock.release()
  }
  expect((await planOf(held, february)).running).toBeNull()
  writeFileSync(`${held.database}.lock.holder`, '{"pid":4713,"since":"2026-02-14T01:30:00"}') // of one that was killed
  expect((await planOf(held, february)).running).toBeNull()
})

test('what keeps a night from beginning keeps it from being planned', async () => {
  const broken = copyOf(ward)
  expect((await broken.doisoat('plan', '--inbox', 'không-có')).code).toBe(2)
  expect((await broken.doisoat('plan', '--as-of', 'hôm nay')).code).toBe(2)
  broken.configure({ report: { template: './không-có.docx' } })
  expect((await broken.doisoat('plan')).code).toBe((await broken.nightly(february)).code)
  if (server !== null) return
  broken.configure({})
  writeFileSync(broken.database, 'không phải cơ sở dữ liệu')
  expect((await broken.doisoat('plan')).code).toBe(3)
})

test('of several wards one is meant, and of a common inbox the files that are its own', async () => {
  const { folder, put, doisoat, ask } = openWard()
  writeCity(folder, someWards(2), { periods: { regime: 'nd09', override: months } })
  put('H24.201/cong.csv', portal())
  put('H24.202/cong.csv', portal(dossiers.slice(1)))
  expect((await doisoat('plan')).code).toBe(2)
  const { unit, files } = await ask<Plan>('plan', '--unit', 'H24.202')
  expect([unit, files.map(({ path, as }) => [path, as])]).toEqual(['H24.202', [['H24.202/cong.csv', 'new']]])
  expect(existsSync(join(folder, 'var'))).toBe(false)
})

test.each(['vi', 'en'])('in %s no line is wider than eighty columns but for a path', async (language) => {
  const full = copyOf(ward)
  full.configure({ dueSoonDays: 5 })
  for (let i = 0; i < 12; i++) full.put(`la-${i}.pdf`, `%PDF-1.7 ${i}\n`)
  await full.nightly(february)
  full.put('moi.pdf', '%PDF')
  const { out } = await full.doisoat('plan', '--as-of', march, '--lang', language)
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
  expect(out).toContain(language === 'vi' ? '… và 3 tệp nữa' : '… and 3 more files')
})

function planOf({ ask }: Ward, asOf: string): Promise<Plan> {
  return ask<Plan>('plan', '--as-of', asOf)
}

function kinds({ files }: Plan): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(files, ({ as }) => as)].map(([as, these]) => [as, these.length]))
}

/** Runs the night that was planned, and holds it against the plan: the files that are read, the months that are published. */
async function nightThat(there: Ward, asOf: string, plan: Plan) {
  const was = documents(there)
  const { err, out } = await there.nightly(asOf, '--json')
  const [loaded, seen, turned] = /nạp: (\d+) tệp mới, (\d+) tệp đã nạp từ trước, (\d+) tệp không nhận/.exec(err)!.slice(1).map(Number) // prettier-ignore
  const exports = Number(/đang dùng, (\d+) bản thay đổi/.exec(err)![1])
  const count = kinds(plan)
  const [read, elsewhere] = [(count['new'] ?? 0) + (count['changed'] ?? 0) + (count['again'] ?? 0), count['elsewhere'] ?? 0] // prettier-ignore
  expect([loaded! + turned!, seen]).toEqual([read, elsewhere])
  const sure = (plan.work?.folders ?? [{ period: plan.month }]).map(({ period }) => period)
  const written = Number(/xuất kết quả: (\d+) kỳ/.exec(err)![1])
  if (plan.work !== null && read === 0 && plan.work.others.length === 0) expect(written).toBe(sure.length)
  const now = documents(there)
  const changed = Object.keys(now).filter((folder) => now[folder] !== was[folder])
  if (plan.work !== null && read === 0) {
    const may = new Set([...sure, ...plan.work.others])
    expect([written >= sure.length, changed.filter((folder) => !may.has(folder) && folder !== asOf)]).toEqual([true, []]) // prettier-ignore
    expect(plan.work.exports.changed).toBe(exports)
  }
  expect(sure.filter((period) => !(period in now))).toEqual([])
  expect(Object.keys(now)).toContain(asOf)
  expect((JSON.parse(out) as NightSummary).asOf).toBe(asOf)
  return { loaded, seen, turned, exports }
}

/** Each published folder's last writing. */
function documents({ folder }: Ward): Record<string, number> {
  const out = join(folder, 'out')
  const found = existsSync(out) ? readdirSync(out, { recursive: true, encoding: 'utf8' }) : []
  const manifests = found.filter((name) => name.endsWith('manifest.json'))
  return Object.fromEntries(manifests.map((name) => [name.split('/').at(-2)!, statSync(join(out, name)).mtimeMs]))
}

/** Every file of the ward with its hash, but for SQLite's two helpers. */
function bytesUnder({ folder }: Ward): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/\.db-(?:shm|wal)$/.test(path))
  return Object.fromEntries(paths.toSorted().map((path) => [path, sha256(readFileSync(path))]))
}
