import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { assert, integer, property, uniqueArray } from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { tryLock } from '../../sql/lock.ts'
import { chosenWards, shardOf } from '../../pipeline/city/chosen-wards.ts'
import type { City } from '../../pipeline/config/city-config.ts'
import type { CityNight } from '../../reports/city/city-night.ts'
import type { CityReport } from '../../reports/city/city-report.ts'
import { main } from '../../pipeline/cli.ts'
import { bookRow, portalRow, type Told } from '../support/dossiers.ts'
import { exportOf, preamble } from '../support/make-export.ts'
import { nowOfWards, quietWorld } from '../support/quiet-world.ts'
import { makeRoom } from '../support/ward.ts'

type Done = { readonly code: number; readonly out: string; readonly err: string }

const old = new Date('2026-01-01T00:00:00Z')

/** A city in a folder of its own, with the program on top of it. */
function openCity(settings: object = {}, count = 3) {
  const folder = makeRoom()
  const units = ['H24.131', 'H24.132', 'H24.133'].slice(0, count).map((agencyCode, at) => ({
    name: ['phường Hưng Đạo', 'xã An Hưng', 'xã Bình'][at],
    agencyCode,
    centreAccounts: [`tt.${agencyCode}`],
    householdBusinessAccounts: [],
  }))
  const override = { '2026-02': { from: '2026-01-17', to: '2026-02-13' } }
  writeFileSync(join(folder, 'doisoat.yaml'), stringify({ city: 'thành phố Hải Phòng', periods: { override }, ...settings, units })) // prettier-ignore
  mkdirSync(join(folder, 'inbox'))
  const put = (name: string, content: string): void => {
    mkdirSync(dirname(join(folder, 'inbox', name)), { recursive: true })
    writeFileSync(join(folder, 'inbox', name), content)
    utimesSync(join(folder, 'inbox', name), old, old)
  }
  const doisoat = async (...given: string[]): Promise<Done> => {
    const said = { out: '', err: '' }
    const world = quietWorld(folder, given, {
      pid: 4711,
      now: () => nowOfWards,
      out: (more) => void (said.out += more),
      err: (more) => void (said.err += more),
    })
    return { code: await main(world), ...said }
  }
  return {
    folder,
    put,
    doisoat,
    nightly: (...given: string[]) => doisoat('nightly', '--as-of', '2026-02-13', ...given),
  }
}

type Opened = ReturnType<typeof openCity>

/** A month of a ward, side by side with those of others: two lists. */
function hand({ put }: Opened, agency: string, told: readonly Partial<Told>[], name = agency): void {
  const before = [preamble('2026-01-17', '2026-02-13')]
  const own = told.map((each, at) => ({ code: `${agency}-260204-000${at + 1}`, account: `tt.${agency}`, identity: `03119569467${at}`, ...each })) // prettier-ignore
  put(`2026-02/portal ${name}.csv`, exportOf('portal', own.map((each) => portalRow(each, { 'Cơ quan thực hiện': '' })), { before })) // prettier-ignore
  put(
    `2026-02/so ${name}.csv`,
    exportOf(
      'book',
      own.map((each) => bookRow(each)),
      { before },
    ),
  )
}

const late = { ended: '2026-02-09' }
const open = { ended: '', status: 'Đang xử lý', due: '2026-02-20' }

