import { unzipSync } from 'fflate'
import { Parser } from 'htmlparser2'
import { smallTable } from '../../connectors/table.ts'
import { wordsIn } from '../../reports/words.ts'
import { readWorkbook } from '../documents/read-workbook.ts'

/** What a document is made of, apart from its texts. Another one of its kind may be made of nothing else. */
export type Made = ReadonlySet<string>

const isNumber = /^-?\d+(?:[.,]\d+)?$/
/** Escape sequences, other control characters but tabs and line ends, and what turns the direction of a text. */
export const unprintable = /(?![\t\n])[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u

/** What is wrong with a text on a terminal. */
export function onScreen(text: string): string[] {
  return text.split('\n').filter((line) => unprintable.test(line)).map((line) => `unprintable: ${JSON.stringify(line)}`) // prettier-ignore
}

export function inJson(text: string): string[] {
  JSON.parse(text)
  return onScreen(text)
}

/** Whichever delimiter a spreadsheet takes, no cell begins with a sign that it runs. */
export function inCsv(text: string): string[] {
  const cells = smallTable(text.replace('\uFEFF', '')).flat()
  const parts = cells.flatMap((cell) => cell.split(/[;\t]/))
  const armed = parts.filter((part) => /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]/.test(part) && !isNumber.test(part.trim()))
  return [...armed.map((part) => `runs: ${part}`), ...onScreen(text.replaceAll('\r\n', '\n'))]
}

/** The elements of a page with the names of their attributes, and what those say that lead somewhere or look somehow. */
export function madeOfPage(page: string): Made {
  const made = new Set<string>()
  const style = /<style>([^]*?)<\/style>/.exec(page)?.[1] ?? ''
  const styled = [...style.matchAll(/\.([a-z][a-z-]*)/g)].map(([, name]) => name!)
  const known = new Set([...styled, ...Object.keys(wordsIn('vi').desk.group)])
  const parser = new Parser({
    onopentag: (name, attributes) => {
      made.add(`<${name} ${Object.keys(attributes).toSorted().join(' ')}>`)
      for (const [key, value] of Object.entries(attributes)) {
        if (/^(?:href|src|action|style|id|for)$/.test(key)) made.add(`${name} ${key}=${value.replaceAll(/\d+/g, '0')}`)
        if (key === 'class') for (const each of value.split(' ')) if (!known.has(each)) made.add(`class ${each}`)
      }
    },
    oncomment: (text) => void made.add(`comment ${text}`),
    onprocessinginstruction: (name) => void made.add(`instruction ${name}`),
  })
  parser.end(page)
  return made
}

/** The text of a page without its scripts and styles. */
export function textOfPage(page: string): string {
  let [text, hidden] = ['', 0]
  const parser = new Parser({
    onopentagname: (name) => void (hidden += isHidden(name) ? 1 : 0),
    ontext: (more) => void (text += hidden === 0 ? more : ''),
    onclosetag: (name) => void (hidden -= isHidden(name) ? 1 : 0),
  })
  parser.end(page)
  return text
}

function isHidden(name: string): boolean {
  return name === 'script' || name === 'style'
}

/** The parts of a zip, their elements with the names of attributes, formulas and relations; throws where a part is no XML. */
export function madeOfParts(bytes: Uint8Array): Made {
  const made = new Set<string>()
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    made.add(name)
    if (/\.(?:xml|rels)$/.test(name))
      for (const each of elementsOf(name, new TextDecoder('utf-8', { fatal: true }).decode(part))) made.add(each)
  }
  return made
}

/** Formulas are counted apart: a sheet has more of them when it has more rows. */
export function formulasIn(bytes: Uint8Array): string[] {
  return readWorkbook(bytes).sheets.flatMap(({ cells }) => [...cells.values()].flatMap(({ formula }) => formula ?? []))
}

const illegal =
  /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/iu
const doing = /^(?:w:instrText|w:fldSimple|w:fldChar|w:hyperlink|hyperlink|f|Relationship)$/

function elementsOf(part: string, markup: string): string[] {
  if (illegal.test(markup) || markup.includes('<!DOCTYPE'))
    throw new Error(`${part} is no XML: ${illegal.exec(markup)?.[0]}`)
  const made: string[] = []
  const open: string[] = []
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        open.push(name)
        made.push(
          `<${name} ${Object.keys(attributes)
            .filter((each) => each !== 'xml:space')
            .toSorted()
            .join(' ')}>`,
        )
        if (name === 'Relationship') made.push(JSON.stringify(attributes))
        if (doing.test(name)) made.push(`doing ${part} ${name}`)
      },
      onclosetag: (name) => {
        if (open.pop() !== name) throw new Error(`${part}: ${name} closes what is not open`)
      },
      oncdatastart: () => void made.push('cdata'),
      onprocessinginstruction: (name) => void made.push(`instruction ${name}`),
    },
    { xmlMode: true },
  )
  parser.end(markup)
  return made
}

/** What the other is not made of. */
export function foreignIn(made: Made, plain: Made): string[] {
  return [...made].filter((each) => !plain.has(each))
}
