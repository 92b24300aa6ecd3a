import { unzipSync } from 'fflate'
import { Parser } from 'htmlparser2'

/** A workbook as it stands in its file, read by nothing that wrote it. */
export type ReadCell = {
  readonly ref: string
  readonly kind: 'text' | 'number' | 'empty'
  readonly value: string | number | null
  readonly formula: string | null
}

export type ReadSheet = {
  readonly name: string
  readonly xml: string
  readonly cells: ReadonlyMap<string, ReadCell>
  readonly merges: readonly string[]
}

export type ReadWorkbook = {
  readonly sheets: readonly ReadSheet[]
  readonly names: readonly { readonly name: string; readonly range: string }[]
  readonly parts: Readonly<Record<string, string>>
}

export function readWorkbook(bytes: Uint8Array): ReadWorkbook {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, utf8.decode(part)]))
  const shared = elements(parts['xl/sharedStrings.xml'] ?? '', 'si').map(({ text }) => text)
  const book = parts['xl/workbook.xml']!
  const sheets = elements(book, 'sheet').map(({ attributes }, at) =>
    readSheet(attributes['name']!, parts[`xl/worksheets/sheet${at + 1}.xml`]!, shared),
  )
  const names = elements(book, 'definedName').map(({ attributes, text }) => ({
    name: attributes['name']!,
    range: text,
  }))
  return { sheets, names, parts }
}

/** The value of a cell; null where there is none. */
export function at(sheet: ReadSheet, ref: string): ReadCell['value'] {
  return sheet.cells.get(ref)?.value ?? null
}

/** A sheet as text: a line a row, its number first; a formula behind its value. */
export function sheetText({ name, cells }: ReadSheet): string {
  const rows = Map.groupBy([...cells.values()], ({ ref }) => Number(/\d+/.exec(ref)![0]))
  const lines = [...rows].map(([row, these]) => {
    const shown = these.filter(({ value }) => value !== null && value !== '').map(cellText)
    return shown.length === 0 ? null : `${row}: ${shown.join(' | ')}`
  })
  return [`== ${name} ==`, ...lines.filter((line) => line !== null), ''].join('\n')
}

function cellText({ value, formula }: ReadCell): string {
  return `${String(value).replaceAll('\n', ' ⏎ ')}${formula === null ? '' : ` {${formula}}`}`
}

function readSheet(name: string, xml: string, shared: readonly string[]): ReadSheet {
  const cells = elements(xml, 'c').map(({ attributes, inner }): ReadCell => {
    const [value = null, formula = null] = ['v', 'f'].map((tag) => inner.find((each) => each.name === tag)?.text)
    const { r: ref, t: type } = attributes
    if (value === null) return { ref: ref!, kind: 'empty', value: null, formula }
    if (type === undefined || type === 'n') return { ref: ref!, kind: 'number', value: Number(value), formula }
    return { ref: ref!, kind: 'text', value: unescaped(type === 's' ? shared[Number(value)]! : value), formula }
  })
  return {
    name,
    xml,
    cells: new Map(cells.map((cell) => [cell.ref, cell])),
    merges: elements(xml, 'mergeCell').map(({ attributes }) => attributes['ref']!),
  }
}

/** `_x005F_x003D_` is the text `_x003D_`, `_x0000_` a letter that XML has no other way to write. */
function unescaped(text: string): string {
  return text.replaceAll(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly inner: Element[]
  text: string
}

/** All elements of a name, with the text and the elements in them. */
function elements(xml: string, wanted: string): Element[] {
  const [found, open]: [Element[], Element[]] = [[], []]
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const element: Element = { name, attributes, inner: [], text: '' }
        for (const each of open) each.inner.push(element)
        open.push(element)
        if (name === wanted) found.push(element)
      },
      ontext: (text) => {
        for (const each of open) each.text += text
      },
      onclosetag: () => void open.pop(),
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return found
}
