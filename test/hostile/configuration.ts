import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { bookRow, portalRow } from '../support/dossiers.ts'
import { exportOf, preamble } from '../support/make-export.ts'
import { openWard, type Ward } from '../support/ward.ts'
import { onScreen } from './checks.ts'

/** A ward that calls everything by this text, after a night, a closing and a city. */
export async function wardCalled(text: string): Promise<Ward> {
  const late = { code: 'H24.131-260209-0002', ended: '', status: 'Đang xử lý', account: 'ktht.truongphong' }
  const ward = openWard({
    unit: {
      name: text,
      city: text,
      centre: text,
      agencyCode: 'H24.131',
      centreAccounts: ['ttpvhcc.hd01', text],
      householdBusinessAccounts: ['ktht.truongphong', text],
    },
    report: {
      symbol: text,
      place: text,
      addressees: [text],
      intro: text,
      businessOffice: text,
      recipients: [text],
      signature: [text],
      signer: text,
      tasks: 'viec.txt',
    },
  })
  writeFileSync(join(ward.folder, 'viec.txt'), text)
  const before = [preamble('2026-01-17', '2026-02-13')]
  ward.put('cong.csv', exportOf('portal', [portalRow(), portalRow(late)], { before })) // prettier-ignore
  ward.put('so.csv', exportOf('book', [bookRow()], { before }))
  writeFileSync(join(ward.folder, 'thanh-pho.yaml'), stringify({ city: text, out: 'out/thanh-pho', units: ['doisoat.yaml'] })) // prettier-ignore
  for (const given of commands) {
    const { code, out, err } = await ward.doisoat(...given)
    const odd = onScreen(out + err)
    if (code > 1 || odd.length > 0) throw new Error(`${given.join(' ')}: exit ${code}: ${odd.join('; ')} ${err}`)
  }
  return ward
}

const commands = [
  ['nightly', '--as-of', '2026-02-14'],
  ['city', '--config', 'thanh-pho.yaml', '--period', '2026-02'],
]
