import type { Bytes } from './reading.ts'
import { linesOfRows, MOST_SHEETS, type Sheet } from './sheet.ts'
import { type Handler, readMarkup, type Sink } from './sheet-markup.ts'
import { type Broken, damaged, isBroken, type Pieces } from './table.ts'
import type { Legend } from './workbook-cell.ts'
import { type Listed, sheetHandler, stringHandler, styleHandler, targetHandler } from './workbook-parts.ts'
import { type Merges, mergesIn, workbookRows } from './workbook-rows.ts'
import { filesIn, gathered, isOffice } from './zip-entries.ts'
import { entriesIn, type Entry, tooLarge, unpacked } from './zip.ts'

const MiB = 1024 * 1024
const LARGEST_PART = 64 * MiB
const LARGEST_STRINGS = 128 * MiB // they stay in memory: cells name them by their place
const LARGEST_SHEET = 1024 * MiB

type Parts = { readonly zip: Buffer; readonly entries: ReadonlyMap<string, Entry> }

/** The sheets of a workbook that people see, or why there are none: a zip may hold something else. */
export function workbookSheets(bytes: Bytes): readonly Sheet[] | Broken {
  const zip = gathered(bytes)
  if (isBroken(zip)) return zip
  const entries = entriesIn(zip)
  if (isBroken(entries)) return entries
  const parts = { zip, entries: new Map(entries.map((entry) => [keyOf(entry.name), entry])) }
  if (parts.entries.has('xl/workbook.xml')) return sheetsIn(parts)
  return isOffice(entries) ? { reason: { id: 'workbook' } } : noWorkbook(zip, entries)
}

/** Parts have the same name in capitals and with a slash in front. */
function keyOf(name: string): string {
  return name.toLowerCase().replace(/^\//, '')
}

/** A zip is read as the files in it, by whoever can list them; here is only said why it cannot, or that it is one. */
function noWorkbook(zip: Buffer, entries: readonly Entry[]): Broken {
  const files = filesIn(zip, entries)
  return isBroken(files) ? files : { reason: { id: 'zip' } }
}

function sheetsIn(parts: Parts): readonly Sheet[] | Broken {
  const targets = itemsOf(parts, 'xl/_rels/workbook.xml.rels', LARGEST_PART, targetHandler)
  const listed = itemsOf(parts, 'xl/workbook.xml', LARGEST_PART, sheetHandler)
  const styles = itemsOf(parts, 'xl/styles.xml', LARGEST_PART, styleHandler)
  const strings = itemsOf(parts, 'xl/sharedStrings.xml', LARGEST_STRINGS, stringHandler)
  if (isBroken(targets)) return targets
  if (isBroken(listed)) return listed
  if (isBroken(styles)) return styles
  if (isBroken(strings)) return strings
  const days1904 = listed.some(({ is }) => is === 'days1904')
  const seen = listed.filter(({ is }) => is === 'sheet')
  if (seen.length > MOST_SHEETS) return tooLarge('xl/workbook.xml', MOST_SHEETS)
  const paths = new Map(targets.map(({ id, path }) => [id, path]))
  return sheetsOf(parts, seen, paths, { strings, styles, days1904 })
}

function sheetsOf(
  parts: Parts,
  seen: readonly Listed[],
  paths: ReadonlyMap<string, string>,
  legend: Legend,
): readonly Sheet[] | Broken {
  const sheets: Sheet[] = []
  for (const { name, id } of seen) {
    const entry = parts.entries.get(keyOf(paths.get(id) ?? ''))
    if (!entry) return damaged
    const merges = mergesIn(textOf(parts, entry, LARGEST_SHEET))
    if (isBroken(merges)) return merges
    sheets.push(sheetOf(parts, entry, name, legend, merges))
  }
  return sheets
}

function sheetOf(parts: Parts, entry: Entry, name: string, legend: Legend, merges: Merges): Sheet {
  return { name, lines: () => linesOfRows(workbookRows(textOf(parts, entry, LARGEST_SHEET), legend, merges)) }
}

/** A part that is not there has nothing in it: few workbooks have all of them. */
function itemsOf<Item>(
  parts: Parts,
  name: string,
  limit: number,
  handler: (sink: Sink<Item>) => Handler,
): readonly Item[] | Broken {
  const entry = parts.entries.get(keyOf(name))
  if (!entry) return []
  const items: Item[] = []
  const reading = readMarkup(textOf(parts, entry, limit), 'xml', handler)
  let next = reading.next()
  for (; next.done !== true; next = reading.next()) items.push(next.value)
  return isBroken(next.value) ? next.value : items
}

function* textOf({ zip }: Parts, entry: Entry, limit: number): Pieces {
  const decoder = new TextDecoder()
  const pieces = unpacked(zip, entry, limit)
  let next = pieces.next()
  for (; next.done !== true; next = pieces.next()) yield decoder.decode(next.value, { stream: true })
  return next.value ?? { isCut: false }
}
