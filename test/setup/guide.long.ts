import { expect, test } from 'vitest'
import { holds, printedBy, shownFor } from '../support/guide.ts'
import { openWard } from '../support/ward.ts'

test('the guide’s status is that of the morning after the sample month', async () => {
  const ward = openWard()
  ward.putMonth('2026-02')
  await printedBy(ward, ['nightly', '--quiet'], '2026-02-14T01:00:00Z')
  const { given, printed } = shownFor('status\nphường')
  expect(holds(printed, await printedBy(ward, given, '2026-02-14T01:00:00Z'))).toEqual([])
})
