import { exec } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { lookup } from 'node:dns'
import { lookup as lookupSoon } from 'node:dns/promises'
import { request } from 'node:http'
import * as http2 from 'node:http2'
import { get } from 'node:https'
import { connect, Socket } from 'node:net'
import * as tls from 'node:tls'

/** Every way to the network that a program has, one after the other: what `no-network.ts` has to refuse. */
const ways: (() => unknown)[] = [
  () => connect(1, '127.0.0.1'),
  () => new Socket().connect(1),
  () => tls.connect(1),
  () => request('http://127.0.0.1:1/'),
  () => get('https://127.0.0.1:1/'),
  () => http2.connect('http://127.0.0.1:1'),
  () => createSocket('udp4'),
  () => lookup('localhost', () => {}),
  () => lookupSoon('localhost'),
  () => exec('true'),
  () => fetch('http://127.0.0.1:1/'),
  () => new WebSocket('ws://127.0.0.1:1/'),
]
let refused = 0
for (const way of ways)
  try {
    way()
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('no network')) refused++
  }
process.stdout.write(`${refused} of ${ways.length}`)
process.exit(0)
