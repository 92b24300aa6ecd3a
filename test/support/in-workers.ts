import { Worker } from 'node:worker_threads'

/** Runs a program once for each share of the work, all at once; `hear` is told whatever any of them says. */
export async function inWorkers(program: URL, shares: readonly object[], hear: (told: never) => void): Promise<void> {
  await Promise.all(shares.map((share) => inWorker(program, share, hear as (told: unknown) => void)))
}

/** Every so many-th of a list, for each of so many workers. */
export function sharesOf<Item>(all: readonly Item[], workers: number): Item[][] {
  return Array.from({ length: workers }, (_, worker) => all.filter((_each, i) => i % workers === worker))
}

function inWorker(program: URL, share: object, hear: (told: unknown) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData: share })
    worker.on('message', hear)
    worker.on('error', reject)
    worker.on('exit', () => resolve())
  })
}
