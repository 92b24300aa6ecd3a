import { dayText, grouped, instantText } from './format.ts'
import { reasonSentence, type Words } from './words.ts'
import { wrapped } from './wrapped.ts'

type Because = keyof Words['plan']['because']
type Reason = { readonly id: string } & Readonly<Record<string, string | number | readonly string[]>>

type PlanFile = {
  readonly path: string
  readonly bytes: number | null
  readonly as: keyof Words['plan']['file'] | 'known'
  readonly like: string | null
  readonly reason: Reason | null
}

type Work = {
  readonly exports: { readonly inForce: number; readonly changed: number }
  readonly settings: readonly (keyof Words['settings']['name'])[]
  readonly dossiers: {
    readonly known: number
    readonly anew: number | null
    readonly turning: number
    readonly because: readonly Because[]
  }
  readonly months: { readonly anew: readonly string[]; readonly standing: readonly string[] }
  readonly folders: readonly { readonly period: string; readonly why: keyof Words['plan']['folder'] }[]
  readonly others: readonly string[]
}

export type PlanValue = {
  readonly name: string
  readonly asOf: string
  readonly lastNight: { readonly asOf: string; readonly state: string } | null
  readonly running: { readonly pid: number | string; readonly since: string } | null
  readonly files: readonly PlanFile[]
  readonly work: Work | null
  readonly month: string
  readonly copy: 'none' | 'server' | { readonly file: string }
}

/** What a night would do, stage by stage, in eighty columns. */
export function planText(plan: PlanValue, words: Words): string {
  const { plan: said, terminal } = words
  const { lastNight, running, work } = plan
  const width = Math.max(...Object.values(said.stage).map((name) => name.length)) + 2
  const staged = (stage: keyof Words['plan']['stage'], lines: readonly string[]): string[] =>
    lines.flatMap((line, at) => wrapped((at === 0 ? said.stage[stage] : '').padEnd(width), line, width))
  const last =
    lastNight === null ? terminal.noNight : terminal.lastNight(dayText(lastNight.asOf), lastNight.state === 'done')
  return [
    ...wrapped('', said.head(dayText(plan.asOf), plan.name), 2),
    ...wrapped('', last, 2),
    ...(running === null ? [] : wrapped('', said.running(String(running.pid), instantText(running.since)), 2)),
    '',
    ...staged('load', inbox(plan.files, words)),
    ...staged('normalize', work === null ? [said.fromTheBeginning] : [said.exports(work.exports.inForce, work.exports.changed)]), // prettier-ignore
    ...staged('reconcile', work === null ? [said.fromTheBeginning] : dossiers(work, words)),
    ...staged('summarize', work === null ? [said.fromTheBeginning] : [said.months(work.months.anew, work.months.standing)]), // prettier-ignore
    ...staged('publish', folders(plan, words)),
    ...staged('backup', [copy(plan, words)]),
  ]
    .map((line) => `${line.trimEnd()}\n`)
    .join('')
}

const SHOWN = 10

function inbox(files: readonly PlanFile[], words: Words): string[] {
  const { plan: said } = words
  const told = files.filter(({ as }) => as !== 'known')
  const read = told.filter(isRead).length
  const known = files.length - told.length
  const left = told.filter((file) => !isRead(file) && file.as !== 'elsewhere').length
  const first = files.length === 0 ? said.noFiles : read === 0 ? said.nothingNew(known) : said.toRead(read, known)
  return [
    first,
    ...(left === 0 ? [] : [said.untaken(left)]),
    ...told.slice(0, SHOWN).map((file) => fileLine(file, words)),
    ...(told.length > SHOWN ? [said.more(told.length - SHOWN)] : []),
    ...(read === 0 ? [] : [said.unread]),
  ]
}

function isRead({ as }: PlanFile): boolean {
  return as === 'new' || as === 'changed' || as === 'again'
}

/** `2026-03/so.csv: mới, 1.234 byte`; of one that was not taken, the reason behind it. */
function fileLine({ path, bytes, as, like, reason }: PlanFile, { plan: said, fileReason }: Words): string {
  const what = as === 'known' ? '' : like === null ? said.file[as] : said.like(like)
  const size = bytes === null || as === 'elsewhere' ? '' : `, ${said.size(grouped(bytes))}`
  const why = reason === null ? '' : ` (${reasonSentence(reason.id, reason, fileReason)})`
  return `${path}: ${what}${size}${why}`
}

function dossiers({ dossiers: { known, anew, turning, because }, settings }: Work, words: Words): string[] {
  const { plan: said } = words
  const names = settings.map((each) => words.settings.name[each]).join(` ${words.settings.and} `)
  const reasons = because.map((each) => (each === 'settings' && names !== '' ? said.others(names) : said.because[each]))
  const alone = names === '' || because.includes('settings') ? [] : [said.othersAlone(names)]
  if (anew === null) return [said.allDossiers(known), ...reasons.map((each) => `- ${each}`), ...alone]
  return [anew === 0 ? said.noDossiers(known) : said.someDossiers(anew, known, turning), ...alone]
}

function folders({ work, asOf, month }: PlanValue, { plan: said }: Words): string[] {
  const named = (work?.folders ?? [{ period: month, why: 'current' as const }]).map(
    ({ period, why }) => `${period} (${said.folder[why]})`,
  )
  const others = work === null ? [said.monthsOfFiles] : work.others.length === 0 ? [] : [said.otherMonths(work.others)]
  return [said.folders(named, asOf), ...others]
}

function copy({ copy: made }: PlanValue, { plan: said }: Words): string {
  if (made === 'none') return said.noCopy
  return made === 'server' ? said.serverCopies : made.file
}
