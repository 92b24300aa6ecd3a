import type { Bytes, Reason } from '../../connectors/reading.ts'
import { headOf } from '../../connectors/decode.ts'
import { formOf, notATable } from '../../connectors/signature.ts'
import { usualSizes } from '../../connectors/survey-sample.ts'
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

const MOST_LETTERS = 32 * 1024 * 1024

/** The text of a file in any encoding that the exports come in; the reason when it is no text at all. */
export function statedText(bytes: Bytes): { readonly text: string } | { readonly reason: Reason } {
  const head = headOf(bytes)
  const form = formOf(head)
  const reason = form ? { id: form === 'xlsx' ? 'zip' : form } : notATable(head) // a .docx is one too
  if (reason && reason.id !== 'empty') return { reason }
  const text = textOf(bytes, head, usualSizes)
  if ('reason' in text) return text
  const lines: string[] = []
  let letters = 0
  for (const stretch of text.stretches()) {
    letters += stretch.lines.reduce((sum, line) => sum + line.length, 0)
    if (letters > MOST_LETTERS) return { reason: { id: 'too_large', limit: '32 MB' } }
    for (const line of stretch.lines) lines.push(line)
  }
  return { text: lines.join('\n') }
}
