import { crc32, deflateRawSync } from 'node:zlib'
import { type Merges, mergesOf } from './merges.ts'

/** A sheet as a person sees it: a text, or a cell in the words of the format. */
export type Cell = string | { readonly number: string; readonly style?: number } | { readonly boolean: boolean }
export type Page = {
  readonly name?: string
  readonly rows: readonly (readonly Cell[])[]
  readonly merges?: readonly string[] // A1:C2
  readonly isHidden?: boolean
}

/** Styles of `workbook` by their place: general, a day, an instant, twelve digits, a day in words of its own. */
export const styles = { plain: 0, day: 1, instant: 2, twelve: 3, words: 4, money: 5 } as const

const formats = [
  ['165', '0'.repeat(12)],
  ['166', '[$-42A]&quot;Ngày &quot;dd\\/mm\\/yyyy;@'],
  ['167', '#,##0&quot; đ&quot;'],
]
const styleSheet = `<styleSheet><numFmts>${formats.map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${[0, 14, 22, 165, 166, 167].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`

/** An .xlsx, written part by part: nothing of what reads it has a hand in it. */
export function workbook(pages: readonly Page[], days1904 = false): Buffer {
  const strings = new Map<string, number>()
  const names = pages.map(
    ({ name, isHidden }, i) =>
      `<sheet name="${escaped(name ?? `Sheet${i + 1}`)}" sheetId="${i + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
  )
  const links = pages.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`)
  const sheets = pages.map((page, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(page, strings)] as const)
  const shared = [...strings.keys()].map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`)
  return zipped({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook><workbookPr${days1904 ? ' date1904="1"' : ''}/><sheets>${names.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${links.join('')}</Relationships>`,
    'xl/styles.xml': styleSheet,
    ...Object.fromEntries(sheets),
    'xl/sharedStrings.xml': `<sst>${shared.join('')}</sst>`,
  })
}

