import type { Client, Connection, Submittable } from 'pg'

/**
 * Hands rows to the server by COPY, in its text form; gives how many it took. The driver knows no COPY, and lets others
 * add what it asks for here: a thing that is told what the server answers.
 */
export function copyRows(client: Client, into: string, rows: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let count = 0
    const copying = {
      submit: (connection: Wire) => connection.query(into),
      handleCopyInResponse: (connection: Wire) => {
        connection.sendCopyFromChunk(Buffer.from(rows))
        connection.endCopyFrom()
      },
      handleCommandComplete: ({ text }: { readonly text: string }) => {
        count = Number(text.split(' ').at(-1))
      },
      handleError: reject,
      handleReadyForQuery: () => resolve(count),
    }
    client.query(copying as unknown as Submittable)
  })
}

type Wire = Connection & {
  readonly query: (text: string) => void
  readonly sendCopyFromChunk: (chunk: Buffer) => void
  readonly endCopyFrom: () => void
}
