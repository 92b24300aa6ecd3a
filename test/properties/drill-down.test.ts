import { expect, test } from 'vitest'
import { bases } from '../../pipeline/figures.ts'
import { askable, tellingOf, type WhyFigure, whyFigure } from '../../pipeline/why/why-figure.ts'
import { inFolder, nightOf, put } from '../recount/program.ts'
import { worldOf } from '../recount/world.ts'

test('of a generated month every figure opens to as many dossiers as it says', { timeout: 120_000 }, async () => {
  let opened = 0
  const worlds = Array.from({ length: 30 }, (_, i) => worldOf(9000 + i, 40)).filter(({ dossiers }) => dossiers > 30)
  for (const world of worlds.slice(0, 4)) {
    const { seed } = world
    const { asOf } = world.nights.at(-1)!
    await inFolder(world, async (folder) => {
      for (const { path, bytes } of world.nights.flatMap(({ files }) => files)) put(folder, path, bytes)
      const whys: [number, string, string, WhyFigure][] = []
      const { figures } = await nightOf(world, folder, asOf, async (night) => {
        for (const [i, period] of world.periods.entries()) {
          const telling = tellingOf(night, period)
          for (const basis of bases)
            for (const figure of askable)
              whys.push([i, basis, figure, whyFigure(night, period, figure, basis, undefined, telling)])
        }
      })
      for (const [i, basis, figure, why] of whys) {
        const stated = figures[i]![basis as 'all']
        const walk = Object.fromEntries(stated.reconciliation.map(({ line, count }) => [line, count]))
        const said = { ...walk, ...stated.figures, unexplained: Math.abs(walk['unexplained']!) }[figure]
        if (said === null && why.value === null) continue // a list that it is counted from was not handed over
        expect([seed, i, basis, figure, numberBehind(why)]).toEqual([seed, i, basis, figure, said])
        expect(why.dossiers.every(({ lines }) => lines.length > 0)).toBe(true)
        opened += why.dossiers.length
      }
    })
  }
  expect(opened).toBeGreaterThan(1000)
})

/** How many there are, the share in hundredths of a percent, or the sum. */
function numberBehind({ figure, dossiers, base }: WhyFigure): number | null {
  if (figure === 'online_payment_total') return dossiers.reduce((sum, each) => sum + each.amount_dong!, 0)
  if (base === null) return dossiers.length
  return base.count === 0 ? null : Math.floor((dossiers.length / base.count) * 10_000 + 0.5) / 100
}
