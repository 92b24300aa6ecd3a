import { expect, test } from 'vitest'
import { systems } from '../connectors/connector.ts'
import type { Status } from '../connectors/connector.ts'
import type { RejectReason } from '../connectors/reading.ts'
import { placed, reasonSentence, sentence, wordsIn } from '../reports/words.ts'
import type { Language, TroubleCode, TroubleDetails, Words } from '../reports/words.ts'
import { files, rejects, troubles } from './gallery/samples.ts'

test.each(['vi', 'en'] as const)('the gallery shows every message in %s once, word for word', async (language) => {
  await expect(gallery(language)).toMatchFileSnapshot(`./gallery/words.${language}.txt`)
})

test.each(['vi', 'en'] as const)('no message in %s blames or begs, and none lacks a detail', (language) => {
  expect(gallery(language)).not.toMatch(
    /\binvalid (?!_)|unexpected|please|vui lòng|không hợp lệ|undefined|null|\[object/i,
  )
})

test('both languages name every system, status and reason that a connector can give', () => {
  const named: readonly [
    Record<(typeof systems)[number], string>,
    Record<Status, string>,
    Record<RejectReason, unknown>,
  ] = [wordsIn('vi').system, wordsIn('vi').status, wordsIn('vi').rejectReason]
  expect(Object.keys(named[0])).toEqual(systems)
})

test('a place is file, line and column, as far as they are known', () => {
  expect(placed({ file: 'HKD.csv', line: 12, column: 'Lệ phí' }, 'có "x".')).toBe('HKD.csv:12: Lệ phí: có "x".')
  expect(placed({ file: 'HKD.csv', line: 12, column: null }, 'x')).toBe('HKD.csv:12: x')
  expect(placed({ file: 'HKD.csv' }, 'x')).toBe('HKD.csv: x')
})

test('a long value is cut, and its line ends do not break the message', () => {
  const told = reasonSentence('invalid_date', { value: `a\nb${'x'.repeat(1000)}` }, wordsIn('en').rejectReason)
  expect(told).toBe(
    `found "a b${'x'.repeat(76)}…", a day of the calendar in this system's style was expected. Correct it at the source.`,
  )
})

test('a reason without its details is still a sentence', () => {
  expect(reasonSentence('missing_column', {}, wordsIn('en').fileReason)).toBe(
    'a column is missing. Export it with all columns, or tell the developers if the column was renamed.',
  )
})

function gallery(language: Language): string {
  const words = wordsIn(language)
  const { trouble, fileReason, rejectReason, ...labels } = words
  const sections = [
    section(
      'trouble',
      Object.keys(trouble).flatMap((code) => told(code, words)),
    ),
    section('fileReason', reasons(files, fileReason)),
    section('rejectReason', reasons(rejects, rejectReason)),
    ...Object.entries(labels).map(([title, entries]) =>
      section(title, typeof entries === 'string' ? [entries] : labelled('', entries)),
    ),
  ]
  return `${sections.join('\n\n')}\n`
}

function told(code: string, words: Words): string[] {
  if (!isCode(code)) return []
  const samples: readonly TroubleDetails[TroubleCode][] = troubles[code]
  return samples.map((details) => `${code}\n    ${sentence({ code, details }, words)}`)
}

function isCode(code: string): code is TroubleCode {
  return Object.hasOwn(troubles, code)
}

function reasons(
  samples: typeof files | typeof rejects,
  sentences: Words['fileReason'] | Words['rejectReason'],
): string[] {
  return Object.entries(samples).map(([id, details]) => `${id}\n    ${reasonSentence(id, details, sentences)}`)
}

/** Every sentence below an entry, by its path; one that is told details is told a sample. */
function labelled(path: string, words: unknown): string[] {
  if (typeof words === 'string') return [`${path}: ${words}`]
  if (typeof words === 'function') return [`${path}: ${sampled(words)}`]
  return Object.entries(words ?? {}).flatMap(([id, below]) => labelled(path === '' ? id : `${path}.${id}`, below))
}

// What a sentence may be told: a text, a list, or details by name.
const tellable = [
  '…',
  ['…', '…'],
  new Proxy({}, { get: (_, name) => (name === 'periods' || name === 'paths' ? ['…', '…'] : '…') }),
]

// oxlint-disable-next-line typescript/no-unsafe-function-type -- every sentence, whatever it is told
function sampled(told: Function): string {
  for (let choice = 0; choice < tellable.length ** told.length; choice++) {
    try {
      const words = Array.from(
        { length: told.length },
        (_, at) => tellable[Math.floor(choice / tellable.length ** at) % tellable.length],
      )
      const text = String(told(...words))
      if (!text.includes('undefined')) return text
    } catch {
      // it wants a list where it was given a text
    }
  }
  throw new Error(`no sample fits ${String(told)}`)
}

function section(title: string, lines: readonly string[]): string {
  return `== ${title} ==\n${lines.join('\n')}`
}
