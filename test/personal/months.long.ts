import { describe } from 'vitest'
import { exportsOf, personalIn, searchFor } from './samples.ts'
import { saysNothingOfAnybody } from './said.ts'

const months = ['2026-01', '2026-02', '2026-03'] as const

describe('of the sample months', () => {
  const leaks = searchFor(personalIn(...months.flatMap(exportsOf)))
  saysNothingOfAnybody((ward) => months.forEach((month) => ward.putMonth(month, month)), leaks, ['2026-03-13'])
})
