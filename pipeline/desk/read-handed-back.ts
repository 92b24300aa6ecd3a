import { tablesIn } from '../../connectors/any-rows.ts'
import { isBroken } from '../../connectors/table.ts'
import { wordsIn } from '../../reports/words.ts'
import { existingFile } from '../kit/connector-try.ts'
import { bytesOf } from '../loading/landing.ts'
import { Trouble } from '../trouble.ts'
import type { Asked } from './decision.ts'
import { filledIn } from './handed-back.ts'

/** What a desk wrote into its list, in whatever form the list comes back. Throws Trouble where it cannot be told. */
export function handedBack(file: string, cwd: string): Asked[] {
  const tables = tablesIn(bytesOf(existingFile(file, cwd)))
  if (isBroken(tables)) throw new Trouble('hand_back_unreadable', { file, reason: tables.reason })
  const { keys, note, until, since } = wordsIn('vi').desk.column
  const asked = filledIn(tables, { keys, note, until, since }, file)
  if (asked === null) throw new Trouble('hand_back_columns', { file, columns: [keys, note, until, since] })
  return asked
}
