import { zipSync } from 'fflate'
import { bookRow, civilRow, portalRow, type Told } from '../support/dossiers.ts'
import { exportOf, preamble } from '../support/make-export.ts'
import { months, openWard, type Ward } from '../support/ward.ts'

export const one: Partial<Told> = { code: 'H24.131-260204-0001' }
export const two: Partial<Told> = { code: 'H24.131-260204-0002', identity: '031195694675' }
export const three: Partial<Told> = { code: 'H24.131-260204-0003', identity: '031195694676' }
export const pending = { ...two, ended: '', status: 'Đang xử lý', due: '2026-02-20' }

/** A small ward whose inbox has two lists, one of them in a zip, and one file that is nobody's. */
export async function smallWard(): Promise<Ward> {
  const ward = openWard()
  put(ward, [one, pending])
  ward.put('la.csv', 'a;b\n1;2\n')
  return ward
}

export function put(
  ward: Ward,
  told: readonly Partial<Told>[],
  { from, to }: { from: string; to: string } = months['2026-02'],
): void {
  const before = [preamble(from, to)]
  const book = exportOf('book', told.map((each) => bookRow(each)), { before }) // prettier-ignore
  ward.put('cong.csv', exportOf('portal', told.map((each) => portalRow(each)), { before })) // prettier-ignore
  ward.put('ho-tich.csv', exportOf('civil', told.map((each) => civilRow(each)), { before })) // prettier-ignore
  ward.put('so.zip', zipSync({ 'so.csv': [Buffer.from(book), { mtime: '2026-02-14T00:00:00' }] }))
}
