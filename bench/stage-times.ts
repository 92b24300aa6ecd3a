import { main } from '../pipeline/cli.ts'
import { quietWorld } from '../test/support/quiet-world.ts'
import { table } from './results.ts'

/**
 * What each stage of a ward's first night takes, in this process; a stage ends when it says so. `thousands`: of dossiers,
 * for what a thousand take.
 */
export async function stageTable(folder: string, unit: string, asOf: string, thousands: number): Promise<string> {
  const said: { readonly at: number; readonly line: string }[] = [{ at: performance.now(), line: '' }]
  const code = await main(
    quietWorld(folder, ['nightly', '--unit', unit, '--as-of', asOf, '--lang', 'en'], {
      now: () => new Date(),
      err: (text) => void said.push({ at: performance.now(), line: text.trim() }),
    }),
  )
  if (code !== 0) throw new Error(`a ward's night ended with ${code}: ${said.at(-1)!.line}`)
  const rows = said.slice(1).map(({ at, line }, i) => {
    const seconds = (at - said[i]!.at) / 1000
    return [line.split(':')[0]!, seconds.toFixed(2), (seconds / thousands).toFixed(3)]
  })
  return table(['a ward’s first night, up to the end of', 'seconds', 'a thousand dossiers'], rows)
}
