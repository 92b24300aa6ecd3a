import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** A PostgreSQL in this process, in a thread of its own, that speaks as a server does; one session, whoever connects. */
export async function startInProcess(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const worker = new Worker(new URL('./in-process-thread.ts', import.meta.url), { execArgv: [] })
  const [port] = (await once(worker, 'message')) as [number]
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => void (await worker.terminate()),
  }
}
