import { systemCode } from '../trouble.ts'
import type { Sent } from './sent.ts'

const PATIENCE = 8000 // milliseconds

/**
 * Asks an address of the web: with a body it is posted as JSON. Of what comes back the status alone counts; one that
 * sends on elsewhere is not followed, since what we say is for the one who was named.
 */
export async function ask(url: string, body: string | null): Promise<Sent> {
  const posted = { method: 'POST', body, headers: { 'content-type': 'application/json; charset=utf-8' } }
  try {
    const answer = await fetch(url, {
      ...(body === null ? {} : posted),
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    })
    await answer.body?.cancel()
    const { status } = answer
    return answer.ok ? null : { why: { is: 'status', status }, again: status === 429 || status >= 500 }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if (error.name === 'TimeoutError') return { why: { is: 'time' }, again: true }
    const code = systemCode(error.cause)
    return { why: { is: 'code', code: code || error.name }, again: code !== '' }
  }
}
