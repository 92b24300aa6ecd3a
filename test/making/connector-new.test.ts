import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { watchSteps } from '../../pipeline/disk.ts'
import { encode } from '../../pipeline/kit/kit-encode.ts'
import { readAll } from '../../pipeline/kit/kit-reading.ts'
import { makeConnector, type MadeConnector } from '../../pipeline/making/connector-new.ts'
import { propose } from '../../pipeline/making/propose.ts'
import { Trouble } from '../../pipeline/trouble.ts'
import { connectorSource } from '../../reports/connector-source.ts'
import { workbook } from '../connectors/sheet-files.ts'
import { bare } from '../personal/samples.ts'
import { fixtures, makeRoom, openWard } from '../support/ward.ts'
import { cloneWith, runIn, textsIn } from './clone.ts'
import { codes, headings, rows, secrets, text } from './strange-export.ts'

const lists = ['connectors/connector.ts', 'connectors/index.ts', 'reports/words/vi.ts', 'reports/words/en.ts']
const settings = ['tsconfig.json', '.oxfmtrc.json', '.oxlintrc.json', 'package.json']

describe('of a ministry that does not exist', () => {
  let root = ''
  let made: MadeConnector

  beforeAll(() => {
    root = cloneWith(['connectors', 'reports', ...settings])
    writeFileSync(join(dirname(root), 'SangChe.csv'), text)
    made = makeConnector({ id: 'bosangche-bang', file: '../SangChe.csv', name: 'Bằng sáng chế' }, root, root)
  })

  test('each heading is taken for what it is, and what is not certain says so', () => {
    const told = made.columns.map(({ heading, field, isSure, unneeded }) => [heading, field ?? unneeded, isSure])
    const fields = ['row_number', 'code', 'ownNumber', 'procedure', 'procedureName', 'person', 'identity', 'private', 'private', 'private', 'channel', 'submitted', 'received', 'due', 'ended', 'handed', 'status', 'fee_dong', 'officer', 'account', null, null, 'note'] // prettier-ignore
    const unsure = new Set(['row_number', 'private', null, 'status'])
    expect(told).toEqual(headings.map((heading, i) => [heading, fields[i], !unsure.has(fields[i]!)]))
    expect(made.columns.flatMap(({ unknownWords }) => unknownWords)).toEqual(['Đã phê duyệt', 'Chờ Hội đồng họp'])
    expect(made.notThere).toEqual([])
  })

  test('types, lint and format are those of the house', () => {
    runIn(root, 'tsc', '--noEmit', '--ignoreConfig', '--target', 'es2024', '--module', 'nodenext', '--strict', '--skipLibCheck', '--allowImportingTsExtensions', '--types', 'node', 'connectors/index.ts', 'reports/words.ts') // prettier-ignore
    runIn(root, 'oxlint', '--type-aware', '--deny-warnings', 'connectors/bosangche-bang.ts', ...lists)
    runIn(root, 'oxfmt', '--check', 'connectors/bosangche-bang.ts', ...lists)
  })

  test('its sample is read by it, row by row, and so is the export but for words that nobody knows yet', () => {
    expect(made.sample).toEqual({ rows: 8, rejected: 0 })
    expect(made.file).toEqual({ rows: 16, rejected: 8 })
    const program = `
      const { connectors } = await import(${JSON.stringify(join(root, 'connectors/index.ts'))})
      const { openExport } = await import(${JSON.stringify(join(root, 'connectors/read.ts'))})
      const bytes = (await import('node:fs')).readFileSync('fixtures/connectors/bosangche-bang/sample.csv')
      const opened = openExport(() => [bytes], connectors)
      console.log(opened.recognised.connector.system, [...opened.reads].filter(({ is }) => is === 'row').length)`
    expect(runIn(root, process.execPath, '--input-type=module', '-e', program)).toBe('bosangche-bang 8\n')
  })

  test('nobody of the export is in anything that was written', () => {
    const written = Object.entries(textsIn(root)).filter(([path]) => [...made.written, ...made.changed].includes(path))
    expect(written.length).toBe(6)
    const all = bare(written.map(([, content]) => content).join('\n'))
    expect([...secrets, ...codes].filter((secret) => all.includes(bare(secret)))).toEqual([])
    expect(secrets.length).toBeGreaterThan(130)
  })

  test('what is to be decided is marked where it stands', () => {
    const source = readFileSync(join(root, 'connectors/bosangche-bang.ts'), 'utf8')
    const english = readFileSync(join(root, 'reports/words/en.ts'), 'utf8')
    expect(`${source}${english}`.split('DECIDE').length - 1).toBe(made.toDecide)
    expect(source).toMatch(
      /DECIDE: by a word of its name; all 24 cells are texts; words\.ts does not know "Đã phê duyệt"/,
    )
    expect(source).toMatch(/DECIDE: a field, or known and not needed\?\n\s+'Mức độ',/)
  })

  test('given once more, it writes over nothing', () => {
    const again = () => makeConnector({ id: 'bosangche-bang', file: '../SangChe.csv', name: 'Tên khác' }, root, root)
    expect(codeOf(again)).toBe('connector_there')
  })
})

