import type { Encoding, Form, Reason } from './reading.ts'

const OLE = '\u00d0\u00cf\u0011\u00e0'
const HTML = /^<(?:!--|(?:!doctype|html|head|body|table|meta|script|style|div|form|center|t[rdh]|h[1-6]|p|br)\b)/i
const PROLOG = /^<\?xml[^>]*\?>\s*/
const SPREADSHEET = /<(?:\w+:)?Workbook\b/
const JSON_TEXT = /^(?:\{\s*(?:"|\}|$)|\[\s*(?:[[{"\]\d]|$))/

/** A file that may hold sheets, told by its first bytes; what it really holds is known when it is opened. */
export function formOf(head: Uint8Array): Exclude<Form, Encoding> | null {
  if (startsWith(head, 'PK\u0003\u0004') || startsWith(head, 'PK\u0005\u0006')) return 'xlsx'
  const text = withoutMark(head).replaceAll('\0', '').trim()
  if (text.startsWith('<') && SPREADSHEET.test(text)) return 'spreadsheetml'
  return HTML.test(text.replace(PROLOG, '')) ? 'html' : null
}

/** What a file is when it is no table of text, told by its first bytes; null when it may be one. */
export function notATable(head: Uint8Array): Reason | null {
  if (startsWith(head, '%PDF')) return { id: 'pdf' }
  if (startsWith(head, OLE)) return { id: isLocked(head) ? 'locked' : 'old_xls' }
  const start = withoutMark(head)
  const text = start.replaceAll('\0', '').trim()
  if (text === '' && head.length < 4096) return { id: 'empty' }
  if (JSON_TEXT.test(text)) return { id: 'json' }
  if (text.startsWith('<?xml')) return { id: 'xml' }
  return isBinary(start) ? { id: 'binary' } : null
}

/** A workbook with a password is a new one wrapped up in the old format. */
function isLocked(head: Uint8Array): boolean {
  return Buffer.from(head).includes(Buffer.from('EncryptedPackage', 'utf16le'))
}

function withoutMark(head: Uint8Array): string {
  return latin(head.subarray(0, 4096)).replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
}

/** Control characters are rare in a table; in UTF-16 they are halves of letters, and every other byte may be zero. */
function isBinary(start: string): boolean {
  const codes = Array.from(start, (letter) => letter.charCodeAt(0))
  const zeros = codes.filter((code) => code === 0).length
  if (zeros > codes.length / 50) return zeros < codes.length / 8 || !isEveryOtherByte(start, zeros)
  return codes.filter(isControl).length > codes.length / 50
}

/** Not those that TCVN3 has letters for, nor the white space. */
function isControl(code: number): boolean {
  return (code >= 0x0e && code <= 0x10) || (code >= 0x18 && code < 0x20) || code === 0x07 || code === 0x08
}

function isEveryOtherByte(start: string, zeros: number): boolean {
  let even = 0
  for (let i = 0; i < start.length; i += 2) if (start[i] === '\0') even++
  return even < zeros / 5 || even > (zeros * 4) / 5
}

function startsWith(head: Uint8Array, signature: string): boolean {
  return latin(head.subarray(0, signature.length)) === signature
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
