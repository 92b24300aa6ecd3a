import type { Connection } from '../../sql/postgres/connection.ts'
import { rowsOf } from '../../sql/postgres/rows.ts'
import { translatedOf } from '../../sql/postgres/store.ts'

/** One ward's rows lie in partitions of this number, everybody else's in others: as on two machines. */
export const ward = 1

/** The tables of a schema once more, in a schema of their own, parted by unit; those of `whole` as they are. */
export function partByUnit(connection: Connection, from: string, tables: readonly string[], whole: readonly string[]) {
  connection.ask('create schema by_unit; set search_path = by_unit')
  for (const table of tables) {
    const like = `create table "${table}" (like ${from}."${table}" including all)`
    connection.ask(whole.includes(table) ? like : `${like} partition by list (unit)`)
    if (whole.includes(table)) continue
    connection.ask(`create table "${table}_of_${ward}" partition of "${table}" for values in (${ward})`)
    connection.ask(`create table "${table}_of_others" partition of "${table}" default`)
  }
}

type Plan = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly Operation?: string
  readonly Plans?: readonly Plan[]
}

/** What a question reads or changes when it is asked of one ward; where it adds rows is not read. */
export function touchedBy(connection: Connection, question: string): string[] {
  const { text, names } = translatedOf(question)
  connection.ask(`prepare question as ${text}`)
  const [{ types }] = rowsOf<{ types: string }>(
    connection.ask(`select parameter_types::text as types from pg_prepared_statements where name = 'question'`),
  ) as [{ types: string }]
  const values = typesIn(types).map((type, at) => (names[at] === 'unit' ? String(ward) : someOf(type)))
  const given = values.length === 0 ? '' : `(${values.join(', ')})`
  const [row] = connection.ask(`explain (format json) execute question${given}`).rows
  connection.ask('deallocate question')
  const said = row![0]
  const [{ Plan: plan }] = (typeof said === 'string' ? JSON.parse(said) : said) as [{ Plan: Plan }]
  return [...new Set(relationsIn(plan))]
}

function typesIn(types: string): string[] {
  return types.slice(1, -1).split(',').filter((type) => type !== '').map((type) => type.replaceAll('"', '')) // prettier-ignore
}

function someOf(type: string): string {
  if (type.endsWith('[]')) return type === 'text[]' ? `'{x}'` : `'{1}'`
  if (type === 'json') return `'[[1, 1]]'`
  return type === 'text' ? `'2026-02-13'` : '1'
}

function relationsIn(plan: Plan): string[] {
  const own = plan['Node Type'] === 'ModifyTable' ? [] : [plan['Relation Name'] ?? []].flat()
  return [...own, ...(plan.Plans ?? []).flatMap(relationsIn)]
}