test('broken off at some step and given again, it comes to the same', () => {
  const inClone = (): string => {
    const root = cloneWith(lists)
    writeFileSync(join(root, 'x.csv'), text)
    return root
  }
  const make = (root: string) => makeConnector({ id: 'bosangche', file: 'x.csv', name: null }, root, root)
  const whole = inClone()
  let steps = 0
  watchSteps(() => void steps++)
  try {
    make(whole)
    expect(steps).toBeGreaterThan(20)
    for (let at = 3; at <= steps; at += 5) {
      const root = inClone()
      let left = at
      watchSteps(() => {
        if (--left === 0) throw new Error('broken off')
      })
      expect(() => make(root)).toThrow('broken off')
      watchSteps(null)
      expect(readFileSync(join(root, 'connectors/index.ts'), 'utf8').includes('bosangche') && at < steps - 3).toBe(
        false,
      )
      make(root)
      expect([at, textsIn(root)]).toEqual([at, textsIn(whole)])
    }
  } finally {
    watchSteps(null)
  }
})

test('of a workbook, or of a zip with one file in it, the excerpt is a plain text, and the export is read by it', () => {
  const pages = [{ rows: [['BỘ SÁNG CHẾ'], [...headings], ...rows.map((cells) => [...cells])] }]
  const zip = zipSync({ 'SangChe.csv': Buffer.from(text) })
  for (const [name, bytes] of [
    ['x.xlsx', workbook(pages)],
    ['x.zip', zip],
  ] as const) {
    const root = cloneWith(lists)
    writeFileSync(join(root, name), bytes)
    const { sample, file, written } = makeConnector({ id: 'bosangche', file: name, name: null }, root, root)
    expect([name, sample, written[0]]).toEqual([name, { rows: 8, rejected: 0 }, 'fixtures/connectors/bosangche/sample.csv']) // prettier-ignore
    expect([name, file]).toEqual([name, { rows: 16, rejected: 8 }])
  }
})

test('of a header over two rows the names are those of the last one, as exports are read', () => {
  const root = cloneWith(lists)
  const two = 'STT;Hồ sơ;;Thời gian;;\n;Mã;Thủ tục;Tiếp nhận;Hẹn trả;Trạng thái\n'
  writeFileSync(join(root, 'x.csv'), `${two}1;H24.131-260115-0001;1.001234;15/01/2026;20/01/2026;Đang xử lý\n2;H24.131-260116-0002;1.001234;16/01/2026;21/01/2026;Đã trả kết quả\n`) // prettier-ignore
  const { columns, file } = makeConnector({ id: 'bohai', file: 'x.csv', name: null }, root, root)
  expect(columns.map(({ heading }) => heading)).toEqual(['STT', 'Mã', 'Thủ tục', 'Tiếp nhận', 'Hẹn trả', 'Trạng thái'])
  expect(file).toEqual({ rows: 2, rejected: 0 })
})

test.each(['utf-16le', 'windows-1258', 'tcvn3', 'vni in utf-8'] as const)(
  'of an export in %s the excerpt is in it too',
  (encoding) => {
    // prettier-ignore
    const root = cloneWith(lists)
    writeFileSync(join(root, 'x.csv'), encode(text.replace(/^.*\n.*\n/, ''), encoding)!)
    makeConnector({ id: 'bosangche', file: 'x.csv', name: null }, root, root)
    const outcome = readAll(readFileSync(join(root, 'fixtures/connectors/bosangche/sample.csv')), 1000, [])
    expect(outcome.recognised.encoding).toBe(encoding)
  },
)

