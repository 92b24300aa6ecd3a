import { basename } from 'node:path'
import { agencyCode as agencyPattern } from '../config/config-value.ts'
import type { Answers } from '../../reports/setup/config-yaml.ts'
import type { Words } from '../../reports/words.ts'
import { Trouble } from '../trouble.ts'
import type { World } from '../world.ts'

/** The answers that were given as flags. */
export type Given = {
  readonly name?: string
  readonly city?: string
  readonly centre?: string
  readonly agencyCode?: string
  readonly centreAccounts?: string
  readonly householdAccounts?: string
  readonly inbox?: string
  readonly database?: string
  readonly out?: string
  readonly regime?: string
}

type Key = keyof Answers

/** In the order in which they are asked. */
export const answerKeys = [
  'name',
  'city',
  'centre',
  'agencyCode',
  'centreAccounts',
  'householdAccounts',
  'inbox',
  'database',
  'out',
  'regime',
] as const satisfies readonly Key[]

/** Those that nobody else can know. */
export const neededKeys = [
  'name',
  'city',
  'agencyCode',
  'centreAccounts',
  'householdAccounts',
] as const satisfies readonly Key[]

/**
 * Flags first; what they leave open is asked on a terminal (with `yes`, only what has no usual answer), each until the
 * answer can be used. Throws Trouble `setup_missing`, `setup_answer` or `setup_left`; nothing has been written then.
 */
export async function answersOf(
  given: Given,
  yes: boolean,
  world: World,
  words: Words,
  file: string,
): Promise<Answers> {
  const known = new Map<Key, Answers[Key]>()
  for (const key of answerKeys) {
    const text = given[key]
    if (text !== undefined) known.set(key, fromFlag(key, text))
  }
  const open = answerKeys.filter((key) => !known.has(key))
  const needed = neededKeys.filter((key) => !known.has(key))
  const ask = world.ask
  if (ask === undefined && needed.length > 0) throw new Trouble('setup_missing', { flags: needed.map(flagOf) })
  const asked: readonly Key[] = yes ? needed : open
  if (ask !== undefined && asked.length > 0) world.err(`${words.setup.greeting(file)}\n`)
  for (const key of open) {
    const answer = ask === undefined || !asked.includes(key) ? null : await askFor(key, known, { ...world, ask }, words)
    known.set(key, answer ?? read(key, usual(key, known, words)!)!.value)
  }
  if (ask !== undefined && !yes) await askWhether(ask, words, file)
  return Object.fromEntries(known) as Answers
}

/** `agencyCode` as it is written on a command line. */
export function flagOf(key: Key): string {
  return `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

type Read = { readonly value: Answers[Key] }

function fromFlag(key: Key, text: string): Answers[Key] {
  const answer = read(key, text)
  if (answer === null)
    throw new Trouble('setup_answer', { option: flagOf(key), found: text, expected: expectedOf(key) })
  return answer.value
}

/** null: it cannot be used. */
function read(key: Key, typed: string): Read | null {
  const text = typed.trim()
  if (key === 'centreAccounts' || key === 'householdAccounts') return accounts(key, text)
  if (key === 'regime') return text === 'nd09' || text === 'calendar' ? { value: text } : null
  if (key === 'agencyCode') return agencyPattern.test(text) ? { value: text } : null
  return text === '' ? null : { value: text }
}

function accounts(key: Key, text: string): Read | null {
  const value = text === '-' ? [] : text.split(/[,;]/).flatMap((each) => each.trim() || [])
  return value.length > 0 || (key === 'householdAccounts' && text === '-') ? { value } : null
}

function expectedOf(key: Key): string {
  if (key === 'agencyCode') return 'agency_code'
  if (key === 'regime') return 'regime'
  return key === 'centreAccounts' || key === 'householdAccounts' ? 'accounts' : 'text'
}

/** What most wards would answer; null where nobody else can know. */
function usual(key: Key, known: ReadonlyMap<Key, Answers[Key]>, { setup }: Words): string | null {
  const name = known.get('name')
  if (key === 'centre') return typeof name === 'string' ? setup.centreOf(name) : null
  return usualTexts[key] ?? null
}

const usualTexts: Readonly<Partial<Record<Key, string>>> = {
  inbox: './inbox',
  database: './var/doisoat.db',
  out: './out',
  regime: 'nd09',
}

type Asker = World & { readonly ask: NonNullable<World['ask']> }

async function askFor(
  key: Key,
  known: ReadonlyMap<Key, Answers[Key]>,
  world: Asker,
  words: Words,
): Promise<Answers[Key]> {
  const otherwise = usual(key, known, words)
  for (;;) {
    const typed = await world.ask(`${words.setup.ask[key]}${otherwise === null ? '' : ` [${otherwise}]`}: `)
    if (typed === null) throw new Trouble('setup_left', {})
    const text = typed.trim() === '' ? (otherwise ?? '') : typed
    const answer = read(key, text)
    if (answer !== null) return answer.value
    world.err(`${words.setup.notThat(text, expectedOf(key))}\n`)
  }
}

const NO = /^[kn]/i // không, no: whichever language asks

async function askWhether(ask: Asker['ask'], { setup }: Words, file: string): Promise<void> {
  const typed = await ask(`${setup.ask.write(basename(file))}: `)
  if (typed === null || NO.test(typed.trim())) throw new Trouble('setup_left', {})
}
