import { expect, test } from 'vitest'
import { cases } from './cases.ts'
import { calm, sweep } from './sweep.ts'

test.each(cases)('$name, killed at every step, comes to the same when it is run again', async (each) => {
  const undisturbed = await calm(each)
  process.stdout.write(`${each.name}: ${undisturbed.steps.length} steps\n`)
  expect(await sweep(undisturbed, 'kill')).toEqual([])
})
