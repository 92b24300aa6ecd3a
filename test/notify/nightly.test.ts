import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { main } from '../../pipeline/cli.ts'
import { readConfig } from '../../pipeline/config/read-config.ts'
import { watchSteps } from '../../pipeline/disk.ts'
import { lockWard } from '../../pipeline/lock.ts'
import { one, put } from '../faults/small-ward.ts'
import { bookRow, civilRow, portalRow, type Told } from '../support/dossiers.ts'
import { exportOf, preamble } from '../support/make-export.ts'
import { rowsIn } from '../support/database.ts'
import { nowOfWards, quietWorld } from '../support/quiet-world.ts'
import { copyOf, dumpOf, openWard, publishedBy, type Ward } from '../support/ward.ts'
import { mailServer, webServer } from './servers.ts'

const open: { close: () => Promise<void> }[] = []
afterEach(async () => void (await Promise.all(open.splice(0).map((server) => server.close()))))

type Done = { code: number; err: string; pauses: number[] }

async function night(ward: Ward, asOf: string, env: Record<string, string> = {}, more: string[] = []): Promise<Done> {
  const pauses: number[] = []
  let err = ''
  const code = await main(
    quietWorld(ward.folder, ['nightly', '--as-of', asOf, ...more], {
      env: { USER: 'trang', ...env },
      err: (text) => void (err += text),
      wait: async (milliseconds) => void pauses.push(milliseconds),
    }),
  )
  return { code, err, pauses }
}

const late: Partial<Told> = {
  code: 'H24.131-260209-0003',
  received: '2026-02-09',
  ended: '',
  due: '2026-02-10',
  status: 'Đang xử lý',
}

