import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { workbook } from '../connectors/sheet-files.ts'
import { partsOf } from '../report-docx/read-docx.ts'
import { template } from '../report-docx/sample.ts'
import { openWard } from '../support/ward.ts'
import type { Scene } from './scene.ts'
import { stoppedWhileLoading } from './stopped.ts'
import { beforeTheNight, changeIn, linesOfNight, newWard, said } from './wards.ts'

const evening = '2026-02-13T18:00:00Z'
const morning = '2026-02-14T01:00:00Z'

/** What the guides show, as it comes about; the ward of each is thrown away. */
export const scenes: readonly Scene[] = [
  {
    is: 'a ward that is set up by the guide',
    opens: () => {
      const ward = openWard()
      ward.take('../doisoat.yaml')
      ward.take('.')
      return ward
    },
    now: '2026-02-13T08:00:00Z',
    steps: ['init --name', 'doctor', { shows: '30 1 * * *', prints: said('init', '--schedule', 'cron') }],
  },
  {
    is: 'the configuration of the guide, with a slip',
    opens: openWard,
    now: evening,
    steps: [
      { file: 'unit:\n  name', named: 'doisoat.yaml' },
      ({ ward }) => changeIn(ward, 'doisoat.yaml', 'nd09', 'nd9'),
      { types: 'status\n/srv/phuong/doisoat.yaml', exits: 2 },
    ],
  },
  {
    is: 'the night of the sample month, and the morning after',
    opens: beforeTheNight,
    now: evening,
    steps: [
      'nightly --as-of 2026-02-13',
      (stage) => void (stage.now = morning),
      'status\nphường',
      'figures --period 2026-02\nKỳ',
      'dossiers',
      'rejects',
      'files\nTệp',
      'connector try inbox/2026-02/BTXH',
      'discrepancies --period 2026-02 --kind payment_orphan',
      'discrepancies ack payment_orphan/H24.131-260122-9000',
      { types: 'discrepancies ack payment_orphan/H24.131-260122-9001', exits: 2 },
      'discrepancies --kind status_conflict --unmask',
      ({ ward }) => changeIn(ward, 'inbox/2026-02/HKD_20260213.csv', /$/, '\n'),
      ({ ward }) => changeIn(ward, 'doisoat.yaml', /$/, 'dueSoonDays: 3\n'),
      'plan',
    ],
  },
  {
    is: 'an empty inbox',
    opens: openWard,
    now: evening,
    steps: linesOfNight('2026-02-13', ['Số liệu chưa đầy đủ: Cổng DVCQG']),
  },
  {
    is: 'a night that is stopped',
    opens: newWard,
    now: evening,
    steps: [
      { shows: 'Đã dừng theo yêu cầu', prints: stoppedWhileLoading },
      { shows: 'Chưa có đêm nào chạy xong', prints: said('status') },
    ],
  },
  {
    is: 'a template with a slip in it',
    opens: newWard,
    now: evening,
    steps: [
      ({ ward }) => {
        const parts = partsOf(template)
        const markup = parts['word/document.xml']!.replace('{Trích yếu}', '{Trích yêu}')
        const changed = Object.entries({ ...parts, 'word/document.xml': markup })
        writeFileSync(join(ward.folder, 'mau.docx'), zipSync(Object.fromEntries(changed.map(([name, text]) => [name, Buffer.from(text)])))) // prettier-ignore
        ward.configure({ report: { template: './mau.docx' } })
      },
      { types: 'nightly\n/srv/phuong/mau.docx', exits: 2 },
    ],
  },
  {
    is: 'a password in the configuration',
    opens: openWard,
    now: evening,
    steps: [
      { file: 'unit:\n  name', named: 'doisoat.yaml' },
      { file: 'notify:', named: 'notify.yaml' },
      ({ ward }) => {
        const notify = readFileSync(join(ward.folder, 'notify.yaml'), 'utf8')
        changeIn(ward, 'doisoat.yaml', /$/, notify.replace('  webhook:', '    password: bí mật\n  webhook:'))
      },
      { types: 'nightly\n/srv/phuong/doisoat.yaml', exits: 2 },
    ],
  },
  {
    is: 'a workbook that is nobody’s',
    opens: openWard,
    now: evening,
    steps: [
      ({ ward }) => {
        const rows = Array.from({ length: 271 }, (_, i) => [`DM-${i + 1}`, `Thủ tục số ${i + 1}`, ['Hộ tịch', 'Đất đai'][i % 2]!]) // prettier-ignore
        const pages = [
          { name: 'Bìa', rows: [['Danh mục của phường']] },
          { name: 'Danh mục', rows: [['DANH MỤC THỦ TỤC'], ['Mã số', 'Tên', 'Lĩnh vực'], ...rows] },
        ]
        writeFileSync(join(ward.folder, 'danh-muc.xlsx'), workbook(pages))
      },
      'connector try danh-muc.xlsx',
    ],
  },
]