describe('a night of three wards with one inbox, of which one fails', () => {
  const city = openCity({ notify: { file: './tin.txt', heartbeat: './nhip.txt' }, expectedSystems: ['bogddt'] })
  let done: Done = { code: 0, out: '', err: '' }
  const report = (): CityReport => JSON.parse(readFileSync(join(city.folder, 'out/2026-02/thanh-pho.json'), 'utf8')) as CityReport // prettier-ignore

  beforeAll(async () => {
    hand(city, 'H24.131', [{}, late])
    hand(city, 'H24.132', [{}, {}, open])
    city.put('2026-02/lẫn.csv', exportOf('book', [bookRow({ code: 'H24.131-260204-0001' }), bookRow({ code: 'H24.132-260204-0001' })])) // prettier-ignore
    mkdirSync(join(city.folder, 'var/H24.133'), { recursive: true })
    writeFileSync(join(city.folder, 'var/H24.133/doisoat.db'), 'đây không phải là cơ sở dữ liệu'.repeat(100))
    done = await city.nightly()
  })

  test('the others are done, the exit tells, the screen says which and why', () => {
    expect(done.code).toBe(1)
    expect(done.out).toContain('3 đơn vị: 2 xong, 0 xong nhưng có việc phải xem, 1 không chạy xong.')
    expect(done.out).toMatch(/H24\.133 xã Bình: KHÔNG CHẠY XONG\. .*var\/H24\.133\/doisoat\.db/)
    expect(done.out).toMatch(/2026-02\/lẫn\.csv: tệp có hồ sơ của nhiều đơn vị: "H24\.131: 1", "H24\.132: 1"/)
    for (const code of ['H24.131', 'H24.132'])
      expect(existsSync(join(city.folder, `out/${code}/2026-02/bao-cao.docx`))).toBe(true)
    expect(done.err).toMatch(/H24\.131 phường Hưng Đạo: xong, [\d.]+ giây\n/)
  })

  test('each ward has its own dossiers, and nothing of another in its folders', async () => {
    const files = JSON.parse((await city.doisoat('files', '--unit', 'H24.132', '--json')).out) as { files: { file: string }[] } // prettier-ignore
    expect(files.files.map(({ file }) => file)).toEqual(['2026-02/portal H24.132.csv', '2026-02/so H24.132.csv'])
    const figures = await city.doisoat('figures', '--unit', 'H24.131', '--period', '2026-02', '--json')
    expect((JSON.parse(figures.out) as { figures: object }).figures).toMatchObject({ received_total: 2, resolved_overdue: 1 }) // prettier-ignore
  })

  test('one message is sent, with one line for the ward that failed; there is no sign of life', () => {
    const told = readFileSync(join(city.folder, 'tin.txt'), 'utf8')
    expect(told.split('\n')[0]).toBe('doisoat thành phố Hải Phòng, đêm 13/02/2026: 3 đơn vị: 2 xong, 0 xong nhưng có việc phải xem, 1 không chạy xong.') // prettier-ignore
    expect(told.match(/KHÔNG CHẠY XONG/g)).toHaveLength(1)
    expect(told).toContain('Tệp không rõ của đơn vị nào, hoặc của nhiều đơn vị: 1')
    expect(told).not.toContain('lẫn.csv')
    expect(existsSync(join(city.folder, 'nhip.txt'))).toBe(false)
  })

  test('the city’s figures are the sums of what its wards have published, and their form field by field', () => {
    const { total, form, identities, wards } = report()
    expect(total.figures).toMatchObject({ received_total: 5, resolved_total: 4, pending_total: 1, resolved_overdue: 1 })
    expect(form.flatMap(({ fields }) => fields).reduce((sum, { counts }) => sum + counts.new_online, 0)).toBe(5)
    expect(identities.every(({ holds }) => holds)).toBe(true)
    expect(identities.filter(({ id }) => id === 'wards_add_up')).toHaveLength(15)
    expect(wards[2]).toMatchObject({ agencyCode: 'H24.133', state: null, folder: null })
  })

  test('who is late is said: which ward, which system, since when; a ward that has no night is too', () => {
    const late = report().late.map(({ agencyCode, system, since, reaches }) => [agencyCode, system, since, reaches])
    expect(late).toEqual([
      ['H24.131', 'botuphap-hotich', '2026-02-13', null], // it has dossiers of that ministry
      ['H24.131', 'bogddt', '2026-02-13', null], // it is expected
      ['H24.132', 'botuphap-hotich', '2026-02-13', null],
      ['H24.132', 'bogddt', '2026-02-13', null],
      ['H24.133', null, null, null],
    ])
  })

  test('wards are ranked by what is known of the national index; what no ward knows is said', () => {
    const { ranking, unranked } = report()
    expect(unranked).toEqual(['online_payment'])
    expect(ranking.map(({ agencyCode, place, rates }) => [agencyCode, place, rates.on_time])).toEqual([
      ['H24.132', 1, { percent: 100, place: 1 }],
      ['H24.131', 2, { percent: 50, place: 2 }],
      ['H24.133', null, null],
    ])
  })

  test('the page has each ward with its own page, the ranking, the form and who is late', () => {
    const page = readFileSync(join(city.folder, 'out/2026-02/thanh-pho.html'), 'utf8')
    for (const id of ['glance', 'wards', 'ranking', 'form', 'fields', 'late', 'identities'])
      expect(page).toContain(`<section id="${id}"`)
    expect(page).toContain('href="../H24.131/2026-02/tong-hop.html"')
    expect(page).toContain('Không đơn vị nào có số liệu, nên không tính vào trung bình: Thanh toán trực tuyến.')
    expect(page).toMatch(/Bộ Giáo dục và Đào tạo[^]*13\/02\/2026[^]*chưa từng có/)
    expect(page).not.toMatch(/undefined|NaN|\[object/)
  })

  test('the manifest names the manifests of the wards, and equal nights give equal bytes', async () => {
    const of = (name: string): string => readFileSync(join(city.folder, 'out/2026-02', name), 'latin1')
    const names = ['thanh-pho.json', 'thanh-pho.html', 'tong-hop-thanh-pho.xlsx', 'bieu-II.06a-thanh-pho.xlsx']
    const manifest = JSON.parse(of('manifest.json')) as Record<'inputs' | 'outputs', { file: string }[]>
    expect(manifest.inputs.map(({ file }) => file)).toEqual(['H24.131', 'H24.132'].map((code) => `../${code}/2026-02/manifest.json`)) // prettier-ignore
    expect(manifest.outputs.map(({ file }) => file)).toEqual(names)
    const before = [...names, 'manifest.json'].map(of)
    await city.nightly('--quiet')
    expect([...names, 'manifest.json'].map(of)).toEqual(before)
  })

  test('the folder is verified against the wards’ manifests and what they add up to now', async () => {
    const verify = () => city.doisoat('verify', 'out/2026-02', '--lang', 'en')
    expect((await verify()).code).toBe(0)
    const path = join(city.folder, 'out/2026-02/thanh-pho.json')
    const kept = readFileSync(path, 'utf8')
    writeFileSync(path, kept.replace('"received_total": 5', '"received_total": 6'))
    const { code, out } = await verify()
    writeFileSync(path, kept)
    expect([code, out]).toEqual([
      1,
      expect.stringMatching(/thanh-pho\.json: .*\nthanh-pho\.json: .*"received_total": 6/),
    ])
    expect((await city.doisoat('verify', 'out/H24.131/2026-02', '--unit', 'H24.131')).code).toBe(0)
  })

  test('status has a line a ward and a total, doctor the first thing to do', async () => {
    const status = await city.doisoat('status')
    expect(status.out).toMatch(/H24\.131 +Phường Hưng Đạo +13\/02\/2026 /)
    expect(status.out).toMatch(/H24\.133 +Xã Bình +chưa có/)
    expect(status.out).toContain('Cộng 2 trên 3 đơn vị')
    const doctor = await city.doisoat('doctor')
    expect(doctor.code).toBe(1)
    expect(doctor.out).toContain('lẫn.csv')
    expect(doctor.out).toMatch(/✗ H24\.133 Xã Bình +\d+ việc phải làm.*trước hết: /)
    expect((await city.doisoat('status', '--unit', 'H24.131')).out).toContain('phường Hưng Đạo, lúc')
  })

  test('a command that is of one ward says so', async () => {
    const { code, err } = await city.doisoat('discrepancies')
    expect([code, err]).toEqual([2, expect.stringContaining('Thêm --unit và mã cơ quan của đơn vị.')])
  })
})

describe('two wards in one database', () => {
  const city = openCity({ database: './var/tp.db', notify: { heartbeat: './nhip.txt' } }, 2)

  beforeAll(async () => {
    hand(city, 'H24.131', [{}])
    hand(city, 'H24.132', [{}, open])
    expect((await city.nightly()).code).toBe(0)
  })

  test('a good night gives a sign of life, and one copy of the database for all', () => {
    expect(readFileSync(join(city.folder, 'nhip.txt'), 'utf8')).toMatch(/ 2026-02-13\n$/)
    expect(existsSync(join(city.folder, 'var/backups/tp-2026-02-13.db'))).toBe(true)
  })

  test('a part waits while another run holds the database, and says so; one that never ends is told', async () => {
    const lock = tryLock(join(city.folder, 'var/tp.db.lock'))!
    const said = { err: '', waited: 0 }
    const run = main(
      quietWorld(city.folder, ['nightly', '--as-of', '2026-02-13', '--units', 'H24.131'], {
        now: () => nowOfWards,
        err: (more) => void (said.err += more),
        wait: async () => void (++said.waited === 3 && lock.release()),
      }),
    )
    expect(await run).toBe(0)
    expect([said.waited, said.err.match(/Chờ lần chạy khác/g)]).toEqual([3, ['Chờ lần chạy khác']])
    const held = tryLock(join(city.folder, 'var/tp.db.lock'))!
    const { code, out } = await city.nightly('--units', 'H24.131')
    held.release()
    expect([code, out]).toEqual([75, expect.stringContaining('KHÔNG CHẠY: lần chạy khác đang giữ khoá')])
  })

  test('the same wards are not worked on twice at once: 75, at once', async () => {
    const lock = tryLock(join(city.folder, 'var/nightly.lock'))!
    const { code, err } = await city.nightly()
    lock.release()
    expect([code, err]).toEqual([75, expect.stringContaining('đang giữ khoá')])
  })

  test('a part writes nothing of the city, and says what does', async () => {
    const path = join(city.folder, 'out/2026-02/thanh-pho.json')
    const before = readFileSync(path, 'utf8')
    hand(city, 'H24.132', [{}, open, {}], 'mới')
    const { out } = await city.nightly('--units', 'H24.132')
    expect(out).toContain('chạy doisoat city sau khi đủ các phần')
    expect(readFileSync(path, 'utf8')).toBe(before)
    await city.doisoat('city', '--period', '2026-02')
    expect((JSON.parse(readFileSync(path, 'utf8')) as CityReport).total.figures.received_total).toBe(4)
  })

  test('figures in a ward’s folder that are not its own break the sum: said, and exit 1', async () => {
    const path = join(city.folder, 'out/H24.132/2026-02/figures.json')
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('"received_total": 3', '"received_total": 4'))
    mkdirSync(join(city.folder, 'out/H24.132/2026-02/figures.json.draft')) // its publishing fails, its rows stand
    hand(city, 'H24.132', [{}, open, {}, {}], 'nữa')
    const { code, out } = await city.nightly()
    expect(code).toBe(1)
    const { identities } = JSON.parse(readFileSync(join(city.folder, 'out/2026-02/thanh-pho.json'), 'utf8')) as CityReport // prettier-ignore
    expect(identities.filter(({ holds }) => holds === false)).not.toEqual([])
    expect(out).toMatch(/\d+ đẳng thức không đúng/)
  })
})

