import { readdirSync, readFileSync } from 'node:fs'
import { connectors } from '../../connectors/index.ts'
import type { Encoding } from '../../connectors/reading.ts'
import { type Cells, sampleOf } from '../../pipeline/kit/kit-sample.ts'
import { readAll } from '../../pipeline/kit/kit-reading.ts'

/** An export of a sample month: what it says, and how it is written. Its rows are all that it has. */
export type Original = {
  readonly above: readonly Cells[]
  readonly headers: Cells
  readonly rows: readonly Cells[]
  readonly below: readonly Cells[]
  readonly delimiter: string
  readonly encoding: Encoding
}

export const originals: readonly Original[] = ['2026-01', '2026-02', '2026-03'].flatMap((month) => {
  const folder = `fixtures/${month}/exports`
  return readdirSync(folder).map((name) => originalOf(readFileSync(`${folder}/${name}`), `${folder}/${name}`))
})

function originalOf(bytes: Buffer, file: string): Original {
  const { recognised } = readAll(bytes)
  if (!('connector' in recognised)) throw new Error(`${file}: ${recognised.reason.id}`)
  const sample = sampleOf(recognised.connector, connectors, { file, bytes, expected: null })
  if ('reason' in sample) throw new Error(`${file}: ${sample.reason}`)
  const { preamble, headers, rows, footer } = sample.table
  const { delimiter, encoding } = recognised
  return { above: preamble, headers, rows, below: footer, delimiter, encoding: encoding as Encoding }
}
