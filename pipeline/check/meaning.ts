import type { RateKey } from '../figures.ts'
import type { Doubt } from './piece.ts'
import type { Answers, Meaning, StatedKey } from './stated.ts'
import type { Tag } from './vocabulary.ts'

/** What dossiers a sentence is talking of: its parts may leave it out. */
export type Group = 'received' | 'resolved' | 'pending'

/** What a number of dossiers counts, by the words beside it and by what the text was talking of. */
export function meaningsOf(tags: ReadonlySet<Tag>, context: Group | null): readonly Meaning[] | Doubt {
  const said = [...tags]
  if (said.length === 0) return 'no_words'
  const group = groupOf(tags) ?? context
  const fitting = rules.filter(({ of, beside, group: needed }) => {
    const isSaid = of.every((tag) => tags.has(tag)) && said.every((tag) => of.includes(tag) || beside.includes(tag))
    return isSaid && (needed === undefined || needed === group)
  })
  const [best] = fitting.toSorted(
    (a, b) => b.of.length - a.of.length || Number(b.group !== undefined) - Number(a.group !== undefined),
  )
  const mayBeMany = tags.has('in_time') || said.every((tag) => tag === 'sum')
  return best?.meanings ?? (mayBeMany ? 'ambiguous' : 'no_figure')
}

/** The rate that the words name; null when they name a share of some figure, or none at all. */
export function rateOf(tags: ReadonlySet<Tag>): RateKey | null {
  if (tags.has('reused')) return 'reuse_rate'
  if (tags.has('payment')) return 'online_payment_rate'
  return tags.has('digitized') ? 'digitized_rate' : null
}

/** What the words of a part say that the sentence is talking of; null when they leave it out. */
export function groupOf(tags: ReadonlySet<Tag>): Group | null {
  if (tags.has('pending') || tags.has('not_due')) return 'pending'
  if (tags.has('resolved') || tags.has('resolve')) return 'resolved'
  return ['received', 'new', 'carried', 'all'].some((tag) => tags.has(tag as Tag)) ? 'received' : null
}

type Rule = {
  readonly of: readonly Tag[]
  readonly beside: readonly Tag[]
  readonly group?: Group
  readonly meanings: readonly Meaning[]
}

const RECEIVED: readonly Tag[] = ['received', 'sum']
const RESOLVED: readonly Tag[] = ['resolved', 'resolve', 'sum']
const PENDING: readonly Tag[] = ['pending', 'sum', 'resolve']

const rules: readonly Rule[] = [
  rule(
    ['received'],
    [],
    [meaning('received_total', { received_is: 'total' }), meaning('received_new', { received_is: 'new' })],
  ),
  rule(['received', 'sum'], [], 'received_total'),
  rule(['sum'], [], 'received_total', 'received'),
  rule(['all'], [...RECEIVED, 'resolve'], 'received_total'),
  rule(['new'], RECEIVED, 'received_new'),
  rule(['carried'], [...RECEIVED, 'pending', 'resolve'], 'carried_in'),
  ...channels('online', 'received_online', 'new_online'),
  ...channels('direct', 'received_direct', 'new_direct'),
  ...channels('direct_or_post', 'received_direct', 'new_direct'),
  ...channels('post', 'received_post', 'new_post'),
  rule(['direct', 'post'], RECEIVED, 'received_direct', 'received'),

  rule(
    ['resolved'],
    ['resolve', 'sum'],
    [
      meaning('resolved_total', { resolved_is: 'total' }),
      meaning('resolved_with_result', { resolved_is: 'with_result' }),
    ],
  ),
  rule(
    ['resolve'],
    [],
    [
      meaning('resolved_total', { resolved_is: 'total' }),
      meaning('resolved_with_result', { resolved_is: 'with_result' }),
    ],
  ),
  rule(
    ['resolve', 'sum'],
    [],
    [meaning('received_total', { whole_is: 'received' }), meaning('resolved_total', { whole_is: 'resolved' })],
  ),
  rule(['early'], RESOLVED, 'resolved_early'),
  rule(['on_time'], RESOLVED, 'resolved_on_time'),
  rule(['early_or_on_time'], RESOLVED, 'resolved_early_or_on_time'),
  rule(['early', 'on_time'], RESOLVED, 'resolved_early_or_on_time'),
  rule(['in_time'], RESOLVED, 'resolved_early_or_on_time', 'resolved'),
  rule(['overdue'], RESOLVED, 'resolved_overdue', 'resolved'),
  rule(['refused'], RESOLVED, 'refused'),
  rule(['returned'], RESOLVED, 'returned'),
  rule(['withdrawn'], RESOLVED, 'withdrawn'),
  rule(['refused', 'withdrawn'], RESOLVED, 'refused_or_withdrawn'),
  rule(['returned', 'withdrawn'], RESOLVED, 'refused_or_withdrawn'),
  rule(['refused', 'returned'], RESOLVED, 'refused'),
  rule(['refused', 'returned', 'withdrawn'], RESOLVED, 'refused_or_withdrawn'),

  rule(['pending'], PENDING, 'pending_total'),
  rule(['not_due'], [...PENDING, 'in_time'], 'pending_in_time'),
  rule(['in_time'], PENDING, 'pending_in_time', 'pending'),
  rule(['on_time', 'pending'], PENDING, 'pending_in_time'),
  rule(['overdue'], PENDING, 'pending_overdue', 'pending'),
  rule(['overdue', 'resolved', 'pending'], ['resolve', 'sum'], 'overdue_total'),
  rule(
    ['overdue'],
    ['sum'],
    [meaning('resolved_overdue', { overdue_is: 'resolved' }), meaning('pending_overdue', { overdue_is: 'pending' })],
  ),
  rule(['due'], RESOLVED, 'due_in_period'),

  rule(['fee'], RESOLVED, 'fee_dossiers'),
  rule(['collected'], RESOLVED, 'paid_dossiers'), // the report counts those that paid
  rule(['payment'], ['fee', 'collected', 'sum'], 'paid_dossiers'),
  rule(['digitized'], ['sum'], 'digitized_dossiers'),
  rule(['reused'], ['digitized', 'sum'], 'reused_dossiers'),
]

/** Online, at the counter and by post divide what was received: all of it, or what is new, as the form II.06a has it. */
function channels(tag: Tag, total: StatedKey, fresh: StatedKey): Rule[] {
  const either = [meaning(total, { channels_of: 'total' }), meaning(fresh, { channels_of: 'new' })]
  return [rule([tag], RECEIVED, either, 'received'), rule([tag, 'new'], RECEIVED, fresh)]
}

function meaning(key: StatedKey, under: Answers): Meaning {
  return { key, under }
}

function rule(of: readonly Tag[], beside: readonly Tag[], means: StatedKey | readonly Meaning[], group?: Group): Rule {
  const meanings = typeof means === 'string' ? [meaning(means, {})] : means
  return { of, beside, meanings, ...(group === undefined ? {} : { group }) }
}
