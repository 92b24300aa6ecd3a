import { createServer } from 'node:http'
import { type AddressInfo, createServer as createTcp, type Server, type Socket } from 'node:net'

export type Heard = {
  readonly method: string
  readonly path: string
  readonly type: string | undefined
  readonly body: string
}

/** A server of the web that answers with these statuses in turn, the last one for ever. */
export async function webServer(...statuses: number[]) {
  const heard: Heard[] = []
  const server = createServer((asked, answer) => {
    let body = ''
    asked.on('data', (more: Buffer) => (body += more.toString('utf8')))
    asked.on('end', () => {
      const status = statuses[Math.min(heard.length, statuses.length - 1)]!
      heard.push({ method: asked.method!, path: asked.url!, type: asked.headers['content-type'], body })
      answer.writeHead(status, { location: '/elsewhere', connection: 'close' }).end('x')
    })
  })
  return { heard, port: await listening(server), close: () => closed(server) }
}

export type Mail = { readonly said: readonly string[]; readonly data: string }

/** A mail server of a few lines. `busy`: so many times it says first that it has no time; `refuses`: it wants nothing for anybody. */
export async function mailServer({ busy = 0, refuses = false } = {}) {
  const mails: Mail[] = []
  const left = { busy }
  const server = createTcp((socket) => {
    if (left.busy-- > 0) socket.end('421 busy\r\n')
    else talk(socket, refuses, (mail) => mails.push(mail))
  })
  return { mails, port: await listening(server), close: () => closed(server) }
}

function talk(socket: Socket, refuses: boolean, got: (mail: Mail) => void): void {
  const said: string[] = []
  let data: string | null = null
  let rest = ''
  const answer = (line: string): unknown => socket.write(`${line}\r\n`)
  answer('220 here')
  socket.on('error', () => {})
  socket.on('data', (more) => {
    const lines = (rest + more.toString('utf8')).split('\r\n')
    rest = lines.pop()!
    for (const line of lines) {
      if (data !== null && line !== '.') data += `${line}\n`
      else if (data !== null) {
        got({ said: said.splice(0), data })
        data = null
        answer('250 taken')
      } else {
        said.push(line)
        if (line === 'DATA') data = ''
        answer(answerTo(line, refuses))
      }
    }
  })
}

function answerTo(line: string, refuses: boolean): string {
  if (line === 'DATA') return '354 go on'
  if (line === 'STARTTLS') return '502 not here'
  return refuses && line.startsWith('RCPT') ? '550 nobody' : '250 well'
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

async function closed(server: Server): Promise<void> {
  await new Promise((resolve) => server.close(resolve))
}
