import { unzipSync } from 'fflate'
import { Parser } from 'htmlparser2'

/** The parts of a document by their names, as another library than its writer unpacks them. */
export function partsOf(document: Uint8Array): Record<string, string> {
  const parts = Object.entries(unzipSync(document))
  return Object.fromEntries(parts.map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]))
}

/** What a reader sees of the body: a line a paragraph; a row of a table is a line, its cells parted by ` | `. */
export function linesOf(document: Uint8Array): string[] {
  const lines: string[] = []
  const rows: string[][][] = [] // of the tables that are open: cells of paragraphs
  let [text, isText] = ['', false]
  const parser = new Parser(
    {
      onopentagname: (name) => {
        if (name === 'w:tr') rows.push([])
        if (name === 'w:tc') rows.at(-1)!.push([])
        if (name === 'w:p') text = ''
        isText = name === 'w:t'
      },
      ontext: (more) => void (text += isText ? more : ''),
      onclosetag: (name) => {
        if (name === 'w:t') isText = false
        if (name === 'w:p') (rows.at(-1)?.at(-1) ?? lines).push(text)
        if (name === 'w:tr') lines.push(rowText(rows.pop()!))
      },
    },
    { xmlMode: true },
  )
  parser.end(partsOf(document)['word/document.xml'])
  return lines
}

function rowText(cells: readonly (readonly string[])[]): string {
  return cells.map((paragraphs) => paragraphs.filter((text) => text !== '').join(' / ')).join(' | ')
}

/** The names of the elements of every part, in their order. */
export function elementsOf(document: Uint8Array): string[] {
  return Object.entries(partsOf(document)).flatMap(([part, markup]) => {
    const names: string[] = [part]
    const parser = new Parser({ onopentagname: (name) => void names.push(name) }, { xmlMode: true })
    parser.end(markup)
    return names
  })
}

/** The lines between two headings. */
export function between(lines: readonly string[], from: string, to: string): string[] {
  const start = lines.findIndex((line) => line.startsWith(from))
  const end = lines.findIndex((line, at) => at > start && line.startsWith(to))
  if (start < 0 || end < 0) throw new Error(`no ${start < 0 ? from : to} in ${lines.join('\n')}`)
  return lines.slice(start + 1, end)
}
