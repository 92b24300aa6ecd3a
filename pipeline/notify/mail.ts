import type { SmtpConfig } from '../config/notify-config.ts'
import { systemCode } from '../trouble.ts'
import type { World } from '../world.ts'
import type { Sent } from './sent.ts'

const PATIENCE = 5000 // milliseconds, for each step of the talk with the server

/** Sends a text by the mail server of the configuration. Who we are comes from the environment, and only over TLS. */
export async function sendMail(
  { env, now }: Pick<World, 'env' | 'now'>,
  { host, port, tls, from, to }: SmtpConfig,
  subject: string,
  text: string,
): Promise<Sent> {
  const { createTransport } = await import('nodemailer') // most offices need none of it
  const { DOISOAT_SMTP_USER: user = '', DOISOAT_SMTP_PASSWORD: pass = '' } = env
  const transport = createTransport({
    host,
    port,
    secure: tls === 'always',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'never',
    ...(user !== '' && tls !== 'never' && { auth: { user, pass } }),
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    dnsTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    const { rejected } = await transport.sendMail({ from, to: [...to], subject, text, date: now() })
    return rejected.length === 0 ? null : { why: { is: 'code', code: 'EENVELOPE' }, again: false }
  } catch (error) {
    return refusedBy(error)
  } finally {
    transport.close()
  }
}

/** A server's 5xx is its last word; its 4xx, and a line that broke, are not. */
function refusedBy(error: unknown): Sent {
  if (!(error instanceof Error)) throw error
  const code = systemCode(error) || error.name
  const status = 'responseCode' in error ? Number(error.responseCode) : Number.NaN
  if (Number.isInteger(status) && status > 0) return { why: { is: 'status', status }, again: status < 500 }
  return { why: code === 'ETIMEDOUT' ? { is: 'time' } : { is: 'code', code }, again: code !== 'EAUTH' }
}