describe('nights of a ward that writes its messages into a file', () => {
  let ward: Ward
  const told = (): string => readFileSync(join(ward.folder, 'tin/dem.txt'), 'utf8')

  beforeAll(() => {
    ward = openWard({ notify: { file: './tin/dem.txt', heartbeat: './tin/nhip' } })
    put(ward, [one, late])
  })

  test('a first night tells what is new, and where its page is', async () => {
    expect((await night(ward, '2026-02-11')).code).toBe(0)
    expect(told()).toBe(
      `doisoat phường Hưng Đạo, đêm 11/02/2026: 1 hồ sơ cần xử lý: 1 mới, 0 nặng hơn; 0 hồ sơ đã xử lý xong từ đêm trước.
Mới phát sinh: Đang giải quyết, đã quá hạn: 1
Trang của đêm, trong thư mục kết quả: nightly/2026-02-11/doi-soat.html
`,
    )
    expect(existsSync(join(ward.folder, 'out/nightly/2026-02-11/doi-soat.html'))).toBe(true)
    expect(readFileSync(join(ward.folder, 'tin/nhip'), 'utf8')).toBe('2026-04-01T08:00:00 2026-02-11\n')
  })

  test('a night on which nothing has changed is one line', async () => {
    await night(ward, '2026-02-12')
    expect(told()).toBe('doisoat phường Hưng Đạo, đêm 12/02/2026: không có gì thay đổi; 1 hồ sơ cần xử lý.\n')
  })

  test('what was resolved, who was silent, which files were not taken: by name of the system and by number', async () => {
    const later = copyOf(ward)
    later.configure({ notify: { file: './tin/dem.txt' } })
    put(later, [one, { ...late, ended: '2026-02-12', status: 'Đã trả kết quả' }])
    later.put('cong.csv', '<html><body>Đăng nhập</body></html>')
    later.put('Nguyen Thi Lan.csv', 'a;b\n1;2\n')
    expect((await night(later, '2026-02-13')).code).toBe(1)
    const text = readFileSync(join(later.folder, 'tin/dem.txt'), 'utf8')
    expect(text).toContain('Chưa gửi tệp, số liệu chưa đầy đủ: Cổng DVCQG\n')
    expect(text).toContain('Tệp không nhận (lý do: doisoat files): không rõ của hệ thống nào: 2\n')
    expect(text).toContain('Khác với lần tính trước: tệp cấu hình')
    expect(text).not.toMatch(/Lan|cong\.csv/)
  })

  test('a night that fails tells so and of which night the documents are, and gives no sign of life', async () => {
    const failing = copyOf(ward)
    failing.configure({ notify: { file: './tin/dem.txt', heartbeat: './tin/nhip' }, out: './inbox/cong.csv/out' })
    const beat = readFileSync(join(failing.folder, 'tin/nhip'), 'utf8')
    expect((await night(failing, '2026-02-16')).code).toBe(3)
    const [head, why, stands] = readFileSync(join(failing.folder, 'tin/dem.txt'), 'utf8').split('\n')
    expect([head, stands]).toEqual(['doisoat phường Hưng Đạo, đêm 16/02/2026: KHÔNG CHẠY XONG.', 'Tài liệu của đêm 12/02/2026 còn nguyên.']) // prettier-ignore
    expect(why).toContain('inbox/cong.csv/out')
    expect(readFileSync(join(failing.folder, 'tin/nhip'), 'utf8')).toBe(beat)
  })

  test('where the database cannot be read it tells that nobody knows, and before the first night that there are none', async () => {
    const damaged = copyOf(ward)
    mkdirSync(join(damaged.folder, 'la'))
    damaged.configure({ notify: { file: './tin/dem.txt' }, database: './la' })
    expect((await night(damaged, '2026-02-16')).code).toBe(3)
    expect(readFileSync(join(damaged.folder, 'tin/dem.txt'), 'utf8')).toContain(
      'không rõ tài liệu đang có là của đêm nào',
    )
    const first = openWard({ notify: { file: './dem.txt' }, inbox: './khong-co' })
    expect((await night(first, '2026-02-16')).code).toBe(2)
    expect(readFileSync(join(first.folder, 'dem.txt'), 'utf8')).toContain('Chưa có đêm nào chạy xong')
  })

  test('a trial tells nobody, and so does one that was stopped or found the lock held', async () => {
    const trial = copyOf(ward)
    trial.configure({ notify: { file: './khac.txt' } })
    expect((await night(trial, '2026-02-13', {}, ['--dry-run'])).code).toBe(0)
    const lock = lockWard(readConfig({}, trial.folder), 99007, '2026-02-16T01:30:00')
    expect((await night(trial, '2026-02-16')).code).toBe(75)
    lock.release()
    const stops = { signals: (seen: (exit: 130) => void) => (seen(130), () => {}) }
    const given = ['nightly', '--as-of', '2026-02-16']
    expect(await main(quietWorld(trial.folder, given, stops))).toBe(130)
    expect(existsSync(join(trial.folder, 'khac.txt'))).toBe(false)
  })
})

test('a disk that is full when the message is written leaves the night as it is', async () => {
  const ward = wardTelling({ file: './tin/dem.txt', heartbeat: './nhip' })
  const full = Object.assign(new Error('no room'), { code: 'ENOSPC' })
  watchSteps(({ does, path }) => {
    if (does === 'write' && path.includes('/tin/')) throw full
  })
  const { code, err } = await night(ward, '2026-02-13')
  watchSteps(null)
  const sentence = `Chưa ghi tệp tin nhắn được (${ward.folder}/tin/dem.txt): lỗi ENOSPC.`
  expect([code, err, ledger(ward)]).toEqual([1, expect.stringContaining(sentence), [['incomplete', sentence]]])
  expect(readdirSync(join(ward.folder, 'tin'))).toEqual([])
  expect(existsSync(join(ward.folder, 'nhip'))).toBe(true)
  expect(existsSync(join(ward.folder, 'out/2026-02/bao-cao.docx'))).toBe(true)
})

