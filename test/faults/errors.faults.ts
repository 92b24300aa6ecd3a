import { expect, test } from 'vitest'
import { cases } from './cases.ts'
import { calm, type Fault, sweep } from './sweep.ts'

const faults: readonly Fault[] = ['exception', 'ENOSPC', 'EIO']

test.each(cases)('$name, refused at every step, comes to the same when it is run again', async (each) => {
  const undisturbed = await calm(each)
  const wrong: string[] = []
  for (const fault of faults) wrong.push(...(await sweep(undisturbed, fault)))
  expect(wrong).toEqual([])
})
