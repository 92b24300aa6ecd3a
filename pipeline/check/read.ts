import type { Bytes, Reason } from '../../connectors/reading.ts'
import { headOf } from '../../connectors/decode.ts'
import { formOf, notATable } from '../../connectors/signature.ts'
import { textOf } from '../../connectors/survey-text.ts'
import { readKeyLines } from './key-lines.ts'
import { readProse } from './prose.ts'
import type { Reading } from './stated.ts'

/** What a text states, in sentences and in `key: value` lines. */
export function readStated(text: string): Reading {
  const { statements, wrong, rest } = readKeyLines(text.normalize('NFC').replaceAll(/\r\n?/g, '\n'))
  const prose = readProse(rest)
  return {
    statements: [...statements, ...prose.statements],
    doubted: [...wrong, ...prose.doubted],
    noted: prose.noted,
  }
}

/** The text of a file in any encoding that the exports come in; the reason when it is no text at all. */
export function statedText(bytes: Bytes): { readonly text: string } | { readonly reason: Reason } {
  const head = headOf(bytes)
  const form = formOf(head)
  const reason = form ? { id: form === 'xlsx' ? 'zip' : form } : notATable(head) // a .docx is one too
  if (reason && reason.id !== 'empty') return { reason }
  const read = textOf(bytes)
  return 'reason' in read ? read : { text: read.lines.join('\n') }
}