function sheetXml({ rows, merges = [] }: Page, strings: Map<string, number>): string {
  const lines = rows.map((cells, i) => {
    const inner = cells.map((cell, j) => cellXml(cell, `${letters(j)}${i + 1}`, strings)).join('')
    return cells.length === 0 ? '' : `<row r="${i + 1}">${inner}</row>`
  })
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet><sheetData>${lines.join('')}</sheetData>${merged && `<mergeCells count="${merges.length}">${merged}</mergeCells>`}</worksheet>`
}

function cellXml(cell: Cell, at: string, strings: Map<string, number>): string {
  if (cell === '') return ''
  if (typeof cell === 'string') {
    if (!strings.has(cell)) strings.set(cell, strings.size)
    return `<c r="${at}" t="s"><v>${strings.get(cell)}</v></c>`
  }
  if ('boolean' in cell) return `<c r="${at}" t="b"><v>${cell.boolean ? 1 : 0}</v></c>`
  return `<c r="${at}" s="${cell.style ?? 0}"><v>${cell.number}</v></c>`
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}

export function htmlPage(rows: readonly (readonly string[])[], merges: readonly string[] = []): string {
  const { spanAt, isCovered } = mergesOf(merges)
  const td = (text: string, r: number, c: number): string => {
    const span = spanAt(r, c)
    const spans = span ? ` colspan=${span.right + 1} rowspan=${span.down + 1}` : ''
    return isCovered(r, c) ? '' : `<td${spans}>${escaped(text)}</td>`
  }
  const lines = rows.map((cells, r) => `<tr>${cells.map((cell, c) => td(cell, r, c)).join('')}</tr>`)
  return `<html><head><meta charset="utf-8"><title>Báo cáo</title></head><body><table border=1>\n${lines.join('\n')}\n</table></body></html>`
}

type XmlPage = { name: string; rows: readonly (readonly string[])[]; merges?: readonly string[] }

export function spreadsheetMl(pages: readonly XmlPage[]): string {
  const sheets = pages.map(({ name, rows, merges = [] }) => {
    const lines = rows.map((cells, r) => `<Row>${dataCells(cells, r, mergesOf(merges))}</Row>`)
    return `<Worksheet ss:Name="${escaped(name)}"><Table>${lines.join('\n')}</Table></Worksheet>`
  })
  return `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${sheets.join('')}</Workbook>`
}

function dataCells(cells: readonly string[], r: number, { spanAt, isCovered }: Merges): string {
  const written = cells.map((text, c) => {
    const span = spanAt(r, c)
    const spans = span ? ` ss:MergeAcross="${span.right}" ss:MergeDown="${span.down}"` : ''
    const index = c > 0 && isCovered(r, c - 1) ? ` ss:Index="${c + 1}"` : ''
    return isCovered(r, c) ? '' : `<Cell${index}${spans}><Data ss:Type="String">${escaped(text)}</Data></Cell>`
  })
  return written.join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', '&#10;')
}

export type Zipping = {
  readonly packs?: boolean
  readonly isWide?: boolean
  readonly claims?: Readonly<Record<string, number>>
  readonly flags?: number // 1: a password, 2048: names in UTF-8
  readonly method?: number // what the zip says of how it was packed
  readonly nameIn?: (path: string) => Buffer
  readonly field?: (name: Buffer) => Buffer // beside the name in the directory
  readonly mode?: number // of a Unix file
}

/** A zip of parts, stored as they are or packed, its sizes as 32 or 64 bits; a part may lie about its size. */
export function zipped(
  parts: Readonly<Record<string, string | Uint8Array>>,
  { packs = false, isWide = false, claims = {}, ...more }: Zipping = {},
): Buffer {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [path, part] of Object.entries(parts)) {
    const [name, bytes] = [more.nameIn?.(path) ?? Buffer.from(path), Buffer.from(part)]
    const packed = packs ? deflateRawSync(bytes) : bytes
    const [size, wide] = [claims[path] ?? bytes.length, 0xffffffff]
    const sizes = isWide ? [u16(1, 24), u64(size, packed.length, at)] : []
    const extra = Buffer.concat([...sizes, more.field?.(name) ?? Buffer.alloc(0)])
    const shown = isWide ? [wide, wide] : [packed.length, size]
    const method = more.method ?? (packs ? 8 : 0)
    const head = [u16(45, more.flags ?? 0, method, 0, 0), u32(crc32(bytes), ...shown), u16(name.length)]
    files.push(u32(0x04034b50), ...head, u16(0), name, packed)
    directory.push(
      u32(0x02014b50),
      u16(more.mode === undefined ? 45 : 0x32d),
      ...head,
      u16(extra.length, 0, 0, 0),
      u32((more.mode ?? 0) * 0x10000, isWide ? wide : at),
      name,
      extra,
    )
    at += 30 + name.length + packed.length
  }
  const [listed, count] = [Buffer.concat(directory), Object.keys(parts).length]
  const end = isWide
    ? [wideEnd(count, listed.length, at), u16(0, 0, 0xffff, 0xffff)]
    : [u32(0x06054b50), u16(0, 0, count, count)]
  return Buffer.concat([...files, listed, ...end, u32(listed.length, isWide ? 0xffffffff : at), u16(0)])
}

function wideEnd(count: number, bytes: number, at: number): Buffer {
  const record = [u32(0x06064b50), u64(44), u16(45, 45), u32(0, 0), u64(count, count, bytes, at)]
  return Buffer.concat([...record, u32(0x07064b50, 0), u64(at + bytes), u32(1), u32(0x06054b50)])
}

function u16(...numbers: readonly number[]): Buffer {
  return Buffer.from(Uint16Array.from(numbers).buffer)
}

function u32(...numbers: readonly number[]): Buffer {
  return Buffer.from(Uint32Array.from(numbers).buffer)
}

function u64(...numbers: readonly number[]): Buffer {
  return Buffer.from(BigUint64Array.from(numbers.map(BigInt)).buffer)
}