describe('a webhook', () => {
  test('is posted a text and the counts as JSON, and asked again after pauses while it is busy', async () => {
    const web = await webServer(503, 429, 200)
    open.push(web)
    const ward = wardTelling({ webhook: `http://127.0.0.1:${web.port}/dem` })
    expect(await night(ward, '2026-02-13')).toMatchObject({ code: 0, pauses: [1000, 5000] })
    expect(web.heard.map(({ method, path, type }) => `${method} ${path} ${type}`)).toEqual(Array(3).fill('POST /dem application/json; charset=utf-8')) // prettier-ignore
    expect(JSON.parse(web.heard[2]!.body)).toMatchObject({
      schema: 1,
      text: expect.stringMatching(/^doisoat phường Hưng Đạo, đêm 13\/02\/2026: /),
      state: 'done',
      asOf: '2026-02-13',
      counts: { dossiers: 1, fresh: 1, worse: 0, resolved: 0 },
      kinds: [{ kind: 'overdue_pending', fresh: 1, resolved: 0 }],
      incomplete: [],
      notTaken: [],
      broken: [],
    })
  })

  test('that stays busy is given up after a minute at most: said with its host alone, in the ledger, and exit 1', async () => {
    const web = await webServer(500)
    open.push(web)
    const ward = wardTelling({ webhook: 'DOISOAT_WEBHOOK' })
    const documents = publishedBy(ward)
    const env = { DOISOAT_WEBHOOK: `http://127.0.0.1:${web.port}/services/T000/B000/bi-mat` }
    const done = await night(ward, '2026-02-13', env)
    const sentence = `Chưa gửi đến webhook được (127.0.0.1:${web.port}): máy chủ trả lời 500, đã thử 4 lần.`
    expect([done.code, done.err, done.pauses]).toEqual([1, expect.stringContaining(sentence), [1000, 5000, 15_000]])
    expect(web.heard.length).toBe(4)
    expect(ledger(ward)).toEqual([['incomplete', sentence]])
    expect(Object.keys(publishedBy(ward)).length).toBeGreaterThan(Object.keys(documents).length)
    expect(done.err + everythingIn(ward)).not.toContain('bi-mat')
  })

  test('that does not want it, sends on elsewhere or is not there is not asked in vain', async () => {
    const told = async (webhook: string): Promise<[string, number]> => {
      const { err, pauses } = await night(wardTelling({ webhook }), '2026-02-13')
      return [/webhook được \([^)]*\): (.*)\.\n/.exec(err)![1]!, pauses.length]
    }
    const web = await webServer(404, 302)
    expect(await told(`http://127.0.0.1:${web.port}/`)).toEqual(['máy chủ trả lời 404', 0])
    expect(await told(`http://127.0.0.1:${web.port}/`)).toEqual(['máy chủ trả lời 302', 0])
    expect(web.heard.length).toBe(2)
    await web.close()
    expect(await told(`http://127.0.0.1:${web.port}/`)).toEqual(['lỗi ECONNREFUSED, đã thử 4 lần', 3])
    expect(await told('DOISOAT_WEBHOOK')).toEqual(['biến môi trường DOISOAT_WEBHOOK chưa có, hoặc không phải là một địa chỉ', 0]) // prettier-ignore
  })
})

