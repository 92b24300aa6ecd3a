import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { makeCalendar } from '../pipeline/calendar.ts'
import { makeCatalogue } from '../pipeline/catalogue.ts'

export const bundledCalendar = makeCalendar(linesOf('calendar.csv'))

export const bundledCatalogue = makeCatalogue(linesOf('procedures.csv'))

function linesOf(name: string): string[][] {
  const text = readFileSync(join(import.meta.dirname, '../pipeline/catalogue', name), 'utf8')
  return Papa.parse<string[]>(text, { skipEmptyLines: true }).data
}
