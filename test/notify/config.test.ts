import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { readConfig } from '../../pipeline/config/read-config.ts'
import { Trouble } from '../../pipeline/trouble.ts'
import { sentence, wordsIn } from '../../reports/words.ts'
import { openWard } from '../support/ward.ts'

const ward = openWard()
const smtp = { host: 'thu.phuong.vn', from: 'doisoat@phuong.vn', to: 'truc@phuong.vn' }

test('a mail server has a port and TLS unless said otherwise, one receiver or several', () => {
  expect(read({ smtp }).smtp).toEqual({ ...smtp, to: ['truc@phuong.vn'], port: 587, tls: 'starttls' })
  const more = { ...smtp, to: ['Trực <truc@phuong.vn>', 'lan@phuong.vn'], port: 25, tls: 'never' }
  expect(read({ smtp: more }).smtp).toEqual(more)
})

test('a heartbeat is a file beside the configuration, an address, or the variable that has it; a webhook is no file', () => {
  const { heartbeat: path } = read({ heartbeat: './nhip', file: 'tin.txt' })
  expect(path).toBe(join(ward.folder, 'nhip'))
  for (const given of ['https://hc.vn/ping/1', 'DOISOAT_HEARTBEAT']) expect(read({ heartbeat: given }).heartbeat).toBe(given) // prettier-ignore
  for (const given of ['https://chat.vn/x', 'DOISOAT_WEBHOOK']) expect(read({ webhook: given }).webhook).toBe(given)
  for (const given of ['./tin.txt', 'https://', 'ftp://chat.vn/x', 'Webhook'])
    expect([given, told({ webhook: given })]).toEqual([given, expect.stringContaining('cần một địa chỉ như https://…')])
})

test.each([
  ['notify.smtp.password', { smtp: { ...smtp, password: 'bi-mat' } }],
  ['notify.smtp.user', { smtp: { ...smtp, user: 'bi-mat' } }],
  ['notify.smtp.pass', { smtp: { ...smtp, pass: null } }],
  ['notify.smtp.auth', { smtp: { ...smtp, auth: { user: 'x', pass: 'bi-mat' } } }],
  ['notify.webhook', { webhook: 'https://doisoat:bi-mat@chat.vn/x' }],
  ['notify.webhook', { webhook: 'https://chat.vn/x?access_token=bi-mat' }],
  ['notify.heartbeat', { heartbeat: 'https://hc.vn/ping?apikey=bi-mat' }],
])('%s: a secret in the configuration is refused, with where it belongs and without repeating it', (path, notify) => {
  const sentences = told(notify)
  expect(sentences).toContain(`${path}: mật khẩu, khoá bí mật không được viết trong tệp cấu hình`)
  expect(sentences).toContain('DOISOAT_SMTP_PASSWORD')
  expect(sentences).not.toContain('bi-mat')
})

test.each([
  [{ fil: 'x' }, 'file, smtp, webhook, heartbeat'],
  [{ smtp: { ...smtp, hots: 'x' } }, 'host, port, tls, from, to.'],
  [{ smtp: { ...smtp, to: [] } }, 'một địa chỉ thư'],
  [{ smtp: { ...smtp, from: 'Đối soát' } }, 'notify.smtp.from: có "Đối soát", cần một địa chỉ thư'],
  [{ smtp: { ...smtp, to: ['a@b.vn\nBcc: c@d.vn'] } }, 'một địa chỉ thư'],
  [{ smtp: { ...smtp, port: 0 } }, 'một số cổng từ 1 đến 65535'],
  [{ smtp: { ...smtp, tls: 'yes' } }, 'starttls, always, never'],
])('%j is refused with what may stand there', (notify, expected) => {
  expect(told(notify)).toContain(expected)
})

test('what the guide shows can be read', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../HUONG-DAN.md'), 'utf8')
  const shown = /```yaml\n(notify:\n[^`]*)```/.exec(guide)![1]!
  const { smtp: server, webhook } = read((parse(shown) as { notify: object }).notify)
  expect([server!.host, webhook]).toEqual(['thu.haiphong.gov.vn', 'DOISOAT_WEBHOOK'])
})

function read(notify: object) {
  ward.configure({ notify })
  return readConfig({}, ward.folder).notify
}

function told(notify: object): string {
  try {
    read(notify)
  } catch (error) {
    if (error instanceof Trouble && error.exit === 2) return sentence(error, wordsIn('vi'))
    throw error
  }
  throw new Error(`it was taken: ${stringify(notify)}`)
}

test('the log may lie elsewhere, and for as long as is wanted', () => {
  writeFileSync(join(ward.folder, 'doisoat.yaml'), '')
  ward.configure({ log: { folder: '/var/log/doisoat', days: 7 } })
  expect(readConfig({}, ward.folder).log).toEqual({ folder: '/var/log/doisoat', days: 7 })
})
