import { crc32 } from 'node:zlib'
import { fromDos } from './legacy.ts'
import { MOSTLY, shareOfSyllables } from './syllable.ts'

const UNICODE_FIELD = 0x7075

/**
 * The name of an entry, in NFC. It is UTF-8 where the zip says so, by its flag or by a field of its own, and where its
 * bytes can be read so: macOS writes UTF-8 and does not say it. Else it is in the code page of whoever packed it:
 * Windows-1258 where that makes Vietnamese syllables, CP437 as the standard has it.
 */
export function entryName(raw: Buffer, isUtf8: boolean, extra: Buffer): string {
  const name = unicodeName(raw, extra) ?? (isUtf8 ? raw.toString('utf8') : (utf8In(raw) ?? inCodePage(raw)))
  return name.replaceAll('\\', '/').normalize('NFC')
}

/** Info-ZIP's: a version, the CRC of the name that it stands beside, and the name again. */
function unicodeName(raw: Buffer, extra: Buffer): string | null {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2))
    if (extra.readUInt16LE(at) !== UNICODE_FIELD || field.length < 6 || field[0] !== 1) continue
    if (field.readUInt32LE(1) === crc32(raw)) return utf8In(field.subarray(5))
  }
  return null
}

function utf8In(raw: Buffer): string | null {
  const text = raw.toString('utf8')
  return text.includes('\ufffd') ? null : text
}

function inCodePage(raw: Buffer): string {
  const vietnamese = new TextDecoder('windows-1258').decode(raw).normalize('NFC')
  return shareOfSyllables(vietnamese) >= MOSTLY ? vietnamese : fromDos(raw)
}
