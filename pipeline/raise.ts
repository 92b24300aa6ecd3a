import type { Dossier } from './dossier.ts'
import type { Facts } from './facts.ts'
import { isAnyones } from './own.ts'
import { type Raised, raised } from './nights/raised.ts'
import { foreignRules, orphanRules, receivedRules, unreceivedRules } from './rules/index.ts'
import type { Rule } from './rules/rule.ts'
import type { Setting } from './setting.ts'

/** Everything that is wrong with one dossier. Another unit's, or one not received, raises nothing but its own kind. */
export function raiseOn(dossier: Dossier, setting: Setting): Raised[] {
  const all: Raised[] = []
  for (const rule of rulesFor(dossier))
    for (const finding of rule.raise(dossier, setting))
      all.push(raised(rule.kind, dossier.facts.code, finding, dossier.facts))
  return all
}

/** What is wrong with payments for a code that no list of dossiers knows; a payment that cannot be read is one of them. */
export function raiseOnOrphan(facts: Facts): Raised[] {
  return orphanRules.flatMap((rule) =>
    rule.raise(facts).map((finding) => raised(rule.kind, facts.code, finding, facts)),
  )
}

function rulesFor({ own, receivedDay, facts }: Dossier): readonly Rule[] {
  if (!own) return isAnyones(facts) ? unreceivedRules : foreignRules
  return receivedDay === null ? unreceivedRules : receivedRules
}
