import { connectors } from '../../connectors/index.ts'
import { openExport } from '../../connectors/read.ts'
import type { Bytes } from '../../connectors/reading.ts'
import { isBroken } from '../../connectors/table.ts'
import { entriesOf } from '../../connectors/zip-entries.ts'
import type { Config } from '../config/config.ts'
import { makeWitness, type Verdict, verdictOf, type Witness } from './verdict.ts'

/** Whose an export is, by what stands in it: all of its rows are heard, none is kept. Of a zip, all files in it together. */
export function whoseFile(bytes: Bytes, units: readonly Config['unit'][]): Verdict {
  const files = entriesOf(bytes)
  if (files !== null && isBroken(files)) return { reason: files.reason }
  const witness = makeWitness(units)
  const reasons = files === null ? [hear(bytes, witness)] : files.map((file) => hear(file.bytes, witness))
  const evidence = witness.evidence()
  const unread = reasons.find((reason) => reason !== null)
  const isSilent = evidence.rows.size === 0 && evidence.named.length === 0 && evidence.others === 0
  return isSilent && unread !== undefined ? { reason: unread } : verdictOf(evidence)
}

/** Gives why it could not be read, where it is no export. A file that breaks off later has told enough: its ward says why. */
function hear(bytes: Bytes, witness: Witness) {
  const opened = openExport(bytes, connectors)
  if (!('reads' in opened)) return opened.reason
  witness.above(opened.recognised.above)
  for (const read of opened.reads) witness.row(read.is === 'row' ? read.row : { code: read.code })
  return null
}
