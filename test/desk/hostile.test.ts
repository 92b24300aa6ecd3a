import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { tablesIn } from '../../connectors/any-rows.ts'
import { isBroken } from '../../connectors/table.ts'
import { type DeskDossier, type DeskList, shown } from '../../reports/desk/desk.ts'
import { deskHtml } from '../../reports/desk/desk-html.ts'
import { deskXlsx } from '../../reports/desk/desk-xlsx.ts'
import { wordsIn } from '../../reports/words.ts'

const words = wordsIn('vi')
const signs = [
  '=',
  '+',
  '-',
  '@',
  '<',
  '>',
  '"',
  "'",
  '&',
  ';',
  '{',
  '\u202e',
  '\0',
  '\u001b',
  '\t',
  '\r',
  '\n',
  '_x003D_',
  'đ',
  '1',
  ' ',
  '</script>',
  'onload=',
]
const cell = fc.string({ unit: fc.constantFrom(...signs), minLength: 1, maxLength: 30 })

test('whatever stands in a cell, the page has the elements that it has without it', async () => {
  const plain = elementsIn(await deskHtml(listWith('x'), words))
  await fc.assert(
    fc.asyncProperty(cell, async (text) => {
      expect(elementsIn(await deskHtml(listWith(text), words))).toEqual(plain)
    }),
    { numRuns: 50 },
  )
})

test('whatever stands in a cell, the workbook reads back as that text, and nothing in it is a formula', async () => {
  await fc.assert(
    fc.asyncProperty(cell, async (text) => {
      const bytes = Buffer.from(await deskXlsx(listWith(text), words))
      const tables = tablesIn(() => [bytes])
      if (isBroken(tables)) throw new Error(tables.reason.id)
      const cells = tables[0]!.rows.at(-1)!.cells
      expect(cells[11]).toBe(shown(text))
    }),
    { numRuns: 50 },
  )
})

test('a cell of ten megabytes is cut where a workbook and a reader have had enough', async () => {
  const long = 'dài '.repeat(2_500_000)
  expect((await deskHtml(listWith(long), words)).length).toBeLessThan(100_000)
  const bytes = Buffer.from(await deskXlsx(listWith(long), words))
  const tables = tablesIn(() => [bytes])
  expect(isBroken(tables) ? tables : Math.max(...tables[0]!.rows.at(-1)!.cells.map(({ length }) => length))).toBe(
    32_767,
  )
})

function listWith(text: string): DeskList {
  const row: DeskDossier = {
    group: 'rest',
    mark: 'new',
    code: 'H24.131-260204-0001',
    ownNumbers: [text],
    procedure: { code: null, name: text },
    person: 'N.V.A. •••123',
    submitted: '2026-02-04',
    received: '2026-02-04T08:00:00',
    due: null,
    hoursLeft: null,
    status: 'processing',
    systems: ['dvcqg'],
    account: text,
    reasons: [
      {
        key: `unknown_procedure/${text}`,
        kind: 'unknown_procedure',
        system: null,
        since: '2026-02-04',
        verified: true,
        bySettings: null,
        detail: { procedures: [text] },
        acknowledged: { until: '2026-03-01', by: text, why: text },
      },
    ],
    since: '2026-02-04',
    sources: [{ file: text, line: 1 }],
  }
  return { unit: 'phường', asOf: '2026-02-13', before: null, dossiers: [row], files: [], resolved: [] }
}

/** The elements of a page with their attributes' names, in their order. */
function elementsIn(page: string): string[] {
  const tags =
    page
      .replace(/<style>[^]*?<\/style>/, '')
      .replace(/<script>[^]*?<\/script>/, '')
      .match(/<[^>]*>/g) ?? []
  return tags.map((tag) => tag.replaceAll(/="[^"]*"/g, ''))
}
