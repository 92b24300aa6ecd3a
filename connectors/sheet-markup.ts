import { Parser } from 'htmlparser2'
import type { Reason } from './reading.ts'
import { type Broken, damaged, type Pieces, type Whole } from './table.ts'

export type Attributes = Readonly<Record<string, string>>

/** What becomes of the tags and texts of a page: names without their prefix, entities decoded. */
export type Handler = {
  readonly open: (name: string, attributes: Attributes) => void
  readonly text: (text: string) => void
  readonly close: (name: string) => void
}

/** Where a handler puts what it has made, or why it will not go on. */
export type Sink<Item> = { readonly items: Item[]; broken: Reason | null }

const DEEPEST = 500
export const LONGEST = 32 * 1024 * 1024 // letters: a tag, or one cell

/**
 * Items made from markup, as they come. No document type is read, so no entity can unfold; what is never closed, too
 * deep or too long is refused before it fills the memory.
 */
export function* readMarkup<Item>(
  pieces: Pieces,
  kind: 'html' | 'xml',
  handlerOf: (sink: Sink<Item>) => Handler,
): Generator<Item, Broken | Whole, void> {
  const sink: Sink<Item> = { items: [], broken: null }
  const state = { depth: 0, isEmpty: false, isEnding: false, isCut: false }
  const parser = parserOf(handlerOf(sink), sink, state, kind)
  let written = 0
  try {
    let next = pieces.next()
    for (; next.done !== true; next = pieces.next()) {
      parser.write(next.value)
      written += next.value.length
      if (written - parser.endIndex > LONGEST) return endless
      if (sink.broken) return { reason: sink.broken }
      yield* sink.items.splice(0)
    }
    if ('reason' in next.value) return next.value
    state.isEnding = true
    parser.end()
    if (sink.broken) return { reason: sink.broken }
    yield* sink.items
    return { isCut: next.value.isCut || state.isCut }
  } finally {
    pieces.return({ isCut: false })
  }
}

const endless: Broken = { reason: { id: 'too_large', part: '<…>', limit: LONGEST } }

type State = { depth: number; isEmpty: boolean; isEnding: boolean; isCut: boolean }

/**
 * What the end of the file has to close was not closed in it: pages leave much open, but never a table. Before its
 * end, XML leaves nothing open; `<c/>` counts as closed by the parser too, and is empty.
 */
function parserOf(handler: Handler, sink: Sink<unknown>, state: State, kind: 'html' | 'xml'): Parser {
  // what is refused is not read on: a piece of a few megabytes may have a million tags within tags
  const stopBroken = (): void => void (sink.broken && parser.pause())
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (++state.depth > DEEPEST) sink.broken ??= { id: 'too_large', part: `<${name.slice(0, 40)}>`, limit: DEEPEST }
        state.isEmpty = true
        handler.open(withoutPrefix(name), attributes)
        stopBroken()
      },
      ontext: (text) => {
        state.isEmpty = false
        handler.text(text)
        stopBroken()
      },
      onclosetag: (name, isImplied) => {
        state.depth--
        if (isImplied && !state.isEmpty && !state.isEnding && kind === 'xml') sink.broken ??= damaged.reason
        if (isImplied && state.isEnding && (kind === 'xml' || name === 'table')) state.isCut = true
        state.isEmpty = false
        handler.close(withoutPrefix(name))
        stopBroken()
      },
    },
    { xmlMode: kind === 'xml' },
  )
  return parser
}

function withoutPrefix(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