describe('parts of a city', () => {
  const cityOf = (codes: readonly string[]): City => ({ wards: codes.map((agencyCode) => ({ unit: { agencyCode } })) }) as never // prettier-ignore
  const anyCodes = uniqueArray(
    integer({ min: 1, max: 9999 }).map((number) => `H24.${number}`),
    { maxLength: 60 },
  )
  const codesOf = (city: City, shard: string): string[] => chosenWards(city, { shard }).wards.map(({ unit }) => unit.agencyCode) // prettier-ignore

  test('all parts together are all wards, each once, whatever their number', () => {
    assert(
      property(anyCodes, integer({ min: 1, max: 20 }), (codes, n) => {
        const parts = Array.from({ length: n }, (_, at) => codesOf(cityOf(codes), `${at + 1}/${n}`))
        expect(parts.flat().toSorted()).toEqual(codes.toSorted())
      }),
    )
  })

  test('a ward is in the same part whatever other wards there are, and in whatever order', () => {
    assert(
      property(anyCodes, anyCodes, integer({ min: 1, max: 20 }), (codes, others, n) => {
        const all = cityOf([...new Set([...others, ...codes])])
        for (const code of codes) expect(codesOf(all, `${shardOf(code, n)}/${n}`)).toContain(code)
      }),
    )
  })

  test('3,321 communes are spread evenly enough over sixteen parts', () => {
    const sizes = Array.from({ length: 16 }, () => 0)
    for (let number = 0; number < 3321; number++) sizes[shardOf(`H${10 + (number % 34)}.${number}`, 16) - 1]!++
    expect(Math.max(...sizes)).toBeLessThan(1.3 * (3321 / 16))
  })

  test('units and a part of them; what is no part is said', () => {
    const city = cityOf(['H24.131', 'H24.132', 'H24.133'])
    const chosen = chosenWards(city, { units: 'H24.133, H24.131' })
    expect(chosen.wards.map(({ unit }) => unit.agencyCode)).toEqual(['H24.131', 'H24.133'])
    for (const shard of ['0/3', '4/3', '1', 'a/b', '1/0']) expect(() => chosenWards(city, { shard })).toThrow('shard_unknown') // prettier-ignore
    expect(() => chosenWards(city, { units: 'H24.139' })).toThrow('unit_unknown')
  })
})

