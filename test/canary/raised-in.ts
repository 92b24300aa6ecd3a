import { discrepanciesIn, named } from '../support/truth.ts'
import { openWard } from '../support/ward.ts'

/** What a night on these exports raises. */
export async function raisedIn(files: readonly (readonly [string, string])[], asOf: string): Promise<string[]> {
  const ward = openWard()
  for (const [path, text] of files) ward.put(path, text)
  await ward.nightly(asOf)
  return named(await discrepanciesIn(ward))
}
