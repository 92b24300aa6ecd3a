import { z } from 'zod'
import { text } from './config-value.ts'

// A secret that stands in a file is read by whoever reads the file, and by its backups: it comes from the environment.
const secret = z.never('secret').optional()

const VARIABLE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/
const SECRET_PARAMETER = /(?:key|token|secret|password|pwd|signature)$|^(?:pass|sig|auth|code)$/i

/** The name of an environment variable, and not an address: `DOISOAT_WEBHOOK`. */
export function isVariable(given: string): boolean {
  return VARIABLE.test(given)
}

/** An address of the web, and not a file. */
export function isAddress(given: string): boolean {
  return /^https?:\/\//i.test(given)
}

const mailbox = z.string('mailbox').refine(isMailbox, 'mailbox')
const port = z.int('port').min(1, 'port').max(65535, 'port')

const smtp = z.strictObject(
  {
    host: text,
    port: port.default(587),
    tls: z.enum(['starttls', 'always', 'never'], 'choice').default('starttls'),
    from: mailbox,
    to: z.union([mailbox.transform((one) => [one]), z.array(mailbox, 'mailbox').min(1, 'mailbox')], 'mailbox'),
    user: secret,
    password: secret,
    pass: secret,
    auth: secret,
  },
  'group',
)

const asked = text.refine((given) => !holdsSecret(given), 'secret')

const section = z.strictObject(
  {
    file: text.optional(),
    smtp: smtp.readonly().optional(),
    webhook: asked.refine((given) => isVariable(given) || isUrl(given), 'address').optional(),
    heartbeat: asked.refine((given) => !isAddress(given) || isUrl(given), 'address').optional(),
  },
  'group',
)

export const notify = section.readonly().prefault({})

/** The keys that may stand in the group at a path below `notify`; those of secrets are not proposed. */
export function notifyKeys(below: readonly PropertyKey[]): readonly string[] {
  const isPlain = ([, value]: [string, unknown]): boolean => value !== secret
  return Object.entries(below.length === 0 ? section.shape : smtp.shape)
    .filter(isPlain)
    .map(([key]) => key)
}

export type SmtpConfig = {
  readonly host: string
  readonly port: number
  readonly tls: 'starttls' | 'always' | 'never'
  readonly from: string
  readonly to: readonly string[]
}

/** Whom a night tells how it went; null: nobody by that way. `webhook` and `heartbeat` may name a variable of the environment. */
export type NotifyConfig = {
  readonly file: string | null
  readonly smtp: SmtpConfig | null
  readonly webhook: string | null
  readonly heartbeat: string | null
}

export const nobody: NotifyConfig = { file: null, smtp: null, webhook: null, heartbeat: null }

export function notifyPaths(read: z.infer<typeof notify>, place: (path: string) => string): NotifyConfig {
  const { file, smtp: server, webhook, heartbeat } = read
  const isPath = heartbeat !== undefined && !isAddress(heartbeat) && !isVariable(heartbeat)
  return {
    file: file === undefined ? null : place(file),
    smtp: server === undefined ? null : plain(server),
    webhook: webhook ?? null,
    heartbeat: isPath ? place(heartbeat) : (heartbeat ?? null),
  }
}

function plain({ host, port: number, tls, from, to }: z.infer<typeof smtp>): SmtpConfig {
  return { host, port: number, tls, from, to }
}

/** `desk@ward.gov.vn`, or `The desk <desk@ward.gov.vn>`. */
function isMailbox(given: string): boolean {
  const address = given.endsWith('>') ? given.slice(given.lastIndexOf('<') + 1, -1) : given
  const parts = address.split('@')
  return parts.length === 2 && parts.every((part) => /^[^\s<>,;]+$/.test(part)) && !/[\r\n]/.test(given)
}

function isUrl(given: string): boolean {
  return isAddress(given) && URL.canParse(given)
}

/** `https://name:word@host`, or a parameter that is called a key: whoever reads the file could use it. */
function holdsSecret(given: string): boolean {
  if (!isUrl(given)) return false
  const { username, password, searchParams } = new URL(given)
  return username + password !== '' || [...searchParams.keys()].some((name) => SECRET_PARAMETER.test(name))
}
