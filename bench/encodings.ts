import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encode } from '../pipeline/kit/kit-encode.ts'
import { makeLists } from './lists.ts'
import { measured, median } from './measured.ts'
import type { Asked, Notes } from './notes.ts'
import { type Goal, type Part, span, table } from './results.ts'

const encodings = ['utf-8', 'utf-16le', 'windows-1258', 'tcvn3'] as const
const readers = { export: 'as an export', table: 'as any table, without a connector' } as const

type Reader = keyof typeof readers
type Pace = { readonly rows: number; readonly seconds: number }

/** The same list in the encodings of offices, read to its end by each reader, in turns. */
export async function measureEncodings({ rows, rounds, work }: Asked, notes: Notes): Promise<Part> {
  const dossiers = Math.min(Math.max(rows, 50_000), 200_000) // fewer are over before the reader is warm
  const files = writeAll(work, dossiers)
  const paces = new Map<string, number[]>()
  for (let round = 0; round < Math.max(rounds, 3); round++)
    for (const reader of Object.keys(readers) as Reader[])
      for (const encoding of encodings) {
        const rate = await paceOf(reader, files[encoding])
        notes.say(`${Math.round(rate).toLocaleString('en')} rows a second: ${encoding}, ${readers[reader]}`)
        paces.set(`${reader} ${encoding}`, [...(paces.get(`${reader} ${encoding}`) ?? []), rate])
      }
  const of = (reader: Reader, encoding: string): number => median(paces.get(`${reader} ${encoding}`)!)
  const lines = (Object.keys(readers) as Reader[]).flatMap((reader) =>
    encodings.map((encoding) => [
      `${encoding}, ${readers[reader]}`,
      span(paces.get(`${reader} ${encoding}`)!.map((rate) => rate / 1000), 0), // prettier-ignore
      (of(reader, encoding) / of(reader, 'utf-8')).toFixed(2),
    ]),
  )
  const goals = (Object.keys(readers) as Reader[]).flatMap((reader): Goal[] =>
    encodings.slice(1).map((encoding) => ({
      says: `${encoding}, ${readers[reader]}, of UTF-8`,
      measured: of(reader, encoding) / of(reader, 'utf-8'),
      least: 0.5,
    })),
  )
  const text = table(['', 'thousand rows a second', 'of UTF-8'], lines)
  return { heading: `The reader, on ${dossiers.toLocaleString('en')} rows in other encodings`, text, goals }
}

function writeAll(work: string, dossiers: number): Record<(typeof encodings)[number], string> {
  const { portal } = makeLists(work, { dossiers, changed: 0 })
  const text = readFileSync(portal, 'utf8').slice(1) // without its mark
  const written = encodings.map((encoding) => {
    const bytes = encode(text, encoding)
    if (bytes === null) throw new Error(`${encoding} has no letter for something in the list`)
    writeFileSync(join(work, encoding), bytes)
    return [encoding, join(work, encoding)] as const
  })
  return Object.fromEntries(written) as Record<(typeof encodings)[number], string>
}

/** Rows a second, without the start of the process. */
async function paceOf(reader: Reader, file: string): Promise<number> {
  const script = join(import.meta.dirname, 'reading.ts')
  const { said } = await measured({ command: process.execPath, given: ['--max-semi-space-size=4', script, reader, file] }) // prettier-ignore
  const { rows, seconds } = JSON.parse(said) as Pace
  return rows / seconds
}
