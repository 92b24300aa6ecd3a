import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { stringify } from 'yaml'
import { smallTable } from '../../connectors/table.ts'
import { isServer } from '../../sql/postgres/address.ts'
import { tablesIn } from '../support/database.ts'
import { openWard, type Ward } from '../support/ward.ts'
import { foreignIn, formulasIn, inCsv, inJson, type Made, madeOfPage, madeOfParts, onScreen } from './checks.ts'
import { type How, putEverywhere } from './ward.ts'

export const period = '2026-02'

/** Two nights of a ward that says these texts wherever it can; between them the desk hands its list back, with them as notes. */
export async function nightsOf(texts: readonly string[], how: How): Promise<Ward> {
  const ward = openWard({ rejectThreshold: 1 })
  putEverywhere(ward, texts, how)
  await run(ward, 'nightly', '--as-of', '2026-02-13')
  await handBack(
    ward,
    texts.filter((text) => text.trim() !== '').map((text) => text.slice(0, 900)),
  )
  await run(ward, 'nightly', '--as-of', '2026-02-14')
  writeFileSync(join(ward.folder, 'thanh-pho.yaml'), stringify({ city: 'a', out: 'out/thanh-pho', units: ['doisoat.yaml'] })) // prettier-ignore
  await run(ward, 'city', '--config', 'thanh-pho.yaml', '--period', period)
  return ward
}

/** What the documents of a ward are made of, by the name of each. */
export function madeBy(ward: Ward): Record<string, Made> {
  return Object.fromEntries(
    documentsOf(ward).flatMap(([name, bytes]) => {
      if (name.endsWith('.html')) return [[name, madeOfPage(bytes.toString('utf8'))]]
      return /\.(?:xlsx|docx)$/.test(name) ? [[name, madeOfParts(bytes)]] : []
    }),
  )
}

/** A line for each thing in the documents that is not as in those of a plain ward. */
export function wrongIn(ward: Ward, plain: Readonly<Record<string, Made>>, formulas: readonly string[]): string[] {
  const wrong = Object.entries(madeBy(ward)).flatMap(([name, made]) => foreignIn(made, plain[name] ?? new Set()).map((each) => `${name}: ${each}`)) // prettier-ignore
  for (const [name, bytes] of documentsOf(ward)) {
    const found = /\.(?:xlsx|docx)$/.test(name) ? [] : wrongInText(name, bytes.toString('utf8'))
    const run = name.endsWith('.xlsx') ? formulasIn(bytes).filter((each) => !formulas.includes(shapeOf(each))) : []
    wrong.push(...[...found, ...run.map((each) => `formula ${each}`)].map((each) => `${name}: ${each}`))
  }
  return [...wrong, ...placesOutside(ward), ...tablesGone(ward)]
}

/** The formulas of a ward, without the numbers of their rows. */
export function formulaShapes(ward: Ward): string[] {
  const books = documentsOf(ward).filter(([name]) => name.endsWith('.xlsx'))
  return [...new Set(books.flatMap(([, bytes]) => formulasIn(bytes).map(shapeOf)))]
}

function shapeOf(formula: string): string {
  return formula.replaceAll(/([A-Z]{1,2})\d+/g, '$1').replaceAll(/(?<=[(+])(?:[A-Z]{1,2}\+)+/g, '')
}

export function documentsOf(ward: Ward): [string, Buffer][] {
  const out = join(ward.folder, 'out')
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).toSorted()
  return paths.map((path) => [path.slice(out.length + 1), readFileSync(path)])
}

function wrongInText(name: string, text: string): string[] {
  if (name.endsWith('.csv')) return inCsv(text)
  return name.endsWith('.json') ? inJson(text) : onScreen(text)
}

/** Whatever a name or a cell says, nothing is written beside `out` and `var`. */
function placesOutside({ folder }: Ward): string[] {
  const known = new Set(['inbox', 'out', 'var', 'doisoat.yaml', 'thanh-pho.yaml', 'tra-lai.csv', 'viec.txt'])
  const names = readdirSync(join(folder, 'out'), { recursive: true, encoding: 'utf8' })
  const odd = names.filter((name) => !/^(?:[a-z\d-]+\/)*[A-Za-z\d.-]+$/.test(name))
  return [...readdirSync(folder).filter((name) => !known.has(name)), ...odd].map((name) => `written: ${name}`)
}

function tablesGone({ database }: Ward): string[] {
  if (isServer(database)) return tablesIn(database).includes('dossier') ? [] : ['dossier']
  const db = new Sqlite(database, { readonly: true })
  const [plain, now] = [new Sqlite(':memory:'), db]
  const folder = join(import.meta.dirname, '../../sql/migrations')
  for (const name of readdirSync(folder).toSorted()) plain.exec(readFileSync(join(folder, name), 'utf8'))
  const schema = (of: Sqlite.Database): string[] => of.prepare<[], string>('select sql from sqlite_schema where sql is not null order by name').pluck().all() // prettier-ignore
  const wrong = schema(plain).filter((sql) => !schema(now).includes(sql))
  const whole = now.pragma('integrity_check', { simple: true })
  db.close()
  return [...wrong, ...(whole === 'ok' ? [] : [String(whole)])]
}

/** The desk's list of the night with a note and a day in every row, as a spreadsheet would save it. */
async function handBack(ward: Ward, notes: readonly string[]): Promise<void> {
  const list = readFileSync(join(ward.folder, 'out/nightly/2026-02-13/ho-so-can-xu-ly.csv'), 'utf8')
  const [head, ...rows] = smallTable(list.replace('\uFEFF', ''))
  const [note, until, keys] = ['Ghi chú', 'Ghi nhận đến ngày', 'Khoá'].map((name) => head!.indexOf(name))
  const filled = rows.filter((row) => row[keys!] !== '').slice(0, notes.length).map((row, at) => row.with(note!, notes[at]!).with(until!, '28/02/2026')) // prettier-ignore
  writeFileSync(join(ward.folder, 'tra-lai.csv'), asSaved([head!, ...filled]))
  await run(ward, 'discrepancies', 'ack', '--from', 'tra-lai.csv', '--by', notes[0]!)
}

function asSaved(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`).join('')
}

async function run(ward: Ward, ...given: string[]): Promise<void> {
  const { code, err } = await ward.doisoat(...given)
  if (code > 1) throw new Error(`exit ${code}: ${err.slice(0, 2000)}`)
}
