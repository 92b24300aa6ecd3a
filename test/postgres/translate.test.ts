import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hasPassword, schemaOf, timeOf, withoutOurs } from '../../sql/postgres/address.ts'
import { migrationText } from '../../sql/postgres/migrate.ts'
import { given, kept } from '../../sql/postgres/text.ts'
import { lists, translated, valueOf } from '../../sql/postgres/translate.ts'
import { questionNames } from './schema.ts'

const questions = questionNames().map((name) => ({
  name,
  text: readFileSync(join(import.meta.dirname, '../../sql/questions', `${name}.sql`), 'utf8'),
}))

test.each([
  [
    'select a from t where unit = :unit and b = :b and c = :unit',
    'select a from t where unit = $1 and b = $2 and c = $1',
  ],
  ['-- What is :that?\nselect 1;\n', 'select 1'],
  [
    'select value from json_each(:dossiers) as wanted cross join code on code.dossier = wanted.value',
    'select value from unnest(cast($1 as bigint[])) as wanted (value) join code on code.dossier = wanted.value',
  ],
  ['x in (select value from json_each(:keys))', 'x in (select value from unnest(cast($1 as text[])) as each (value))'],
  ['json_each(:spans) as span', 'json_array_elements(cast($1 as json)) as span (value)'],
  ['from a\ncross join b not indexed on b.x = a.x', 'from a\njoin b on b.x = a.x'],
  ['from a indexed by a_of_b where 1 = 1', 'from a where 1 = 1'],
  ['a cross join json_each(a.list) as line', 'a cross join json_array_elements(cast(a.list as json)) as line (value)'],
  ['min(a.x, :day), min(b.y)', 'least(a.x, $1), min(b.y)'],
])('%s', (question, wanted) => expect(translated(question).text).toBe(wanted))

test('a list is handed over as numbers or texts, groups as they are, and everything else untouched', () => {
  expect(valueOf('dossiers', '[1,2]')).toEqual([1, 2])
  expect(valueOf('keys', '["a","b\\"c"]')).toEqual(['a', 'b"c'])
  expect(valueOf('spans', '[{"from":"a"}]')).toBe('[{"from":"a"}]')
  expect([valueOf('unit', 1), valueOf('why', '[1]'), valueOf('why', null)]).toEqual([1, '[1]', null])
})

test('a zero in a text is kept as a sign that is no letter, in lists too, and handed back', () => {
  expect(kept('a\0b')).not.toContain('\0')
  expect(given(kept('a\0b'))).toBe('a\0b')
  expect([kept(1), kept(null), given(1)]).toEqual([1, null, 1])
  expect(valueOf('numbers', JSON.stringify([{ number: 'a\0\\u0000' }]))).toBe(JSON.stringify([{ number: kept('a\0\\u0000') }])) // prettier-ignore
})

test('every list that a question asks for is known, and no other', () => {
  const asked = questions.flatMap(({ text }) => [...text.matchAll(/json_each\(:(\w+)\)/g)].map(([, name]) => name!))
  expect([...new Set(asked)].toSorted()).toEqual(Object.keys(lists).toSorted())
})

test('a name with a capital is quoted, or PostgreSQL answers with small letters', () => {
  const bare = / as [a-z_]*[A-Z]\w*/
  expect(questions.filter(({ text }) => bare.test(text)).map(({ name }) => name)).toEqual([])
})

test('a question within a question has a name, which PostgreSQL wants up to version 15', () => {
  expect(['from (select 1)\nwhere x', 'from (select (1)) as a where x'].map(nameless)).toEqual([true, false])
  expect(questions.filter(({ text }) => nameless(text)).map(({ name }) => name)).toEqual([])
})

test('tables of SQLite are tables of PostgreSQL whose texts are compared byte by byte', () => {
  const text = migrationText('0001-the-house.sql')
  expect(text).toContain(
    'create table word (\n  unit bigint not null,\n  word bigint not null,\n  text text collate "C" not null,',
  )
  expect(text).not.toMatch(/strict|without rowid| integer\b/)
})

test('an address says schema and times in its own words, and they are not told to the server', () => {
  const url = 'postgres://a@b/c?schema=phuong&sslmode=require&statement_timeout=5000'
  expect([schemaOf(url), timeOf(url, 'statement_timeout', 1), timeOf(url, 'lock_timeout', 7)]).toEqual([
    'phuong',
    5000,
    7,
  ])
  expect(withoutOurs(url)).toBe('postgres://a@b/c?sslmode=require')
  expect([schemaOf('postgres://a@b/c'), withoutOurs('postgres://a@b/c?schema=x')]).toEqual([
    'doisoat',
    'postgres://a@b/c',
  ])
  for (const wrong of ['A', '1a', 'a-b', 'a"b', '', 'a%20b']) expect(() => schemaOf(`postgres://a@b/c?schema=${wrong}`)).toThrow(wrong) // prettier-ignore
})

test('a password in an address is seen wherever it stands; a variable is none', () => {
  expect(['p://u:x@h/d', 'p://u@h/d?password=x', 'p://:x@h', 'p://u:${A}x@h/d'].map(hasPassword)).toEqual([true, true, true, true]) // prettier-ignore
  expect(['p://u@h/d', 'p://h/d', 'p://u:${A}@h/d', 'p:///d?host=/run', 'p://h:5432/d'].map(hasPassword)).toEqual([false, false, false, false, false]) // prettier-ignore
})

/** Whether what is asked instead of a table has no name behind it; what stands in brackets within is passed over. */
function nameless(text: string): boolean {
  const flat = (sql: string): string => {
    const less = sql.replace(/(?<!\b(?:from|join)\s*)\([^()]*\)/g, '')
    const one = less === sql ? sql.replace(/\b(?:from|join)\s*\([^()]*\)(?=\s+as\s)/, 'from named') : less
    return one === sql ? sql : flat(one)
  }
  return /\b(?:from|join)\s*\([^()]*\)/.test(flat(text.replaceAll(/--.*$/gm, '')))
}
