import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const rooms = ['connectors', 'sql', 'reports', 'pipeline']
const sources = rooms.flatMap((room) => filesUnder(room)).map((path) => ({ path, text: read(path) }))
const programs = sources.filter(({ path }) => path.endsWith('.ts'))
const questions = sources.filter(({ path }) => path.startsWith('sql/questions/'))

test('rooms know no other room; only the corridor knows them all', () => {
  const arrows = programs.flatMap(({ path, text }) =>
    imported(path, text).map((to) => `${roomOf(path)} → ${roomOf(to)}`),
  )
  const between = new Set(arrows.filter((arrow) => rooms.some((room) => arrow.endsWith(`→ ${room}`))))
  const corridor = rooms.map((room) => `pipeline → ${room}`)
  const inside = rooms.map((room) => `${room} → ${room}`)
  expect([...between].toSorted()).toEqual([...new Set([...corridor, ...inside])].toSorted())
})

test('nothing outside the tests imports a test, and nobody imports a fixture', () => {
  const all = [
    ...programs,
    ...filesUnder('test')
      .filter(isProgram)
      .map((path) => ({ path, text: read(path) })),
  ]
  const wrong = all.flatMap(({ path, text }) =>
    imported(path, text).filter(
      (to) => roomOf(to) === 'fixtures' || (roomOf(to) === 'test' && roomOf(path) !== 'test'),
    ),
  )
  expect(wrong).toEqual([])
})

test.each([
  ['papaparse', ['connectors/table.ts']],
  ['fflate', ['connectors/zip.ts']],
  ['htmlparser2', ['connectors/sheet-markup.ts']],
  ['luxon', ['pipeline/day.ts']],
  ['better-sqlite3', ['sql/']],
  ['kysely', ['sql/']],
  ['pg', ['sql/postgres/']],
  ['yaml', ['pipeline/config/config-problem.ts']],
  ['cli-table3', ['reports/terminal.ts']],
  ['iconv-lite', ['connectors/legacy.ts', 'pipeline/kit/kit-encode.ts']],
  ['hucre/xlsx', ['reports/workbook.ts']],
  ['hono/html', ['reports/page.ts']],
  ['docxtemplater', ['reports/letter/template.ts']],
  ['pizzip', ['reports/letter/template.ts']],
  ['nodemailer', ['pipeline/notify/mail.ts']],
])('%s has its doors and no other', (library, doors) => {
  const users = programs.filter(({ path, text }) => imported(path, text).includes(library)).map(({ path }) => path)
  expect(users.length).toBeGreaterThan(0)
  expect(
    users.filter((path) => !doors.some((door) => path === door || (door.endsWith('/') && path.startsWith(door)))),
  ).toEqual([])
})

test('the command line is known to the command line alone', () => {
  const users = programs
    .filter(({ path, text }) => imported(path, text).includes('@stricli/core'))
    .map(({ path }) => path)
  expect(users).toContain('pipeline/cli.ts')
  expect(users.filter((path) => !/^pipeline\/(cli|help-text|commands\/[a-z-]+)\.ts$/.test(path))).toEqual([])
})

test('the process and the clock are passed on from the first file', () => {
  expect(
    having(
      /\bprocess\.(?:env|exit|argv|cwd|chdir|pid|stdin|stdout|stderr|on|once|kill|versions?|platform)\b|'node:process'/,
    ),
  ).toEqual(['sql/postgres/thread.ts', 'pipeline/main.ts']) // the first is that of a thread of its own
  expect(having(/new Date\(\)|Date\.now\b/).filter((path) => path !== 'pipeline/loading/landing.ts')).toEqual([
    'pipeline/main.ts',
  ])
})

test('what is made durable goes through one door, and nothing in the program looks through its window', () => {
  const writing = new Set(having(/\b(?:open|write\w*|append\w*|rename|rm\w*|unlink|mkd\w*|copyFile|cp|chmod|truncate|fsync|link|symlink|utimes)Sync\b|'node:fs\/promises'|\bcreateWriteStream\b/)) // prettier-ignore
  writing.delete('pipeline/draft.ts') // opens to read
  expect([...writing].toSorted()).toEqual(['pipeline/disk.ts', 'sql/lock.ts', 'sql/open.ts'])
  expect(having(/\bwatchSteps\b/)).toEqual(['pipeline/disk.ts'])
})

