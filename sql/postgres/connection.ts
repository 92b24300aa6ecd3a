import { MessageChannel, receiveMessageOnPort, SHARE_ENV, Worker } from 'node:worker_threads'
import type { Refusal } from './refusal.ts'

export type Value = string | number | null | readonly (string | number)[]

/** Where a server is, what is set before anything is asked, and what the connection is for, as others see it. */
export type Address = { readonly url: string; readonly settings: string; readonly purpose: string }

export type Asked =
  | { readonly does: 'connect'; readonly address: Address }
  | { readonly does: 'ask'; readonly text: string; readonly values: readonly Value[]; readonly name: string | null }
  | { readonly does: 'copy'; readonly into: string; readonly rows: string }
  | { readonly does: 'end' }

export type Answer = {
  readonly fields: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
  readonly count: number // of rows that were given or changed
}

/** One connection to a server, asked as SQLite is: whoever asks waits for the answer. Throws what `refusalOf` names. */
export type Connection = {
  readonly ask: (text: string, values?: readonly Value[], again?: boolean) => Answer // `again`: it is worth preparing
  readonly copy: (into: string, rows: string) => number
  /** What was prepared means tables that are no longer those of its names: it is prepared anew. */
  readonly forget: () => void
  readonly end: () => Promise<void>
}

/** Connects by a thread that waits beside the program. Throws where nobody is there, or nobody is let in. */
export function connect(address: Address): Connection {
  const thread = idle.pop() ?? startThread()
  const request = (asked: Asked): Answer => answered(thread(asked))
  try {
    request({ does: 'connect', address })
  } catch (error) {
    idle.push(thread)
    throw error
  }
  const names = new Map<string, string>()
  const nameOf = (text: string): string => {
    const name = names.get(text) ?? `q${(made += 1)}`
    names.set(text, name)
    return name
  }
  return {
    ask: (text, values = [], again = false) =>
      request({ does: 'ask', text, values, name: again ? nameOf(text) : null }),
    forget: () => names.clear(),
    copy: (into, rows) => request({ does: 'copy', into, rows }).count,
    end: async () => {
      thread({ does: 'end' }) // that it could not say goodbye is no matter
      idle.push(thread)
    },
  }
}

type Thread = (asked: Asked) => Answer | Refusal

let made = 0 // statements of this program, whatever their connection
const idle: Thread[] = [] // to start one takes longer than to connect

function startThread(): Thread {
  const signal = new Int32Array(new SharedArrayBuffer(4))
  const file = import.meta.url.endsWith('.ts') ? './thread.ts' : './thread.js'
  const { port1: here, port2: there } = new MessageChannel()
  const workerData = { signal, there }
  const given = new URL(file, import.meta.url)
  new Worker(given, { workerData, transferList: [there], execArgv: [], env: SHARE_ENV }).unref()
  return (asked) => {
    Atomics.store(signal, 0, 0)
    here.postMessage(asked, [])
    Atomics.wait(signal, 0, 0)
    return receiveMessageOnPort(here)!.message as Answer | Refusal
  }
}

function answered(answer: Answer | Refusal): Answer {
  if (!('refused' in answer)) return answer
  throw Object.assign(new Error(`${answer.refused}: ${answer.said}`), { code: answer.refused, said: answer.said })
}
