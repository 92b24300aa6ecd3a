import { cellText } from './sheet.ts'
import { type Attributes, type Handler, LONGEST, type Sink } from './sheet-markup.ts'
import { type Style, unescaped } from './workbook-cell.ts'

const MOST_STRINGS = 2_000_000

export type Target = { readonly id: string; readonly path: string }

export function targetHandler(sink: Sink<Target>): Handler {
  return opening((name, attributes) => {
    if (name !== 'Relationship') return
    const { Id: id = '', Target: target = '' } = attributes
    sink.items.push({ id, path: target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}` })
  })
}

export type Listed = { readonly is: 'sheet' | 'days1904'; readonly name: string; readonly id: string }

/** A sheet that was hidden is not what somebody handed over. */
export function sheetHandler(sink: Sink<Listed>): Handler {
  return opening((name, attributes) => {
    const { name: sheet = '', state = 'visible', date1904 } = attributes
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? ''
    if (name === 'sheet' && state === 'visible') sink.items.push({ is: 'sheet', name: sheet, id })
    if (name === 'workbookPr' && (date1904 === '1' || date1904 === 'true')) {
      sink.items.push({ is: 'days1904', name: '', id: '' })
    }
  })
}

/** Many cells have the same string; some have it in parts, each in a style of its own, or with its sound beside it. */
export function stringHandler(sink: Sink<string>): Handler {
  let [text, isText, isPhonetic, count] = ['', false, false, 0]
  return {
    open: (name) => {
      if (name === 't') isText = !isPhonetic
      else if (name === 'rPh') isPhonetic = true
    },
    text: (part) => {
      if (isText && text.length <= LONGEST) text += part
    },
    close: (name) => {
      if (name === 't') isText = false
      else if (name === 'rPh') isPhonetic = false
      else if (name === 'si') {
        if (++count > MOST_STRINGS)
          sink.broken ??= { id: 'too_large', part: 'xl/sharedStrings.xml', limit: MOST_STRINGS }
        else sink.items.push(cellText(unescaped(text)))
        text = ''
      }
    },
  }
}

function opening(open: Handler['open']): Handler {
  return { open, text: () => {}, close: () => {} }
}

/** The styles that cells name by their place in the list. */
export function styleHandler(sink: Sink<Style>): Handler {
  const formats = new Map<number, string>()
  let isInCells = false
  return {
    open: (name, attributes) => {
      if (name === 'numFmt') formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      else if (name === 'cellXfs') isInCells = true
      else if (name === 'xf' && isInCells) sink.items.push(styleOf(attributes, formats))
    },
    text: () => {},
    close: (name) => {
      if (name === 'cellXfs') isInCells = false
    },
  }
}

function styleOf(attributes: Attributes, formats: ReadonlyMap<number, string>): Style {
  const id = Number(attributes['numFmtId'] ?? 0)
  const code = formats.get(id)
  if (code !== undefined) return styleOfCode(code)
  if (id === 22 || (id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return 'time'
  return (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'moment' : 'plain'
}

const LONGEST_CODE = 255 // letters: a spreadsheet makes none that is longer
const LITERALS = /"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi

function styleOfCode(code: string): Style {
  const [positive = ''] = code.slice(0, LONGEST_CODE).replaceAll(LITERALS, '').split(';')
  if (/^0{2,}$/.test(positive)) return positive.length
  if (/general/i.test(positive) || !/[dmyhs]/i.test(positive)) return 'plain'
  return /[hs]/i.test(positive) ? 'time' : 'moment'
}
