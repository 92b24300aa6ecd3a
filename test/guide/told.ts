import { messageLines } from '../../reports/night-message.ts'
import { progressText } from '../../reports/progress-text.ts'
import { sentence, wordsIn } from '../../reports/words.ts'

const words = wordsIn('vi')
const unit = 'phường Hưng Đạo'
const counts = { dossiers: 121, fresh: 0, worse: 0, acknowledged: 0, resolved: 0 }
const nothing = { kinds: [], incomplete: [], notTaken: [], broken: [], settingsChanges: [], laterNight: null, missed: [] } // prettier-ignore
const why = sentence({ code: 'disk_full', details: { path: '/srv/phuong/var/doisoat.db' } }, words)
const standing = { is: 'known', day: '2026-02-13' } as const

/** What is told of nights that no ward of the guides has: one without changes, one on a full disk, one that is long. */
export const told = {
  quiet: messageLines({ state: 'done', unit, asOf: '2026-02-12', counts, ...nothing }, words).join('\n'),
  failed: messageLines({ state: 'failed', unit, asOf: '2026-02-14', why, standing }, words).join('\n'),
  progress: progressText(
    { stage: 'load', rows: 30_000, done: 67, of: 100, perSecond: 9434, secondsLeft: 2 },
    80,
    words,
  ),
}
