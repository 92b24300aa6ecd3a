import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Connector, System } from '../connectors/connector.ts'
import { connectors } from '../connectors/index.ts'
import { openExport } from '../connectors/read.ts'
import type { Bytes } from '../connectors/reading.ts'
import { drain } from './connector-try.ts'
import { bytesOf } from './landing.ts'

export type Tested = { readonly system: System; readonly samples: number; readonly problems: readonly string[] }

const samples = join(import.meta.dirname, '..', 'fixtures', 'connectors')

/** Reads each connector's sample as it stands, and in pieces of one byte: both must give what is written beside it. */
export function testSamples(chosen: readonly Connector[]): Tested[] {
  return chosen.map(({ system }) => {
    const files = sampleFiles(join(samples, system))
    return { system, samples: files.length, problems: files.flatMap((file) => problemsOf(file, system)) }
  })
}

function sampleFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.startsWith('sample.') && !name.endsWith('.json'))
    .map((name) => join(folder, name))
}

function problemsOf(file: string, system: System): string[] {
  const expected: unknown = JSON.parse(readFileSync(file.replace(/\.[^.]+$/, '.expected.json'), 'utf8'))
  const ways: [string, Bytes][] = [
    ['whole', bytesOf(file)],
    ['byte by byte', () => bytewise(file)],
  ]
  return ways.filter(([, bytes]) => !isDeepStrictEqual(readWhole(bytes), expected)).map(([way]) => `${system}: ${way}`)
}

/** All that a reading gives, as one value: what a golden file holds. */
function readWhole(bytes: Bytes): unknown {
  const opened = openExport(bytes, connectors)
  if (!('reads' in opened)) return opened
  const { connector, ...recognised } = opened.recognised
  const reads: unknown[] = []
  const account = drain(opened.reads, (read) => reads.push(read))
  return JSON.parse(JSON.stringify({ ...recognised, connector: connector.system, account, reads })) as unknown
}

function* bytewise(file: string): Generator<Uint8Array> {
  for (const byte of readFileSync(file)) yield Uint8Array.of(byte)
}
