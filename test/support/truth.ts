import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Listed } from '../../pipeline/discrepancy-list.ts'
import type { PeriodFigures } from '../../pipeline/period-figures.ts'
import { fixtures, type Ward } from './ward.ts'

/** What is true of a sample month, as it stands beside its exports. */
export type Truth = {
  readonly as_of: string
  readonly start: string
  readonly end: string
  readonly files: Readonly<Record<string, { readonly file: string; readonly rows: number }>>
  readonly figures: Readonly<Record<'centre' | 'all', Readonly<Record<string, number | null>>>>
  readonly discrepancies: readonly { readonly kind: string; readonly code: string | null }[]
  readonly rejects: readonly {
    readonly file: string
    readonly line: number
    readonly code: string
    readonly reason: string
  }[]
}

export const sampleMonths = ['2026-01', '2026-02', '2026-03'] as const

export function truthOf(month: string): Truth {
  return JSON.parse(readFileSync(join(fixtures, month, 'expected.json'), 'utf8')) as Truth
}

export function figuresIn(ward: Ward, period: string, basis: 'centre' | 'all' = 'centre'): Promise<PeriodFigures> {
  return ward.ask<PeriodFigures>('figures', '--period', period, '--basis', basis)
}

export async function discrepanciesIn(ward: Ward, ...given: string[]): Promise<readonly Listed[]> {
  return (await ward.ask<{ discrepancies: Listed[] }>('discrepancies', ...given)).discrepancies
}

/** `kind code`, sorted: what two lists of discrepancies must agree on. */
export function named(list: readonly { readonly kind: string; readonly code: string | null }[]): string[] {
  return list.map(({ kind, code }) => `${kind} ${code ?? ''}`).toSorted()
}
