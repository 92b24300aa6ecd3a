import type { Values } from './balance.ts'
import { type Answers, type Question, questions, type StatedCount, type StatedKey, type Statement } from './stated.ts'

/** One way to take a statement: what was answered, which figure each of its counts is, and the values that follow. */
export type Taken = { readonly answers: Answers; readonly keys: readonly StatedKey[]; readonly values: Values }

/** Every way to take a statement's words, the usual one first. */
export function waysToTake({ counts }: Statement): Taken[] {
  const asked = askedOf(counts)
  const ways = asked.reduce<Answers[]>(
    (answers, question) =>
      answers.flatMap((each) => questions[question].map((answer) => ({ ...each, [question]: answer }))),
    [{}],
  )
  return ways.filter(isSensible(asked)).map((answers) => takenUnder(answers, counts))
}

/** The questions that matter: where nothing hangs on the answer, the usual one is taken. */
function askedOf(counts: readonly StatedCount[]): Question[] {
  const has = (...keys: readonly StatedKey[]): boolean =>
    counts.some(({ meanings }) => meanings.length === 1 && keys.includes(meanings[0]!.key))
  const matters: Readonly<Record<Question, boolean>> = {
    received_is: !has('received_new'),
    channels_of: has('carried_in', 'received_new'),
    overdue_is: true,
    resolved_is: has('refused', 'returned', 'withdrawn', 'refused_or_withdrawn'),
    whole_is: true,
  }
  const open = new Set(
    counts.flatMap(({ meanings }) => (meanings.length > 1 ? meanings.flatMap(({ under }) => Object.keys(under)) : [])),
  )
  return (Object.keys(questions) as Question[]).filter((question) => matters[question] && open.has(question))
}

/** Where what was received are the new ones, its channels divide those. */
function isSensible(asked: readonly Question[]): (answers: Answers) => boolean {
  return ({ received_is, channels_of }) =>
    received_is !== 'new' || channels_of === 'new' || !asked.includes('channels_of')
}

function takenUnder(answers: Answers, counts: readonly StatedCount[]): Taken {
  const full: Answers = { ...usual, ...(answers.received_is === 'new' ? { channels_of: 'new' } : {}), ...answers }
  const meant = counts.map(({ meanings }) => meanings.find(({ under }) => isUnder(under, full))!.key)
  const all = new Set(meant)
  const keys = meant.map((key) => finer(key, all))
  return { answers, keys, values: valuesOf(keys, counts) }
}

const usual = Object.fromEntries(Object.entries(questions).map(([question, [first]]) => [question, first])) as Answers

function isUnder(under: Answers, answers: Answers): boolean {
  return (Object.keys(under) as Question[]).every((question) => under[question] === answers[question])
}

/** Beside `bưu chính`, `trực tiếp` is the counter alone; `trả lại` is a refusal, beside `từ chối` the other part of them. */
function finer(key: StatedKey, all: ReadonlySet<StatedKey>): StatedKey {
  if (key === 'received_direct' && all.has('received_post')) return 'received_counter'
  if (key === 'new_direct' && all.has('new_post')) return 'new_counter'
  if (key === 'refused' && all.has('returned')) return 'turned_down'
  return key === 'returned' && !all.has('refused') && !all.has('turned_down') ? 'refused' : key
}

/** A figure that is stated again with the same value is one figure; with another, both are kept: `refused#2`. */
function valuesOf(keys: readonly StatedKey[], counts: readonly StatedCount[]): Values {
  const values = new Map<string, number>()
  const byKey = Map.groupBy(
    keys.map((key, at) => ({ key, value: counts[at]!.value })),
    ({ key }) => key,
  )
  for (const [key, stated] of byKey)
    [...new Set(stated.map(({ value }) => value))].forEach((value, nth) =>
      values.set(nth === 0 ? key : `${key}#${nth + 1}`, value),
    )
  return values
}
