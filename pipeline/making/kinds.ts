import { kindOf } from '../../connectors/cell-kind.ts'
import { codeIn } from '../../connectors/code.ts'
import { choice, type Column, count, dong, identity, isFault, moment, serialMoment } from '../../connectors/column.ts'
import { clean } from '../../connectors/fault.ts'
import { channelWords, statusCodesAndWords, statusWords, yesOrNo } from '../../connectors/words.ts'

/** What the cells of a column may be, each with the question whether one of them is. */
export const kinds = {
  code: (cell: string) => codeIn(clean(cell)) !== null,
  number: (cell: string) => /\d/.test(cell) && !/\s/.test(clean(cell)) && codeIn(clean(cell)) === null && !isDay(cell),
  procedure: (cell: string) => /^\d\.\d{3,6}(?:[.-]\w+)*$/.test(clean(cell)),
  identity: (cell: string) => isPersonal(clean(cell)),
  day: isDay,
  serial: (cell: string) => isRead(serialMoment(''), cell),
  money: (cell: string) => isRead(dong(''), cell),
  count: (cell: string) => isRead(count(''), cell) && clean(cell).length < 4,
  status: (cell: string) => isRead(status, cell),
  status_number: (cell: string) => /^\d+$/.test(clean(cell)) && isRead(numbered, cell),
  channel: (cell: string) => isRead(channel, cell),
  yes: (cell: string) => isRead(yes, cell),
  name: (cell: string) => /^\s*[\p{L}\p{M}'’.-]+(?:\s+[\p{L}\p{M}'’.-]+){1,6}\s*$/u.test(cell),
  account: (cell: string) => /^[\w.@-]+$/.test(clean(cell)) && /[a-z]/i.test(cell),
  text: (cell: string) => ['word', 'text'].includes(kindOf(cell)),
} as const satisfies { readonly [kind: string]: (cell: string) => boolean }

export type Kind = keyof typeof kinds

const [status, numbered] = [choice(statusWords, ''), choice(statusCodesAndWords, '')]
const [channel, yes] = [choice(channelWords, ''), choice(yesOrNo, '')]

function isDay(cell: string): boolean {
  return isRead(moment(''), cell)
}

function isRead(column: Column<string | number | boolean>, cell: string): boolean {
  return !isFault(column.parse(cell))
}

function isPersonal(cell: string): boolean {
  const read = identity('hộ chiếu').parse(cell)
  return read !== null && !isFault(read) && read.isValid
}
