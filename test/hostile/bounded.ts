import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Ward } from '../support/ward.ts'

const inTurn = join(import.meta.dirname, '../network/in-turn.ts')

/** A night in a process of its own, which is ended after some seconds: how it ended, and how many MiB it took at most. */
export function nightApart(
  { folder }: Ward,
  seconds: number,
): { readonly status: number | null; readonly mebibytes: number; readonly err: string } {
  const given = [inTurn, folder, JSON.stringify([['nightly', '--as-of', '2026-02-13']])]
  const { status, stdout, stderr } = spawnSync(process.execPath, given, { encoding: 'utf8', timeout: seconds * 1000, killSignal: 'SIGKILL' }) // prettier-ignore
  return { status, mebibytes: Number(stdout) / 1024, err: stderr }
}
