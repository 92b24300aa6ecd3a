import type { Legacy } from './legacy.ts'
import { delimiterIn, oddCells } from './odd-cells.ts'
import { oddWordsOf, type Word, wordReader } from './verdict.ts'

/**
 * Gives back text of which some was typed in an old alphabet and saved as Unicode, and some was typed right: a column,
 * a cell, a word. A word that makes a syllable one way only is decided by that; any other goes with the nearest such
 * word of its cell, else with its cell, its column, the file. What columns are is learnt from the first pieces, until they
 * have said enough; pieces have the same bytes however they came.
 */
export function restorerOf(legacy: Legacy): (piece: string) => string {
  const habits: Habits = {
    pattern: oddWordsOf(legacy),
    read: wordReader(legacy),
    delimiter: null,
    byColumn: new Map(),
    ofFile: 0,
    heard: 0,
    met: new Map([true, false].map((isOld) => [isOld, new Map<string, string>()])),
  }
  let pieces = 0
  return (piece) => {
    if (pieces++ % REMEMBERED === 0) for (const met of habits.met.values()) met.clear()
    if (habits.heard < ENOUGH) learn(piece, habits)
    return restored(piece, habits)
  }
}

/** What the cells of each column, and all of them together, speak for. */
type Habits = {
  readonly pattern: RegExp
  readonly read: (spelt: string) => Word
  delimiter: number | null
  readonly byColumn: Map<number, number>
  ofFile: number
  heard: number // words that spoke for one or the other
  readonly met: ReadonlyMap<boolean, Map<string, string>> // cells where the habit is for the old alphabet, and where not
}

const REMEMBERED = 4 // pieces: a cell that is remembered keeps all the text around it in memory
const ENOUGH = 500 // a header alone has fewer

function learn(piece: string, habits: Habits): void {
  habits.delimiter ??= delimiterIn(piece)
  for (const { start, end, column } of oddCells(piece, habits.delimiter)) {
    const words = (piece.slice(start, end).match(habits.pattern) ?? []).map(habits.read)
    const leaning = leaningOf(words)
    habits.byColumn.set(column, (habits.byColumn.get(column) ?? 0) + leaning)
    habits.ofFile += leaning
    habits.heard += words.filter(({ verdict }) => verdict !== 0).length
  }
}

function leaningOf(words: readonly Word[]): number {
  return words.reduce((sum, { verdict }) => sum + verdict, 0)
}

function restored(piece: string, habits: Habits): string {
  const { byColumn, ofFile } = habits
  const parts: string[] = []
  let done = 0
  for (const { start, end, column } of oddCells(piece, habits.delimiter!)) {
    const isOld = (byColumn.get(column) || ofFile) > 0
    parts.push(piece.slice(done, start), knownCell(piece.slice(start, end), isOld, habits))
    done = end
  }
  parts.push(piece.slice(done))
  return parts.join('')
}

/** Most cells are met again. */
function knownCell(cell: string, isOld: boolean, habits: Habits): string {
  const met = habits.met.get(isOld)!
  const known = met.get(cell)
  if (known !== undefined) return known
  const restored = restoredCell(cell, isOld, habits)
  met.set(cell, restored)
  return restored
}

function restoredCell(cell: string, isOld: boolean, { pattern, read }: Habits): string {
  const words = (cell.match(pattern) ?? []).map(read)
  if (words.every(({ verdict }) => verdict === -2)) return cell
  const leaning = leaningOf(words) || (isOld ? 1 : -1)
  let [restored, done] = ['', 0]
  for (let i = 0; i < words.length; i++) {
    const { spelt, decoded } = words[i]!
    const at = cell.indexOf(spelt, done)
    restored += cell.slice(done, at) + ((nearestProof(words, i) || leaning) > 0 ? decoded : spelt)
    done = at + spelt.length
  }
  return restored + cell.slice(done)
}

const FAR = 40

/** Its own, if it is one. */
function nearestProof(words: readonly Word[], at: number): number {
  const last = Math.min(FAR, words.length)
  for (let far = 0; far < last; far++) {
    const proof = proofOf(words[at - far]) || proofOf(words[at + far])
    if (proof !== 0) return proof
  }
  return 0
}

function proofOf(word: Word | undefined): number {
  return word?.verdict === 2 || word?.verdict === -2 ? word.verdict : 0
}
