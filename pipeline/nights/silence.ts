import { type System, systems } from '../../connectors/connector.ts'
import type { Day } from '../day.ts'
import type { Dossier } from '../dossier.ts'
import type { Gone } from './gone.ts'
import { newestWindow, speakingFor, type Window } from './heard.ts'
import type { Span } from '../period.ts'
import { exportMissing } from '../raise-on-files.ts'
import type { Raised } from './raised.ts'
import type { Setting } from '../setting.ts'

/** Who could say nothing tonight, dossier by dossier. */
export type Silence = {
  /** Gives the systems of which a word was missed on it. */
  readonly note: (dossier: Dossier) => readonly System[]
  /** The same of dossiers of a window that stand as they were noted on an earlier night. */
  readonly stand: (windowFrom: Day, systems: readonly System[], dossiers: number) => void
  /** Whether the system said nothing tonight of the dossier; of anything, where no dossier is meant. */
  readonly isSilent: (dossier: number | null, system: System) => boolean
  /** Whether the system listed the dossier once and does not any more: it cannot have been seen to agree. */
  readonly isGone: (dossier: number | null, system: System) => boolean
  /** One discrepancy for each system that has dossiers in a window, or is expected, and handed over nothing for it. */
  readonly missingExports: (expected: readonly System[]) => Raised[]
}

export function makeSilence(setting: Setting, gone: readonly Gone[]): Silence {
  const unheard = makeUnheard()
  const vanished = new Set(gone.map(({ dossier, from }) => `${dossier} ${from.system}`))
  const last = newestWindow([...setting.exports.values()].flat())
  const missing = new Map<string, { readonly system: System; readonly window: Span; dossiers: number }>()
  const miss = (system: System, window: Span, dossiers: number): void => {
    const key = `${system} ${window.from}`
    const known = missing.get(key)
    if (known === undefined) missing.set(key, { system, window, dossiers })
    else known.dossiers += dossiers
  }
  return {
    note: (dossier) => {
      const silent = silentSystems(dossier, setting)
      if (silent.length > 0) unheard.note(dossier.facts.dossier, silent)
      if (!dossier.own || dossier.receivedDay === null) return []
      const missed = silent.filter((system) => system === dossier.ministrySystem || dossier.late.has(system))
      for (const system of missed) miss(system, dossier.window, 1)
      return missed
    },
    stand: (windowFrom, systems, dossiers) => {
      for (const system of systems) miss(system, setting.grownTo.get(windowFrom)!, dossiers)
    },
    isSilent: (dossier, system) => {
      if (dossier === null) return !setting.exports.has(system) || (last !== null && isOverdue(last, system, setting))
      return unheard.has(dossier, system)
    },
    isGone: (dossier, system) => vanished.has(`${dossier} ${system}`),
    missingExports: (expected) => {
      if (last !== null) for (const system of due(last, expected, setting)) miss(system, last, 0)
      return [...missing.values()].map(({ system, window, dossiers }) => exportMissing(system, window, dossiers))
    },
  }
}

function silentSystems(dossier: Dossier, setting: Setting): System[] {
  const { portal, book, ministry, ministrySystem, late, window } = dossier
  const silent: System[] = []
  if (portal.is === 'silent') silent.push('dvcqg')
  if (book.is === 'silent') silent.push('trungtam')
  if (ministrySystem !== null && ministry.is === 'silent') silent.push(ministrySystem)
  for (const system of late) silent.push(system)
  if (!speaksFor(window, 'dvcqg-thanhtoan', setting)) silent.push('dvcqg-thanhtoan')
  return silent
}

/** A bit a system and two bytes a dossier: where a list is missing altogether, its system is silent on all of them. */
function makeUnheard() {
  let masks = new Uint16Array(1024)
  const bit = (system: System): number => 1 << systems.indexOf(system)
  return {
    note: (dossier: number, silent: readonly System[]): void => {
      if (dossier >= masks.length) {
        const wider = new Uint16Array(dossier * 2)
        wider.set(masks)
        masks = wider
      }
      masks[dossier] = silent.reduce((mask, system) => mask | bit(system), 0)
    },
    has: (dossier: number, system: System): boolean => ((masks[dossier] ?? 0) & bit(system)) !== 0,
  }
}

/** Systems that the office expects, or that told of this window on an earlier night, and were not heard tonight. */
function due(window: Window, expected: readonly System[], setting: Setting): System[] {
  const overdue = [...setting.exports.keys()].filter((system) => isOverdue(window, system, setting))
  return [...new Set([...expected, ...overdue])].filter((system) => !speaksFor(window, system, setting))
}

function isOverdue(window: Window, system: System, setting: Setting): boolean {
  const { isOverlapping, isOverlappingHeard } = speakingFor(system, window, setting.exports)
  return isOverlapping && !isOverlappingHeard
}

function speaksFor(window: Window, system: System, setting: Setting): boolean {
  return speakingFor(system, window, setting.exports).isOverlappingHeard
}
