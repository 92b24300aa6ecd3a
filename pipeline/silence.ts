import type { System } from '../connectors/connector.ts'
import type { Dossier } from './dossier.ts'
import type { Span } from './period.ts'
import { exportMissing } from './raise-on-files.ts'
import type { Raised } from './raised.ts'
import type { Setting } from './setting.ts'

/** Who could say nothing tonight, dossier by dossier. */
export type Silence = {
  readonly note: (dossier: Dossier) => void
  /** Whether the system was silent about the dossier; about everything, where no dossier is meant. */
  readonly isSilent: (dossier: number | null, system: System) => boolean
  /** One discrepancy for each system that has dossiers in a window, or is expected, and handed over nothing for it. */
  readonly missingExports: (expected: readonly System[]) => Raised[]
}

export function makeSilence(setting: Setting): Silence {
  const unheard = new Map<number, System[]>()
  const missing = new Map<string, { readonly system: System; readonly window: Span; dossiers: number }>()
  const miss = (system: System, window: Span, dossiers: number): void => {
    const key = `${system} ${window.from}`
    const known = missing.get(key)
    if (known === undefined) missing.set(key, { system, window, dossiers })
    else known.dossiers += dossiers
  }
  return {
    note: (dossier) => {
      const silent = silentSystems(dossier)
      if (silent.length > 0) unheard.set(dossier.facts.dossier, silent)
      if (!dossier.own || dossier.receivedDay === null) return
      for (const system of silent) if (system === dossier.ministrySystem) miss(system, dossier.window, 1)
    },
    isSilent: (dossier, system) =>
      dossier === null ? !setting.exports.has(system) : (unheard.get(dossier) ?? []).includes(system),
    missingExports: (expected) => {
      const last = lastWindow(setting)
      if (last !== null) for (const system of expected) if (!covers(system, last, setting)) miss(system, last, 0)
      return [...missing.values()].map(({ system, window, dossiers }) => exportMissing(system, window, dossiers))
    },
  }
}

function silentSystems({ portal, book, ministry, ministrySystem }: Dossier): System[] {
  const opinions = [
    ['dvcqg', portal],
    ['trungtam', book],
    [ministrySystem, ministry],
  ] as const
  return opinions.flatMap(([system, opinion]) => (system !== null && opinion.is === 'silent' ? [system] : []))
}

/** The window that ends last, of all that anyone handed over. */
function lastWindow({ exports }: Setting): Span | null {
  const all = [...exports.values()].flat()
  return all.reduce<Span | null>((a, b) => (a === null || b.to > a.to ? b : a), null)
}

function covers(system: System, { to }: Span, { exports }: Setting): boolean {
  return (exports.get(system) ?? []).some((each) => each.from <= to && to <= each.to)
}