describe('mail', () => {
  const smtp = (port: number, more: object = {}): object => ({
    smtp: { host: '127.0.0.1', port, tls: 'never', from: 'Đối soát <doisoat@phuong.vn>', to: ['truc@phuong.vn', 'lan@phuong.vn'], ...more }, // prettier-ignore
  })

  test('has the first line as its subject and all lines as its text, in Vietnamese', async () => {
    const mail = await mailServer({ busy: 1 })
    open.push(mail)
    expect(await night(wardTelling(smtp(mail.port)), '2026-02-13')).toMatchObject({ code: 0, pauses: [1000] })
    const [{ said, data }] = mail.mails as [{ said: string[]; data: string }]
    expect(said.filter((line) => /^(MAIL|RCPT)/.test(line)).map((line) => /<(.*?)>/.exec(line)![1])).toEqual(['doisoat@phuong.vn', 'truc@phuong.vn', 'lan@phuong.vn']) // prettier-ignore
    expect(decoded(/^Subject: ((?:.|\n )*)/m.exec(data)![1]!)).toContain('phường Hưng Đạo, đêm 13/02/2026')
    expect(data).toContain(`Date: ${nowOfWards.toUTCString().replace('GMT', '+0000')}`)
    expect(data).toMatch(/content-type: text\/plain; charset=utf-8/i)
  })

  test('that nobody takes is said with the server’s number and not tried in vain; the night stands', async () => {
    const mail = await mailServer({ refuses: true })
    open.push(mail)
    const ward = wardTelling(smtp(mail.port))
    const { code, err, pauses } = await night(ward, '2026-02-13')
    expect([code, err, pauses]).toEqual([1, expect.stringContaining(`Chưa gửi thư được (127.0.0.1:${mail.port}): máy chủ trả lời 550.`), []]) // prettier-ignore
    expect(existsSync(join(ward.folder, 'out/2026-02/bao-cao.docx'))).toBe(true)
  })

  test('is not sent in the clear where TLS is wanted, and who we are is not said without it', async () => {
    const mail = await mailServer()
    open.push(mail)
    const env = { DOISOAT_SMTP_USER: 'doisoat', DOISOAT_SMTP_PASSWORD: 'bi-mat' }
    expect((await night(wardTelling(smtp(mail.port, { tls: 'starttls' })), '2026-02-13', env)).code).toBe(1)
    expect(mail.mails).toEqual([])
    expect((await night(wardTelling(smtp(mail.port)), '2026-02-13', env)).code).toBe(0)
    expect(mail.mails[0]!.said.filter((line) => line.startsWith('AUTH'))).toEqual([])
  })
})

test('a heartbeat that is an address is asked after a good night, also one with a file that was not taken, and never after one that failed', async () => {
  const web = await webServer(200)
  open.push(web)
  const ward = wardTelling({ heartbeat: `http://127.0.0.1:${web.port}/ping/1` })
  ward.put('la.csv', 'a;b\n1;2\n')
  expect((await night(ward, '2026-02-13')).code).toBe(1)
  expect(web.heard.map(({ method, path }) => [method, path])).toEqual([['GET', '/ping/1']])
  ward.configure({ notify: { heartbeat: `http://127.0.0.1:${web.port}/ping/1` }, out: './inbox/la.csv/out' })
  expect((await night(ward, '2026-02-14')).code).toBe(3)
  expect(web.heard.length).toBe(1)
})

function wardTelling(notify: object): Ward {
  const ward = openWard({ notify })
  const before = [preamble('2026-01-17', '2026-02-13')]
  ward.put('cong.csv', exportOf('portal', [portalRow(one), portalRow(late)], { before }))
  ward.put('so.csv', exportOf('book', [bookRow(one), bookRow(late)], { before }))
  ward.put('ho-tich.csv', exportOf('civil', [civilRow(one), civilRow(late)], { before }))
  return ward
}

function ledger({ database }: Ward): string[][] {
  const rows = rowsIn<{ state: string; detail: string }>(database, 'select state, detail from run order by run')
  return rows.map(({ state, detail }) => [state, detail])
}

function everythingIn(ward: Ward): string {
  return Object.values(publishedBy(ward)).join('\n') + JSON.stringify(dumpOf(ward, []))
}

/** A header of a mail, as its reader sees it. */
function decoded(header: string): string {
  return header.replace(/=\?UTF-8\?(B|Q)\?(.*?)\?=\s*/gi, (_, how: string, text: string) =>
    how.toUpperCase() === 'B'
      ? Buffer.from(text, 'base64').toString('utf8')
      : Buffer.from(
          text
            .replaceAll('_', ' ')
            .replace(/=([0-9A-F]{2})/g, (__, hex: string) => String.fromCharCode(parseInt(hex, 16))),
          'latin1',
        ).toString('utf8'),
  )
}
