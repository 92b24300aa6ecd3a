import child from 'node:child_process'
import dgram from 'node:dgram'
import dns from 'node:dns'
import http from 'node:http'
import http2 from 'node:http2'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import tls from 'node:tls'

/**
 * For `node --import`: whatever opens a connection, asks for a name or starts another program is written down and
 * refused. Stands before the program's first line, so also before what its libraries do when they are loaded.
 */
const attempts: string[] = []

function refuse<Of extends object>(name: string, of: Of, methods: readonly (keyof Of & string)[]): void {
  for (const method of methods) {
    // a function, since some are called with `new`
    function refused(): never {
      attempts.push(`${name}.${method}`)
      throw new Error(`no network: ${name}.${method}`)
    }
    Object.defineProperty(of, method, { value: refused, writable: true, configurable: true })
  }
}

refuse('net', net, ['connect', 'createConnection', 'createServer'])
refuse('net.Socket', net.Socket.prototype, ['connect'])
refuse('net.Server', net.Server.prototype, ['listen'])
refuse('tls', tls, ['connect', 'createServer'])
refuse('http', http, ['request', 'get', 'createServer'])
refuse('https', https, ['request', 'get', 'createServer'])
refuse('http2', http2, ['connect', 'createServer', 'createSecureServer'])
refuse('dgram', dgram, ['createSocket'])
refuse('dns', dns, ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'reverse'])
refuse('dns.promises', dns.promises, ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'reverse'])
refuse('child_process', child, ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'])
refuse('globalThis', globalThis, ['fetch', 'WebSocket', 'EventSource'] as never)
syncBuiltinESMExports()

process.on('exit', () => void process.stderr.write(`\nattempts: ${JSON.stringify(attempts)}\n`))