test('a city’s night stopped in one ward leaves with 130, and none of the others begins', async () => {
  const city = openCity({}, 2)
  hand(city, 'H24.131', [{}])
  hand(city, 'H24.132', [{}])
  const world = quietWorld(city.folder, ['nightly', '--as-of', '2026-02-13'], {
    now: () => nowOfWards,
    signals: (seen) => {
      seen(130)
      return () => {}
    },
  })
  expect(await main(world)).toBe(130)
  expect(existsSync(join(city.folder, 'var/H24.132/doisoat.db'))).toBe(false)
  expect((await city.nightly('--quiet')).code).toBe(0) // its locks are free
})

test('what is set up for a city is one job under its name', async () => {
  const { code, out } = await openCity().doisoat('init', '--schedule', 'cron')
  expect([code, out]).toEqual([0, expect.stringMatching(/nightly.*doisoat\.yaml/)])
})

test('a trial of a city’s night keeps nothing', async () => {
  const city = openCity({ notify: { file: './tin.txt' } }, 2)
  hand(city, 'H24.131', [{}])
  hand(city, 'H24.132', [{}])
  const { code, out } = await city.nightly('--dry-run', '--json')
  expect([code, (JSON.parse(out) as CityNight).wards.map(({ state }) => state)]).toEqual([0, ['done', 'done']])
  for (const name of ['out', 'tin.txt', 'var/H24.131/doisoat.db']) expect(existsSync(join(city.folder, name))).toBe(false) // prettier-ignore
})
