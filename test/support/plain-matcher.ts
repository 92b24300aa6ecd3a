import { foldKey, plainKey } from '../../connectors/fold.ts'

/** A dossier's row as this matcher sees it: plain values, no keys, no indexes. */
export type PlainRow = {
  readonly procedure: string | null
  readonly received: string | null
  readonly identity: string | null
  readonly isValid: boolean
  readonly person: string | null
}
export type PlainCodeless = PlainRow & {
  readonly export: number
  readonly row: number
  readonly number: string | null
  readonly to: string
}
export type PlainTold = PlainRow & { readonly dossier: number; readonly from: string }
export type PlainSeen = PlainTold & { readonly number: string }

export type PlainWorld = {
  readonly told: readonly PlainTold[]
  readonly seen: readonly PlainSeen[]
  readonly listed: readonly (readonly [number, number])[]
}

/**
 * The matcher as one would write it on paper: for each tier, each row is held against each dossier. Slow on purpose.
 * Gives `dossier tier` for a row that is matched, the candidates for one that is refused, nothing for one that is alone.
 */
export function matchPlainly(rows: readonly PlainCodeless[], world: PlainWorld): Map<PlainCodeless, string> {
  const answers = new Map<PlainCodeless, string>()
  const gone = new Set(world.listed.map(([number, dossier]) => `${number}/${dossier}`))
  for (const tier of ['own_number', 'identity', 'name']) {
    const wanted = new Map<PlainCodeless, number[]>()
    for (const row of rows) {
      if (answers.has(row)) continue
      const open = world.told.filter((each) => each.from <= row.to && !gone.has(`${row.export}/${each.dossier}`))
      const numbers = world.seen.filter((each) => each.from <= row.to && !gone.has(`${row.export}/${each.dossier}`))
      const found =
        tier === 'own_number'
          ? numbers.filter((each) => row.number === each.number && tellsTheSame(row, each))
          : tier === 'identity'
            ? chosenByName(
                row,
                open.filter((each) => sameDay(row, each) && sameProcedure(row, each) && sameId(row, each)),
              )
            : open.filter((each) => isNamesake(row, each) && !isSomebodyElses(row, each.dossier, world))
      const dossiers = [...new Set(found.map(({ dossier }) => dossier))].toSorted((a, b) => a - b)
      if (dossiers.length > 0) wanted.set(row, dossiers)
    }
    for (const [row, dossiers] of wanted) {
      const others = [...wanted].filter(([other]) => other !== row && other.export === row.export)
      const isContested = others.some(([, theirs]) => theirs.length === 1 && theirs[0] === dossiers[0])
      answers.set(row, dossiers.length === 1 && !isContested ? `${dossiers[0]} ${tier}` : `? ${dossiers.join(' ')}`)
    }
    for (const [row, answer] of answers) if (!answer.startsWith('?')) gone.add(`${row.export}/${answer.split(' ')[0]}`)
  }
  return answers
}

function sameDay(a: PlainRow, b: PlainRow): boolean {
  return a.received !== null && b.received !== null && a.received.slice(0, 10) === b.received.slice(0, 10)
}

function sameProcedure(a: PlainRow, b: PlainRow): boolean {
  return a.procedure !== null && a.procedure === b.procedure
}

function sameId(a: PlainRow, b: PlainRow): boolean {
  if (a.identity === null || a.identity !== b.identity) return false
  return a.isValid || (a.identity.length > 5 && new Set(a.identity).size > 1)
}

function differ(a: PlainRow, b: PlainRow): boolean {
  return a.isValid && b.isValid && a.identity !== b.identity
}

function tellsTheSame(a: PlainRow, b: PlainRow): boolean {
  const same = [sameDay(a, b), sameProcedure(a, b), sameId(a, b)].filter(Boolean).length
  return same >= 2 && !differ(a, b)
}

function isNamesake(a: PlainRow, b: PlainRow): boolean {
  const isDamaged = !a.isValid || !b.isValid
  const sameName = a.person !== null && b.person !== null && foldKey(a.person) === foldKey(b.person)
  return isDamaged && sameName && sameDay(a, b) && sameProcedure(a, b)
}

function isSomebodyElses(row: PlainCodeless, dossier: number, { told }: PlainWorld): boolean {
  return told.some((each) => each.dossier === dossier && each.from <= row.to && differ(row, each))
}

function chosenByName<Row extends PlainTold>(row: PlainRow, found: readonly Row[]): readonly Row[] {
  const isOne = found.every(({ dossier }) => dossier === found[0]!.dossier)
  if (isOne || row.person === null) return found
  const exact = found.filter(({ person }) => person !== null && foldKey(person) === foldKey(row.person!))
  const bare = found.filter(({ person }) => person !== null && bareName(person) === bareName(row.person!))
  return exact.length > 0 ? exact : bare.length > 0 ? bare : found
}

function bareName(person: string): string {
  return plainKey(foldKey(person))
}
