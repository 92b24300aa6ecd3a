import { type Balance, balanceOf } from './balance.ts'
import { type Taken, waysToTake } from './readings.ts'
import { type Repair, repairsOf } from './repair.ts'
import { type Question, questions, type Statement } from './stated.ts'

/** One way to take a statement, and what the sums say then. */
export type Way = { readonly taken: Taken; readonly balance: Balance }

/** The way that leaves the least unexplained; what it takes for granted; how else the figures would have to be. */
export type Outcome = {
  readonly best: Way
  readonly conditions: readonly {
    readonly question: Question
    readonly answer: string
    readonly otherwise: number | 'broken'
  }[]
  readonly undecided: readonly Question[] // either answer leaves equally much unexplained
  readonly repairs: readonly Repair[] // the smallest of any way; none where the sums hold
  readonly moreRepairs: boolean
}

/**
 * An unusual meaning is taken only where everything adds up under it. Of ways that leave equally much unexplained, the
 * one with the more usual meanings is taken.
 */
export function outcomesOf(statement: Statement): Outcome {
  const ways = waysToTake(statement).map((taken) => ({ taken, balance: balanceOf(taken.values) }))
  const cost = (way: Way): number => (costOf(way) === OPEN && unusual(way) > 0 ? BROKEN + 1 : costOf(way))
  const best = ways.toSorted((a, b) => cost(a) - cost(b) || unusual(a) - unusual(b))[0]!
  if (costOf(best) === BROKEN) return repaired(ways)
  const { conditions, undecided } = weighed(best, ways)
  return { best, conditions, undecided, repairs: [], moreRepairs: false }
}

const [OPEN, BROKEN] = [1, 2]

/** What is broken cannot be; what is in no class can, when somebody left it out. */
function costOf({ balance }: Way): number {
  return balance.broken.length > 0 ? BROKEN : balance.open.length > 0 ? OPEN : 0
}

/** Of what is simply ambiguous no meaning is more usual than the other. */
function unusual({ taken: { answers } }: Way): number {
  const hasUsual = new Set<Question>(['received_is', 'channels_of', 'resolved_is'])
  return asked(answers).filter((question) => hasUsual.has(question) && answers[question] !== questions[question][0])
    .length
}

/** In how many meanings two ways differ. */
function apart(a: Way, b: Way): number {
  return asked(a.taken.answers).filter((question) => a.taken.answers[question] !== b.taken.answers[question]).length
}

/**
 * A meaning is a condition when it is not the usual one, or when the other one could be too but would leave dossiers in
 * no class. What the sums refute needs no condition. Where both would do, that is said, unless nothing hangs on it.
 */
function weighed(best: Way, ways: readonly Way[]): Pick<Outcome, 'conditions' | 'undecided'> {
  const { answers, values } = best.taken
  const pairs = asked(answers).flatMap((question) => {
    const others = ways.filter(({ taken }) => taken.answers[question] !== answers[question])
    const [other] = others.toSorted((a, b) => apart(best, a) - apart(best, b) || costOf(a) - costOf(b))
    return other === undefined ? [] : [{ question, answer: answers[question]!, other }]
  })
  const isUsual = ({ question, answer }: (typeof pairs)[number]): boolean => answer === questions[question][0]
  const same = pairs.filter((each) => isUsual(each) && costOf(each.other) === costOf(best))
  const worse = pairs.filter((each) => !isUsual(each) || (costOf(each.other) === OPEN && costOf(best) < OPEN))
  return {
    conditions: worse.map(({ question, answer, other }) => ({ question, answer, otherwise: unexplainedIn(other) })),
    undecided: same
      .map(({ question }) => question)
      .filter((question) => question !== 'received_is' || values.has('carried_in')),
  }
}

function unexplainedIn({ balance }: Way): number | 'broken' {
  return balance.broken.length > 0 ? 'broken' : balance.open.reduce((sum, { gap }) => sum + gap, 0)
}

/** The way with the fewest figures to change; the usual one where several need as many. */
function repaired(ways: readonly Way[]): Outcome {
  const tried = ways.map((way) => ({ way, ...repairsOf(way.taken.values) }))
  const size = ({ repairs }: (typeof tried)[number]): number => repairs[0]?.changes.length ?? Infinity
  const [best] = tried.toSorted(
    (a, b) => (size(a) === size(b) ? 0 : size(a) - size(b)) || unusual(a.way) - unusual(b.way),
  )
  return { best: best!.way, conditions: [], undecided: [], repairs: best!.repairs, moreRepairs: best!.more }
}

function asked(answers: Taken['answers']): Question[] {
  return Object.keys(answers) as Question[]
}
