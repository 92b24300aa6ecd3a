// PGlite behind the wire protocol: the program knows nothing of it. It takes whole exchanges, so a COPY is gathered first.
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { parentPort } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'

const db = await PGlite.create()
let turn: Promise<unknown> = Promise.resolve()
let open = 0

const server = createServer((socket) => {
  open += 1
  let left = Buffer.alloc(0)
  let started = false
  let exchange: Buffer[] = []
  socket.on('data', (more) => {
    left = Buffer.concat([left, more])
    for (;;) {
      const start = started ? 1 : 0
      if (left.length < start + 4 || left.length < start + left.readUInt32BE(start)) return
      const length = start + left.readUInt32BE(start)
      const message = left.subarray(0, length)
      left = left.subarray(length)
      if (started) take(socket, message, exchange, (next) => (exchange = next))
      else socket.write(welcome())
      started = true
    }
  })
  socket.on('error', () => {})
  socket.on('close', () => {
    open -= 1
    if (open === 0) turn = turn.then(reset)
  })
})

/** What a message asks for: it is answered when it ends an exchange. */
function take(socket: Socket, message: Buffer, before: Buffer[], keep: (next: Buffer[]) => void): void {
  const exchange = [...before, message]
  const type = String.fromCharCode(message[0]!)
  const isCopy = exchange[0]![0] === 0x51 && /^copy /i.test(exchange[0]!.subarray(5).toString('latin1', 0, 5))
  if (isCopy && type === 'Q') socket.write(Buffer.from([0x47, 0, 0, 0, 7, 0, 0, 0])) // let the rows come
  const ends = isCopy ? 'cf' : 'QSX'
  if (!ends.includes(type)) return keep(exchange)
  keep([])
  if (type !== 'X') turn = turn.then(() => answer(socket, Buffer.concat(exchange), isCopy))
}

async function answer(socket: Socket, exchange: Buffer, isCopy: boolean): Promise<void> {
  const said = Buffer.from(await db.execProtocolRaw(new Uint8Array(exchange)))
  socket.write(isCopy ? withoutCopyIn(said) : said)
}

function withoutCopyIn(said: Buffer): Buffer {
  return said[0] === 0x47 ? said.subarray(1 + said.readUInt32BE(1)) : said
}

async function reset(): Promise<void> {
  await db.exec('rollback').catch(() => {})
  await db.exec('discard all')
}

/** Let in, and ready. */
function welcome(): Buffer {
  return Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49])
}

server.listen(0, '127.0.0.1', () => parentPort!.postMessage((server.address() as AddressInfo).port, []))
