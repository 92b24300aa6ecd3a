import { dayText } from './format.ts'
import { table } from './terminal.ts'
import type { Words } from './words.ts'

type BackedUp = {
  readonly file: string
  readonly bytes: number
  readonly asOf: string | null
  readonly alsoKeep: readonly { readonly what: keyof Words['keeping']['place']; readonly path: string }[]
  readonly keptFiles: number
  readonly missing: readonly string[]
}

type Restored = {
  readonly dryRun: boolean
  readonly from: string
  readonly asOf: string | null
  readonly already: boolean
  readonly aside: string | null
  readonly lost: {
    readonly nights: readonly string[]
    readonly decisions: readonly string[]
    readonly acknowledgements: number
    readonly links: number
    readonly purges: number
    readonly gone: readonly string[]
  } | null
  readonly missing: readonly string[]
  readonly copies: readonly {
    readonly file: string
    readonly of: keyof Words['keeping']['copyOf']
    readonly asOf: string | null
    readonly state: keyof Words['keeping']['copyState']
  }[]
}

/** What was copied, and what the office has to copy besides. */
export function backupText({ file, bytes, asOf, alsoKeep, keptFiles, missing }: BackedUp, { keeping }: Words): string {
  const mebibytes = (bytes / 1_048_576).toFixed(1)
  return lines([
    keeping.backedUp(file, mebibytes),
    keeping.reaches(asOf === null ? null : dayText(asOf)),
    keeping.alsoKeep,
    ...alsoKeep.map(({ what, path }) => `  ${keeping.place[what](path, keptFiles)}`),
    ...(missing.length === 0 ? [] : [keeping.missing(missing.length), ...indented(missing)]),
  ])
}

/** What stands where now, what is lost by it, and what to do next. */
export function restoredText(done: Restored, words: Words): string {
  const { keeping } = words
  const { from, already, aside, dryRun } = done
  const asOf = done.asOf === null ? '–' : dayText(done.asOf)
  const head = already
    ? keeping.already(from)
    : dryRun
      ? keeping.wouldRestore(from, asOf)
      : keeping.restored(from, asOf)
  return lines([
    copiesText(done.copies, words),
    '',
    head,
    ...(aside === null ? [] : [keeping.aside(aside)]),
    ...(already ? [] : lostText(done, words)),
    ...(done.missing.length === 0 ? [] : [keeping.missing(done.missing.length), ...indented(done.missing)]),
    ...(already || dryRun ? [] : [keeping.next]),
  ])
}

function copiesText(copies: Restored['copies'], { keeping }: Words): string {
  if (copies.length === 0) return keeping.noCopies
  const { head } = keeping
  const rows = copies.map(({ file, of, asOf, state }) => [
    file,
    keeping.copyOf[of],
    asOf === null ? '–' : dayText(asOf),
    keeping.copyState[state],
  ])
  return `${keeping.copies}\n${table([head.file, head.of, head.asOf, head.state], rows)}`
}

function lostText({ lost, aside, dryRun }: Restored, { keeping }: Words): string[] {
  if (lost === null) return aside === null && !dryRun ? [] : [keeping.damagedBefore]
  const decisions = [
    ...lost.decisions,
    ...(lost.acknowledgements === 0 ? [] : [keeping.lostAcknowledgements(lost.acknowledgements)]),
    ...(lost.links === 0 ? [] : [keeping.lostLinks(lost.links)]),
  ]
  return [
    ...(lost.nights.length === 0 ? [] : [keeping.lostNights(lost.nights.map(dayText))]),
    ...(lost.gone.length === 0 ? [] : [keeping.gone(lost.gone.length), ...indented(lost.gone)]),
    ...(lost.purges === 0 ? [] : [keeping.lostPurges]),
    ...(decisions.length === 0 ? [] : [keeping.lostDecisions, ...indented(decisions)]),
  ]
}

function indented(list: readonly string[]): string[] {
  return list.map((each) => `  ${each}`)
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('')
}
