import type { Connector } from './connector.ts'
import type { Bytes, Reason } from './reading.ts'
import { headOf } from './decode.ts'
import { delimiterSaid, dialectOf } from './dialect.ts'
import { MOST_COLUMNS } from './dialect-score.ts'
import { formOf, notATable } from './signature.ts'
import { accountedFor, hasTrailingDelimiter, type Known, signsOf, type Surveying } from './survey-account.ts'
import { frameOf, layoutOf } from './survey-layout.ts'
import type { Stretch } from './survey-lines.ts'
import type { Frame } from './survey-next.ts'
import { partsOf } from './survey-parts.ts'
import { isTooWide, namesCutIn, type Row, rowsOf, shapeOf } from './survey-rows.ts'
import { type Sizes, usualSizes } from './survey-sample.ts'
import { surveySheets } from './survey-sheet.ts'
import { type Text, textOf } from './survey-text.ts'
import { type Broken, isBroken, type Marks } from './table.ts'

/**
 * Of a whole file, or why there is no table in it. An empty file is a table of nothing. A text is read through twice: for
 * its signs and its shape, of which in a long text a sample tells, and for its rows; no more than that sample and a few
 * lines are in memory, however large the file. The connectors are asked which of several sheets is meant, and nothing else.
 */
export function surveyTable(
  bytes: Bytes,
  known: readonly Connector[] = [],
  sizes: Sizes = usualSizes,
): Surveying | { readonly reason: Reason } {
  const head = headOf(bytes)
  const form = formOf(head)
  if (form) return surveySheets(bytes, head, form, known, sizes.listed)
  const reason = notATable(head)
  if (reason && reason.id !== 'empty') return { reason }
  const text = textOf(bytes, head, sizes)
  return isBroken(text) ? text : surveyText(text, sizes.listed)
}

function surveyText(text: Text, mostListed: number): Surveying | Broken {
  const { stretches, isWhole } = text.sample
  const lines = stretches.flatMap((stretch) => stretch.lines)
  const said = delimiterSaid(lines[0])
  const skipped = said === null ? 0 : 1
  const marks = dialectOf(lines.slice(skipped), said)
  const shape = shapeOf(lines.slice(skipped), marks)
  if (isTooWide(lines, shape)) return { reason: { id: 'too_large', part: 'columns', limit: MOST_COLUMNS } }
  const first = Array.from(rowsOf(from(skipped, stretches), marks, shape.columns))
  const names = namesCutIn(first, lines, marks, shape)
  const rows = Array.from(withNames(first, names))
  const frame = frameOf({ ...shape, rows })
  const isTrimmed = hasTrailingDelimiter(layoutOf({ ...shape, rows }, frame))
  const { physical } = text
  const signs = signsOf(text, marks, shape.width)
  const known: Known = { signs, physical, width: shape.width, names: frame.names, skipped, isTrimmed, mostListed }
  const read = isWhole ? accountedFor(partsOf(rows, frame), known) : rowsRead(text, marks, names, frame, known)
  return { header: frame.names, rows: read }
}

function* rowsRead(
  { stretches }: Text,
  marks: Marks,
  names: Row | null,
  frame: Frame,
  known: Known,
): Surveying['rows'] {
  const all = stretches()
  let broken: Broken | null = null
  const noting = function* (): Generator<Stretch, void, void> {
    const end = yield* all
    if (isBroken(end)) broken = end
  }
  try {
    const rows = withNames(rowsOf(from(known.skipped, noting()), marks, frame.columns), names)
    const survey = yield* accountedFor(partsOf(rows, frame), known)
    return broken ?? survey
  } finally {
    all.return({ isCut: false }) // a reader who stops early leaves no file open
  }
}

/** Without the lines that say how to read the others. */
function* from(skipped: number, stretches: Iterable<Stretch>): Generator<Stretch, void, void> {
  for (const { first, lines } of stretches) {
    const some = first === 1 ? lines.slice(skipped) : lines
    if (some.length > 0) yield { first: first === 1 ? first + skipped : first, lines: some }
  }
}

function* withNames(rows: Iterable<Row>, names: Row | null): Generator<Row, void, void> {
  for (const row of rows) yield row.line === names?.line ? names : row
}
