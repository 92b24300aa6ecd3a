import { connectors } from '../connectors/index.ts'
import { openExport } from '../connectors/read.ts'
import { surveyTable } from '../connectors/survey.ts'
import { bytesOf } from '../pipeline/loading/landing.ts'

// Reads a file to its end as an export or as any table, and says how many rows a second: `reading.ts export|table FILE`.

const [as, file] = process.argv.slice(2)
const start = performance.now()
const rows = as === 'export' ? rowsOfExport(file!) : rowsOfTable(file!)
const seconds = (performance.now() - start) / 1000
process.stdout.write(JSON.stringify({ rows, seconds }))

function rowsOfExport(path: string): number {
  const opened = openExport(bytesOf(path), connectors)
  if (!('reads' in opened)) throw new Error(`${path}: ${JSON.stringify(opened)}`)
  let count = 0
  for (const each of opened.reads) {
    if (each.is === 'reject') throw new Error(`${path}: ${JSON.stringify(each)}`)
    count++
  }
  return count
}

function rowsOfTable(path: string): number {
  const opened = surveyTable(bytesOf(path), connectors)
  if (!('rows' in opened)) throw new Error(`${path}: ${JSON.stringify(opened)}`)
  let count = 0
  for (const _ of opened.rows) count++
  return count
}