test('the corridor writes no SQL', () => {
  const sql =
    /\bselect\b[^'"`;]{1,80}\bfrom\b\s+[a-z_]+|\binsert\s+into\b|\bdelete\s+from\b|\bupdate\s+\w+\s+set\b|\bcreate\s+table\b/i
  expect(having(sql).filter((path) => !path.startsWith('sql/'))).toEqual([])
})

test('no SQL is put together from values: two pragmas take a number of our own, everything else is bound', () => {
  const together = /\.(?:exec|prepare|pragma)\(\s*(?:`[^`]*\$\{|[^)`'"]*['"`]\s*\+)/
  expect(having(together).toSorted()).toEqual(['sql/migrate.ts', 'sql/open.ts'])
  const numbers = having(together).flatMap(
    (path) => read(path).match(/(?:exec|prepare|pragma)\(`[^`]*\$\{[^`]*`/g) ?? [],
  )
  expect(numbers).toEqual(['pragma(`user_version = ${step}`', 'pragma(`max_page_count = ${pages}`'])
  expect(having(/(?<![.\w])sql(?:\.(?:raw|lit|ref|table|id|join)\b|`)/)).toEqual([])
})

test('what type stripping cannot run, and what hides a name, is not there', () => {
  expect(having(/^export default\b/m)).toEqual([])
  expect(having(/^\s*(?:export\s+)?(?:const\s+)?(?:enum|namespace)\s+\w/m)).toEqual([])
  expect(having(/^\s*(?:export\s+)?(?:abstract\s+)?class\s+(?!\w+[^{]*\bextends Error\b)\w+/m)).toEqual([])
  const bare = programs.flatMap(({ path, text }) =>
    specifiers(text)
      .filter((to) => to.startsWith('.') && !to.endsWith('.ts'))
      .map((to) => `${path}: ${to}`),
  )
  expect(bare).toEqual([])
})

test('every question is a question, and somebody asks it', () => {
  expect(questions.length).toBeGreaterThan(20)
  const begin = (text: string): string => text.split(/\n(?!--)/)[0] ?? ''
  expect(questions.filter(({ text }) => !/^-- [A-Z][^]*\?/.test(begin(text))).map(({ path }) => path)).toEqual([])
  const names = questions.map(({ path }) => path.slice(path.lastIndexOf('/') + 1, -'.sql'.length))
  expect(names.filter((name) => !programs.some(({ text }) => text.includes(`'${name}'`)))).toEqual([])
})

test('no file is longer than 200 lines but for tables of words', () => {
  const long = programs.filter(({ text }) => text.split('\n').length > 201).map(({ path }) => path)
  expect(long.filter((path) => !path.startsWith('reports/words/'))).toEqual([])
})

test('no two files import each other', () => {
  const graph = new Map(programs.map(({ path, text }) => [path, values(path, text)]))
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    (graph.get(from) ?? []).some((next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))))
  expect([...graph.keys()].filter((path) => reaches(path, path))).toEqual([])
})

function filesUnder(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name)))
}

function isProgram(path: string): boolean {
  return path.endsWith('.ts')
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

function having(pattern: RegExp): string[] {
  return programs.filter(({ text }) => pattern.test(withoutComments(text))).map(({ path }) => path)
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '')
}

function specifiers(text: string): string[] {
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map(([, to]) => to!)
}

/** Files by their path from the root; libraries by their name. */
function imported(path: string, text: string): string[] {
  return specifiers(text).map((to) => (to.startsWith('.') ? join(dirname(path), to) : to))
}

/** Imports that exist when the program runs. */
function values(path: string, text: string): string[] {
  return imported(path, text.replaceAll(/^import type [^]*?from '[^']+'/gm, '')).filter(isProgram)
}

function roomOf(path: string): string {
  return path.split('/')[0]!
}
