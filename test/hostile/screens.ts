import type { Listed } from '../../pipeline/discrepancy-list.ts'
import { rowsIn } from '../support/database.ts'
import type { Done, Ward } from '../support/ward.ts'
import { inCsv, inJson, onScreen } from './checks.ts'
import { period } from './night.ts'

/** What is wrong with what commands print on a ward, a line each; every `nth` discrepancy is asked about. */
export async function wrongOnScreens(ward: Ward, nth: number): Promise<string[]> {
  const { discrepancies } = await ward.ask<{ discrepancies: Listed[] }>('discrepancies')
  const some = discrepancies.filter((_, at) => at % nth === 0)
  const commands = [
    ...['status', 'plan', 'doctor', 'rejects', 'files', 'discrepancies', 'changes'].map((name) => [name]),
    ['discrepancies', 'links'],
    ['figures', '--period', period],
    ['why', `${period}/received_total`],
    ...some.flatMap(({ code, key }) => [['why', code ?? key]]),
  ]
  const wrong: string[] = []
  for (const each of commands) {
    wrong.push(...found(each, await ward.doisoat(...each), onScreen))
    wrong.push(...found([...each, '--json'], await ward.doisoat(...each, '--json'), inJson))
  }
  for (const each of ['discrepancies', 'dossiers'])
    wrong.push(...found([each, '--csv'], await ward.doisoat(each, '--csv'), inCsv))
  wrong.push(...found(['dossiers', '--json'], await ward.doisoat('dossiers', '--json'), inJson))
  return wrong
}

function found(command: readonly string[], { code, out, err }: Done, look: (text: string) => string[]): string[] {
  const told = code > 1 ? [`exit ${code}: ${err.slice(0, 500)}`] : look(out)
  return [...told, ...onScreen(err)].map((what) => `${command.join(' ')}: ${what}`)
}

/** A text as a reason, a name and a thing asked for: it is kept to the letter, and shown without its signs. */
export async function asReason(ward: Ward, whole: string): Promise<string[]> {
  const text = whole.replaceAll('\0', '') // no argument has one
  const why = text.startsWith('-') ? [`--why=${text}`] : ['--why', text]
  const shown: readonly string[][] = [
    ['discrepancies', '--unmask', ...why, '--kind', 'due_date_suspect'],
    ['discrepancies', '--unmask', ...why, '--kind', 'due_date_suspect', '--csv'],
    ['why', text],
    ['verify', text],
    ['connector', 'try', text],
    ['figures', '--period', text],
    ['nosuch', text],
    [text],
  ]
  const wrong: string[] = []
  for (const given of shown) {
    const { code, out, err } = await ward.doisoat(...given)
    const look = given.includes('--csv') && code === 0 ? inCsv : onScreen
    if (code > 2) wrong.push(`${JSON.stringify(given)}: exit ${code}: ${err.slice(0, 300)}`)
    wrong.push(...[...look(out), ...onScreen(err)].map((what) => `${JSON.stringify(given)}: ${what}`))
  }
  const kept = reasonsOf(ward).at(-1)
  return kept === text.trim() || kept === text || text.trim() === '' ? wrong : [...wrong, `${JSON.stringify(text)} kept as ${JSON.stringify(kept)}`] // prettier-ignore
}

function reasonsOf({ database }: Ward): string[] {
  const all = rowsIn<{ why: string }>(database, 'select why from unmasking order by unmasking')
  return all.map(({ why }) => why)
}
