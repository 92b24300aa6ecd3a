import type { RejectReason } from '../../connectors/reading.ts'
import type { TroubleCode, TroubleDetails, Words } from '../../reports/words.ts'
import type { Details } from '../../reports/words/pieces.ts'

/** What each sentence is told of in the gallery; a sentence without a sample does not compile. */
export const troubles: { readonly [Code in TroubleCode]: readonly TroubleDetails[Code][] } = {
  config_missing: [{ file: '/srv/doisoat/doisoat.yaml' }],
  config_invalid: [
    config({ problem: 'not_yaml', found: 'inbox: [a', expected: 'key' }),
    config({ problem: 'key_twice', found: 'inbox', expected: 'key', others: ['12:1', '14:3'] }),
    config({ problem: 'unknown_key', found: 'inbux', choices: ['inbox', 'out'], nearest: 'inbox' }),
    config({ problem: 'missing_key', path: 'unit.city', expected: 'text' }),
    config({ problem: 'wrong_value', path: 'periods.regime', found: 'decree', choices: ['nd09', 'calendar'] }),
    ...['list', 'group', 'day', 'period_id', 'from_up_to_to', 'whole_number', 'share', 'agency_code'].map((expected) =>
      config({ problem: 'wrong_value', path: 'a.b', found: 'x', expected }),
    ),
  ],
  unknown_period: [{ found: '2026-13', examples: ['2026-02', '2026-Q1', '2026-H1', '2026-9M', '2026'] }],
  period_reversed: [{ period: '2026-02', from: '2026-02-13', to: '2026-01-17' }],
  unknown_day: [{ option: '--as-of', found: '13/02/2026' }],
  unknown_choice: [
    { option: '--kind', found: 'fee_unpayed', choices: ['fee_unpaid', 'due_soon'], nearest: 'fee_unpaid' },
    { option: '--basis', found: 'x', choices: ['centre', 'all'] },
  ],
  file_missing: [{ file: 'bao-cao.txt' }],
  inbox_missing: [{ folder: '/srv/doisoat/inbox' }],
  table_columns: [{ file: 'calendar.csv', missing: ['status'], found: ['date', 'kind', 'name'] }],
  table_cell: [
    ['procedures.csv', 'code', '1.01', 'procedure_code'],
    ['procedures.csv', 'days', 'ba', 'number_of_days'],
    ['procedures.csv', 'unit', 'hour', 'working_day_or_day'],
    ['calendar.csv', 'kind', 'holiday', 'off_or_workday'],
    ['calendar.csv', 'status', 'perhaps', 'announced_or_provisional'],
  ].map(([file = '', column = '', found = '', expected = '']) => ({ file, line: 2, column, found, expected })),
  lock_held: [{ pid: 4711, since: '01:30 13/02/2026' }],
  ack_what: [{}],
  cannot_decide: [
    {
      problems: [
        ['12', 'why_missing', ''],
        ['13', 'until_missing', ''],
        ['14', 'until_unreadable', '31/02/2026'],
        ['15', 'until_over', '01/02/2026'],
        ['16', 'until_far', '28/02/2062'],
        ['17', 'why_long', ''],
        ['18', 'keys_missing', ''],
        ['19', 'key_unknown', 'due_son/H24.131-260107-0021'],
        ['21', 'since_differs', '02/11/2026'],
        ['20', 'key_twice', 'due_soon/H24.131-260107-0021'],
      ].map(([line = '', id = '', found = '']) => ({
        place: `ho-so-can-xu-ly.xlsx, Hồ sơ:${line}`,
        id: id as keyof Words['undecidable'],
        found,
        nearest: id === 'key_unknown' ? 'due_soon/H24.131-260107-0021' : null,
      })),
    },
  ],
  hand_back_unreadable: [{ file: 'ho-so-can-xu-ly.pdf', reason: { id: 'pdf' } }],
  hand_back_columns: [{ file: 'HKD_20260213.csv', columns: ['Khoá', 'Ghi chú', 'Ghi nhận đến ngày'] }],
  unknown_key: [{ key: 'due_son/H24.131-260107-0021', nearest: 'due_soon/H24.131-260107-0021' }],
  not_acknowledged: [{ key: 'due_soon/H24.131-260107-0021' }],
  unmask_why: [{}],
  database_kind: [{ database: 'postgres://localhost/doisoat' }],
  option_without_effect: [{ option: '--system', stage: 'publish', stages: ['load'] }],
  database_missing: [{ database: 'var/doisoat.db' }],
  database_newer: [{ database: 'var/doisoat.db', found: 12, known: 9 }],
  database_unreadable: [{ database: 'var/doisoat.db', cause: 'SQLITE_NOTADB' }],
  database_read_only: [{ database: 'var/doisoat.db' }],
  database_busy: [{ database: 'var/doisoat.db' }],
  disk_full: [{ path: 'out/2026-02' }],
  not_writable: [{ path: 'out/2026-02/bao-cao.docx', cause: 'EBUSY' }],
  not_readable: [{ path: 'inbox/HKD_20260213.csv', cause: 'EACCES' }],
}

export const files: { readonly [Id in keyof Words['fileReason']]: Details } = {
  link: {},
  too_deep: {},
  unreadable: {},
  empty: {},
  pdf: {},
  workbook: {},
  zip: { part: 'thang-02.zip/HKD.zip' },
  outside: { part: '../HKD_20260213.csv' },
  damaged: {},
  locked: {},
  too_large: { part: 'xl/worksheets/sheet1.xml', limit: 1_073_741_824 },
  two_sheets: { sheets: ['Hồ sơ', 'Hồ sơ (2)'] },
  old_xls: {},
  html: {},
  json: {},
  binary: {},
  endless_line: { line: 12 },
  wrong_encoding: { encoding: 'utf-8', line: 12 },
  mojibake: { source: 'utf-8', line: 12 },
  unknown_header: { there: ['Tên', 'Tuổi'] },
  two_claimants: { claimants: ['bogddt', 'bovhttdl'] },
  missing_column: {
    sought: ['Ngày hẹn trả', 'Hẹn trả'],
    there: ['Mã hồ sơ', 'Ngày hẹn'],
    nearest: 'Ngày hẹn',
    also: ['Trạng thái'],
  },
  column_twice: { column: 'Mã hồ sơ', there: ['Mã hồ sơ', 'Mã hồ sơ'] },
  torn: { line: 1071 },
  cut_short: { read: 900, stated: 1071 },
  too_many_rejects: { rejected: 60, read: 1071 },
  not_ready: {},
}

export const rejects: { readonly [Id in RejectReason]: Details } = {
  missing_columns: { value: null },
  extra_columns: { value: null },
  missing_value: { value: null },
  missing_code: { value: null },
  invalid_code: { value: 'H24-131' },
  invalid_date: { value: '31/02/2026 08:00' },
  invalid_number: { value: '12.O00' },
  invalid_word: { value: 'Trực' },
  unknown_status: { value: 'Đang chờ' },
  spreadsheet_damage: { value: '3.11980E+10' },
  swallowed_lines: { value: null },
}

function config(problem: Partial<TroubleDetails['config_invalid']>): TroubleDetails['config_invalid'] {
  const place = { file: 'doisoat.yaml', line: 8, column: 1, path: '' }
  return {
    ...place,
    problem: 'not_yaml',
    found: '',
    expected: 'choice',
    choices: [],
    nearest: '',
    others: [],
    ...problem,
  }
}
