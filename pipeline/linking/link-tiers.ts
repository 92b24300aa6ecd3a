import { type Codeless, isSameRow, type Known, numberKey, place, rowKey, type Told } from './codeless.ts'
import { agree, areTwoPersons, type Marks, type Met, metBy } from './marks.ts'

export type Tier = 'confirmed' | 'own_number' | 'identity' | 'name'

/** A dossier that a row may tell of, and the values that met; none where a person said so. */
export type Candidate = { readonly dossier: number; readonly met: readonly Met[]; readonly decision: number | null }

export type Finder = { readonly tier: Tier; readonly find: (row: Codeless) => readonly Candidate[] }

/**
 * The ways in which a row without a code is matched, the strongest first: a person's word; the ministry's own number,
 * seen with a code; procedure, identity and day of reception, the name breaking a tie; procedure, name and day, where
 * an identity is missing or damaged. (A code that could be cleaned is a code: its row is not asked about here.)
 * `taken` are the places that are no candidates any more.
 */
export function tiersOn({ told, seen, confirmed }: Known, taken: ReadonlySet<string>): readonly Finder[] {
  const decisions = Map.groupBy(confirmed, rowKey)
  const numbers = Map.groupBy(seen, numberKey)
  const identities = Map.groupBy(told, identityKey)
  const names = Map.groupBy(told, nameKey)
  const dossiers = Map.groupBy(told, ({ dossier }) => dossier)
  const isOpen = (row: Codeless) => (each: Told) => isInTime(each, row) && !taken.has(place(row.export, each.dossier))
  const isOthers = (row: Codeless, { dossier }: Told): boolean =>
    dossiers.get(dossier)!.some((each) => isInTime(each, row) && areTwoPersons(row, each))
  const confirmedFor = (row: Codeless) => (decisions.get(rowKey(row)) ?? []).filter((each) => isSameRow(row, each))
  const seenFor = (row: Codeless) =>
    (numbers.get(numberKey(row)) ?? []).filter(isOpen(row)).filter((each) => agree(row, each))
  const sameFor = (row: Codeless) =>
    (identities.get(identityKey(row)) ?? []).filter(isOpen(row)).filter((each) => hasMet(row, each, 'identity'))
  const namedFor = (row: Codeless) =>
    (names.get(nameKey(row)) ?? [])
      .filter(isOpen(row))
      .filter((each) => hasMet(row, each, 'person') && !isOthers(row, each))
  return [
    { tier: 'confirmed', find: (row) => candidates(confirmedFor(row), () => []) },
    { tier: 'own_number', find: (row) => candidates(seenFor(row), (each) => ['own_number', ...metBy(row, each)]) },
    { tier: 'identity', find: (row) => candidates(ofTheName(row, sameFor(row)), (each) => metBy(row, each)) },
    { tier: 'name', find: (row) => candidates(namedFor(row), (each) => metBy(row, each)) },
  ]
}

/** An export whose window begins after the row's has ended is of a later month. */
function isInTime({ from }: Told, { to }: Codeless): boolean {
  return from <= to
}

/** Procedure, day and whom: that is what a match is made of. */
function hasMet(a: Marks, b: Marks, whom: 'identity' | 'person'): boolean {
  const met = metBy(a, b)
  return met.includes('procedure') && met.includes('received') && met.includes(whom)
}

function identityKey({ procedure, day, identity }: Marks): string {
  return `${procedure} ${day} ${identity}`
}

function nameKey({ procedure, day, name }: Marks): string {
  return `${procedure} ${day} ${name}`
}

/** Where several dossiers meet, those of the same name, if there are any: as it stands, else without accents. */
function ofTheName<Row extends Marks & { readonly dossier: number }>(
  row: Codeless,
  rows: readonly Row[],
): readonly Row[] {
  if (new Set(rows.map(({ dossier }) => dossier)).size < 2) return rows
  for (const key of ['name', 'plainName'] as const) {
    const named = rows.filter((each) => each[key] !== null && each[key] === row[key])
    if (named.length > 0) return named
  }
  return rows
}

/** Several rows that tell of one dossier are one candidate; what any of them met has met. */
function candidates<Row extends { readonly dossier: number; readonly decision?: number }>(
  rows: readonly Row[],
  metIn: (row: Row) => readonly Met[],
): Candidate[] {
  return [...Map.groupBy(rows, ({ dossier }) => dossier)]
    .toSorted(([a], [b]) => a - b)
    .map(([dossier, same]) => ({
      dossier,
      met: [...new Set(same.flatMap(metIn))].toSorted(),
      decision: same.at(-1)!.decision ?? null,
    }))
}
