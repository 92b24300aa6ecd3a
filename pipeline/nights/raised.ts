import type { System } from '../../connectors/connector.ts'
import type { Span } from '../period.ts'
import type { Detail, Finding, Kind, Source } from '../rules/rule.ts'

/** A discrepancy as tonight's rules raised it. */
export type Raised = {
  readonly key: string // the kind, what it is about, the system: never a line or a file's name
  readonly kind: Kind
  readonly dossier: number | null
  readonly code: string | null
  readonly system: System | null
  readonly systems: readonly System[]
  readonly detail: Detail
  readonly sources: readonly Source[]
  readonly place: Span | null
}

/** `about` is the dossier's code, or what stands for it: an own number, the first day of a window. */
export function raised(
  kind: Kind,
  about: string,
  { system, systems, detail, sources, place }: Finding,
  dossier: { dossier: number; code: string } | null,
): Raised {
  const key = [kind, about, system].filter((part) => part !== null).join('/')
  return {
    key,
    kind,
    dossier: dossier?.dossier ?? null,
    code: dossier?.code ?? null,
    system,
    systems: [...new Set(systems)],
    detail,
    sources,
    place: place === undefined ? null : { from: place.from, to: place.to },
  }
}
