import { main } from '../../pipeline/cli.ts'
import { quietWorld } from '../support/quiet-world.ts'
import type { Stage } from './scene.ts'

/** Whoever looks at the last line wants a stop as soon as files are read: what the program says. */
export async function stoppedWhileLoading({ ward, now }: Stage): Promise<string> {
  let stop: ((exit: 130) => void) | null = null
  let err = ''
  await main(
    quietWorld(ward.folder, ['nightly', '--as-of', '2026-02-13'], {
      now: () => new Date(now),
      err: (text) => void (err += text),
      line: { columns: () => 200, draw: (text) => void (text.startsWith('Nạp') && stop?.(130)) },
      signals: (seen) => {
        stop = seen
        return () => (stop = null)
      },
    }),
  )
  return err
}