describe('is refused, and nothing is written,', () => {
  test.each<[string, string, string | Uint8Array, string]>([
    ['where the id is no good name', 'Bộ KHCN', text, 'connector_name'],
    ['where the id leads elsewhere', '../bokhcn', text, 'connector_name'],
    ['where the id is taken', 'bogddt', text, 'connector_taken'],
    ['where there is no table', 'bokhcn', '%PDF-1.7\n', 'connector_unreadable'],
    ['where there is no header', 'bokhcn', text.split('\n').slice(3, -3).join('\n'), 'connector_headless'],
    ['where there is no row', 'bokhcn', `${headings.slice(0, 5).join(';')}\n`, 'connector_headless'],
    [
      'where somebody reads the file',
      'bokhcn',
      readFileSync(join(fixtures, 'connectors/dvcqg/sample.csv')),
      'connector_known',
    ],
    [
      'where its columns are those of another',
      'bokhcn',
      'STT;Mã hồ sơ;Mã TTHC;Họ và tên\n1;H24.131-260115-0001;1.001234;Sầm Vi\n',
      'connector_known',
    ],
  ])('%s', (_, id, content, code) => {
    // prettier-ignore
    const root = cloneWith(lists)
    writeFileSync(join(root, 'x.csv'), content)
    const before = textsIn(root)
    expect(codeOf(() => makeConnector({ id, file: 'x.csv', name: null }, root, root))).toBe(code)
    expect(textsIn(root)).toEqual(before)
  })

  test('where something else lies in the samples’ folder', () => {
    const root = cloneWith(lists)
    const path = join(root, 'fixtures/connectors/bokhcn/sample.csv')
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, 'của ai đó')
    writeFileSync(join(root, 'x.csv'), text)
    expect(codeOf(() => makeConnector({ id: 'bokhcn', file: 'x.csv', name: null }, root, root))).toBe('connector_there')
    expect([readFileSync(path, 'utf8'), existsSync(join(root, 'connectors/bokhcn.ts'))]).toEqual(['của ai đó', false])
  })

  test('where the program’s text is not there', () => {
    const [room, root] = [makeRoom(), makeRoom()]
    writeFileSync(join(room, 'x.csv'), text)
    expect(codeOf(() => makeConnector({ id: 'bokhcn', file: 'x.csv', name: null }, room, root))).toBe(
      'connector_sources',
    )
  })

  test('in a sentence and with exit 2', async () => {
    const { code, err } = await openWard().doisoat('connector', 'new', 'bogddt', 'x.csv')
    expect([code, err]).toEqual([2, expect.stringMatching(/^ID: "bogddt" đã là mã của "/)])
  })
})

describe('a column', () => {
  const day = ['13/02/2026', '14/02/2026']

  test.each<[string, readonly string[], string | null]>([
    ['NGAY_HEN_TRA_KQ', day, 'due'],
    ['Thời điểm hoàn thành', day, 'ended'],
    ['Ngày trả kết quả', day, 'handed'],
    ['Ngày cấp CCCD', day, null],
    ['Ngày sinh', day, null],
    ['Hạn giải quyết', ['không rõ', 'chưa có'], null],
    ['Cột lạ', ['H24.131-260101-0001', 'H24.131-260101-0002'], 'code'],
    ['Cột lạ', ['031184199313', '031184199314'], 'identity'],
    ['Số hồ sơ', ['H24.131-260101-0001', 'H24.131-260101-0002'], 'code'],
    ['Số hồ sơ', ['HKD-12', 'HKD-13'], 'ownNumber'],
    ['Số giấy tờ', ['031184199313', '031184199314'], 'identity'],
    ['Ngày tiếp nhận', ['46039', '46040.5'], 'received'],
  ])('%s of %j is %s', (heading, cells, field) => {
    const [column] = propose([heading, 'x'], cells.map((cell) => [cell, ''])) // prettier-ignore
    expect(column!.field).toBe(field)
  })

  test('that stands twice, or has no name, is nothing’s', () => {
    const proposed = propose(['Ngày tiếp nhận', 'NGÀY TIẾP NHẬN', ''], [['13/02/2026', '13/02/2026', 'x']])
    expect(proposed.map(({ heading, field }) => [heading, field])).toEqual([['Ngày tiếp nhận', null]])
  })

  test('two of which may be one field is given to the better, and both are named', () => {
    const proposed = propose(['Ngày tiếp nhận', 'Thời điểm thụ lý'], rows.map(() => ['13/02/2026', '13/02/2026'])) // prettier-ignore
    expect(proposed.map(({ field, rivals }) => [field, rivals])).toEqual([
      ['received', ['Thời điểm thụ lý']],
      [null, ['received']],
    ])
  })
})

test('what is too long for a line is broken as the formatter breaks it, and nothing ends a comment or a literal', () => {
  const heading = (signs: string) => `${signs} ${'dài '.repeat(28)}`.trim()
  const column = { field: 'procedureName', empty: 'ifThere', reader: 'text', words: null, comment: 'x '.repeat(90), isSure: false } as const // prettier-ignore
  const status = { field: 'status', empty: 'optional', reader: 'choice', words: 'statusWords', comment: '*/', isSure: true } as const // prettier-ignore
  const source = connectorSource({
    id: 'bodai',
    label: heading(`it's`),
    name: 'bodai',
    multiline: true,
    columns: [
      { ...column, heading: heading('"a" \\') },
      { ...status, heading: heading(`'b' "`) },
    ],
    ignored: Array.from({ length: 9 }, (_, i) => ({ heading: heading(String(i)), decide: null })),
    notThere: ['code'],
    sample: ['*/ a;b', '1;2'],
  })
  const root = cloneWith([...lists, ...settings])
  writeFileSync(join(root, 'connectors/bodai.ts'), source)
  runIn(root, 'oxfmt', '--check', 'connectors/bodai.ts') // which does not pass what it cannot parse
})

function codeOf(act: () => unknown): string | null {
  try {
    act()
    return null
  } catch (error) {
    if (error instanceof Trouble) return error.code
    throw error
  }
}
