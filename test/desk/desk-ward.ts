import { bookRow, businessRow, civilRow, portalRow } from '../support/dossiers.ts'
import { type Cells, exportOf, headerOf, type Kind, preamble } from '../support/make-export.ts'
import { openWard, type Ward } from '../support/ward.ts'

const open = { status: 'Đang xử lý', ended: '' }

/** Due on the 12th: soon as of the 11th, over as of the 13th. */
const late = {
  code: 'H24.131-260209-0002',
  identity: '031195694675',
  person: 'Lê Văn Bình',
  received: '2026-02-09',
  due: '2026-02-12',
  ...open,
}
/** The book has it from the second night on. */
const entered = { code: 'H24.131-260204-0003', identity: '031195694676', person: 'Phạm Thị Cúc' }
/** Of the second night alone, and its systems differ. */
const conflicting = {
  code: 'H24.131-260212-0004',
  identity: '031195694677',
  person: 'Đỗ Văn Dũng',
  received: '2026-02-12',
  due: '2026-02-13',
}
/** Everything in it that a person may type is an attack on whoever opens the list. */
export const hostile = {
  code: 'H24.131-260206-0005',
  procedure: '1.001612',
  person: '=HYPERLINK("http://x")<script>alert(1)</script>',
  identity: '031195694678',
  account: '@SUM(A1)</td><img src=x>',
  received: '2026-02-06',
  due: '2026-02-16',
  ...open,
}
const hostileNumber = '=1+1\u202e"><b>'
const waiting = {
  code: 'H24.131-260210-0006',
  identity: '031195694679',
  person: 'Vũ Thị Én',
  received: '2026-02-10',
  status: 'Mới đăng ký',
  due: '',
  ended: '',
}

/** The exports of a night. */
function handOver(ward: Ward, to: string, night: 'first' | 'second'): void {
  const second = night === 'second'
  const put = (kind: Kind, rows: readonly Cells[], header: readonly string[] = headerOf(kind)): void =>
    ward.put(`${to}/${kind}.csv`, exportOf(kind, rows, { before: [preamble('2026-01-17', to)], header }))
  put('portal', [
    portalRow(),
    portalRow(late),
    portalRow(entered),
    portalRow(hostile),
    portalRow(waiting, { 'Ngày tiếp nhận': '' }),
    ...(second ? [portalRow({ ...conflicting, ...open })] : []),
  ])
  put('book', [bookRow(), bookRow(late), ...(second ? [bookRow(entered), bookRow({ ...conflicting, ended: '' })] : [])])
  put(
    'civil',
    [
      civilRow(),
      civilRow(late),
      civilRow(entered),
      ...(second ? [civilRow({ ...conflicting, ended: '2026-02-13' })] : []),
    ],
    second ? [...headerOf('civil'), 'Cột lạ'] : headerOf('civil'),
  )
  put('business', [businessRow(hostile, { 'Mã số hồ sơ': hostileNumber })])
}

/** A ward after two nights: something of every part of the list, and a dossier that attacks whoever opens it. */
export async function deskWard(): Promise<Ward> {
  const ward = openWard()
  handOver(ward, '2026-02-11', 'first')
  await ward.nightly('2026-02-11')
  handOver(ward, '2026-02-13', 'second')
  await ward.nightly('2026-02-13')
  return ward
}
