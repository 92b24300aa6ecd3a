import { basename, dirname } from 'node:path'
import { isAddress, isVariable, type NotifyConfig } from '../config/notify-config.ts'
import { type Day, instantOf } from '../day.ts'
import { writeBeside } from '../files-out.ts'
import { systemCode, Trouble } from '../trouble.ts'
import type { World } from '../world.ts'
import { ask } from './ask.ts'
import { sendMail } from './mail.ts'
import type { Sent } from './sent.ts'

/** A way to tell somebody: its name, to whom it leads as far as that is no secret, and one attempt at it. */
export type Way = {
  readonly name: 'file' | 'smtp' | 'webhook' | 'heartbeat'
  readonly to: string
  readonly send: () => Promise<Sent>
}

/** The ways of a configuration for a message: `lines` for people, `body` for programs. */
export function waysOf(
  world: World,
  { file, smtp, webhook }: NotifyConfig,
  lines: readonly string[],
  body: object,
): Way[] {
  const text = `${lines.join('\n')}\n`
  const ways: Way[] = []
  if (file !== null) ways.push({ name: 'file', to: file, send: async () => written(file, text) })
  if (smtp !== null)
    ways.push({ name: 'smtp', to: `${smtp.host}:${smtp.port}`, send: () => sendMail(world, smtp, lines[0]!, text) })
  if (webhook !== null) ways.push(asked(world, 'webhook', webhook, `${JSON.stringify(body)}\n`))
  return ways
}

/** Tells that a night has come to its end: a file that is written anew, or an address that is asked. */
export function heartbeatOf(world: World, { heartbeat }: NotifyConfig, asOf: Day): Way[] {
  if (heartbeat === null) return []
  if (isAddress(heartbeat) || isVariable(heartbeat)) return [asked(world, 'heartbeat', heartbeat, null)]
  const beat = `${instantOf(world.now())} ${asOf}\n`
  return [{ name: 'heartbeat', to: heartbeat, send: async () => written(heartbeat, beat) }]
}

/** An address may be all that it takes to write there: of it the host alone is named. */
function asked({ env }: World, name: 'webhook' | 'heartbeat', given: string, body: string | null): Way {
  const url = isVariable(given) ? (env[given] ?? '') : given
  if (!isAddress(url) || !URL.canParse(url))
    return { name, to: given, send: async () => ({ why: { is: 'variable', name: given }, again: false }) }
  return { name, to: new URL(url).host, send: () => ask(url, body) }
}

function written(path: string, text: string): Sent {
  try {
    writeBeside(dirname(path), basename(path), text)
    return null
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    return { why: { is: 'code', code: systemCode(error.cause) || error.code }, again: false }
  }
}
