import { namedRows, wrongCell } from './named-rows.ts'
import type { NamedRow } from './named-rows.ts'

export type Procedure = {
  readonly code: string
  readonly name: string
  readonly field: string
  readonly ministry: string
  readonly system: string | null // the ministry system that handles it, where one is known
  readonly days: number | null // what the law allows; null where it gives no number
  readonly dayUnit: 'working_day' | 'day' | null
  readonly householdBusiness: boolean // on the portal these lead past the Centre
}

export type Catalogue = {
  readonly find: (code: string) => Procedure | null
  /** The six-digit code that an exported one stands for; `known` when the catalogue has it. */
  readonly repair: (text: string) => { readonly code: string; readonly known: boolean }
  readonly procedures: readonly Procedure[]
}

/** `lines` are those of procedures.csv, its header first. */
export function makeCatalogue(lines: readonly (readonly string[])[], file = 'procedures.csv'): Catalogue {
  const procedures = namedRows(lines, ['code', 'name', 'field', 'ministry', 'system', 'days', 'unit'], file).map(read)
  const byCode = new Map(procedures.map((procedure) => [procedure.code, procedure]))
  return {
    procedures,
    find: (code) => byCode.get(code) ?? null,
    repair: (text) => {
      const code = sixDigits(text, byCode)
      return { code, known: byCode.has(code) }
    },
  }
}

// Decree 168/2025: the procedures that belong to the office which registers household businesses
const householdBusinessCodes = new Set([
  '1.001612',
  '2.000720',
  '1.001570',
  '1.001266',
  '2.000575',
  '1.014034',
  '1.014035',
])

function read(row: NamedRow): Procedure {
  const code = row.cell('code')
  const system = row.cell('system') || null
  if (!/^\d\.\d{6}$/.test(code)) throw wrongCell(row, 'code', 'procedure_code')
  return {
    code,
    name: row.cell('name'),
    field: row.cell('field'),
    ministry: row.cell('ministry'),
    system,
    days: readDays(row),
    dayUnit: readUnit(row),
    householdBusiness: householdBusinessCodes.has(code) || system === 'botaichinh-hkd',
  }
}

function readDays(row: NamedRow): number | null {
  const text = row.cell('days')
  if (text === '') return null
  if (!/^\d{1,3}$/.test(text)) throw wrongCell(row, 'days', 'number_of_days')
  return Number(text)
}

function readUnit(row: NamedRow): Procedure['dayUnit'] {
  const text = row.cell('unit')
  if (text === '') return null
  if (text !== 'working_day' && text !== 'day') throw wrongCell(row, 'unit', 'working_day_or_day')
  return text
}

// Systems add the locality (`1.012796.H36`); a spreadsheet takes `2.000720` for a number and drops its last zeros,
// which are given back only where the catalogue proves it.
function sixDigits(text: string, catalogue: ReadonlyMap<string, Procedure>): string {
  const code = /^\d\.\d{1,6}(?=\.|$)/.exec(text)?.[0]
  if (code === undefined) return text
  const padded = code.padEnd(8, '0')
  return catalogue.has(padded) ? padded : code.length === 8 ? code : text
}
