import { type DossierMutation, type Fault, seenBy } from './mutation.ts'
import { cellsAt, linesFor } from './sheet.ts'
import { all, set, type Target, type Told } from './target.ts'

/** Cells that cannot be read, or say what no catalogue knows; damage that is mended is quiet. */
export const cells: readonly DossierMutation[] = [
  ...(['portal', 'ministry'] as const).flatMap((list): DossierMutation[] => [
    damage(list, 'status', 'Đang bay', 'unknown_status'),
    damage(list, 'received', '31/02/2026', 'invalid_date'),
    damage(list, 'due', '5 giờ chiều', 'invalid_date'),
    damage(list, 'identity', '3.11957E+10', 'spreadsheet_damage'),
    {
      name: `unknown procedure in ${list}`,
      make: (target, { random }) =>
        seenBy(all(set(target[list], { procedure: `9.99${1000 + random(9000)}` })), `unknown_procedure ${target.code}`),
    },
    {
      name: `identity cut in ${list}`,
      make: (target) => {
        const { identity } = target[list].row
        if (identity == null || !/^0\d{11}$/.test(identity)) return null
        return seenBy(all(set(target[list], { identity: identity.slice(0, 8) })), `invalid_identity ${target.code}`)
      },
    },
    {
      name: `a leading zero lost in ${list}`,
      make: (target) => {
        const { identity } = target[list].row
        if (identity == null || !/^0\d{11}$/.test(identity)) return null
        return seenBy(all(set(target[list], { identity: identity.slice(1) })), `quiet ${target.code}`)
      },
    },
    { name: `a cell too many in ${list}`, make: (target) => wider(target, target[list]) },
    { name: `a cell too few in ${list}`, make: (target) => narrower(target, target[list]) },
  ]),
  damage('portal', 'fee_dong', '12.O00', 'invalid_number'),
  damage('portal', 'channel', 'Bồ câu', 'invalid_word'),
  {
    name: "a procedure's last zero lost in the book",
    make: ({ code, book, procedure }) =>
      book !== null && procedure.code.endsWith('0')
        ? seenBy(all(set(book, { procedure: procedure.code.replace(/0+$/, '') })), `quiet ${code}`)
        : null,
  },
]

function damage(list: 'portal' | 'ministry', field: string, cell: string, reason: string): DossierMutation {
  return {
    name: `${reason}: ${field} in ${list}`,
    make: (target) => seenBy(all(set(target[list], { [field]: cell })), `unreadable_row ${target.code} ${reason}`),
  }
}

/** A sign of division that got into a cell: nobody knows which of them is one too many. */
function wider(target: Target, told: Told): Fault | null {
  return reshaped(
    target,
    told,
    [...cellsAt(told.sheet, told), 'x'],
    told.lines > 1 ? 'swallowed_lines' : 'extra_columns',
  )
}

function narrower(target: Target, told: Told): Fault | null {
  return reshaped(target, told, cellsAt(told.sheet, told).slice(0, -2), 'missing_columns')
}

function reshaped({ code }: Target, { sheet, at, lines }: Told, row: readonly string[], reason: string): Fault {
  return {
    edits: [{ path: sheet.path, at, lines, put: linesFor(sheet, row) }],
    anyOf: [[`unreadable_row ${code} ${reason}`]],
  }
}
