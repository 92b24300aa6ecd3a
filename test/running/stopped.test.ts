import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { main } from '../../pipeline/cli.ts'
import type { Status } from '../../pipeline/status.ts'
import type { World } from '../../pipeline/world.ts'
import { ledgerOf } from '../faults/state.ts'
import { one, put, smallWard, three, two } from '../faults/small-ward.ts'
import { bookRow, portalRow } from '../support/dossiers.ts'
import { exportOf, preamble } from '../support/make-export.ts'
import { quietWorld } from '../support/quiet-world.ts'
import { mean } from '../support/server.ts'
import { copyOf, openWard, publishedBy, tablesThatDiffer, type Ward } from '../support/ward.ts'

const root = join(import.meta.dirname, '../..')
const stages = ['Nạp', 'Chuẩn hoá', 'Đối soát', 'Lập số liệu', 'Xuất kết quả']

describe('a second night with changed files', () => {
  let before: Ward
  let undisturbed: Ward
  let known: Record<string, string>

  beforeAll(async () => {
    before = await smallWard()
    await before.nightly('2026-02-13')
    known = publishedBy(before)
    put(before, [one, { ...two, ended: '2026-02-12' }, three])
    undisturbed = copyOf(before)
    await undisturbed.nightly('2026-02-14')
    expect(publishedBy(undisturbed)).not.toEqual(known)
  })

  test.each(stages.map((name, at) => [name, at] as const))(
    'stopped in %s leaves with 130 and a sentence; rows and documents are as before or whole, and the same command is enough',
    async (name, at) => {
      const ward = copyOf(before)
      const { code, err } = await stoppedIn(ward, name)
      const isPublishing = at === stages.length - 1
      expect([code, err]).toEqual([130, expect.stringContaining(isPublishing ? 'tài liệu chưa viết hết' : 'còn nguyên như trước lần chạy này')]) // prettier-ignore
      expect(err).not.toMatch(/\n\s+at /)
      expect(ledgerOf(ward)).toEqual(['nightly incomplete', 'nightly interrupted'])
      expect((await ward.ask<Status>('status')).lastRun!.state).toBe('interrupted')
      if (!isPublishing) expect(tablesThatDiffer(ward, before)).toEqual([])
      if (!isPublishing) expect(publishedBy(ward)).toEqual(known)
      await ward.nightly('2026-02-14')
      expect(tablesThatDiffer(ward, undisturbed, ['run', 'sighting', 'discrepancy_event'])).toEqual([])
      expect(publishedBy(ward)).toEqual(publishedBy(undisturbed))
    },
  )

  test('a stop that comes when all is done is none', async () => {
    const ward = copyOf(before)
    const quick: Partial<World> = { signals: (seen) => () => seen(143) }
    expect(await main(quietWorld(ward.folder, ['nightly', '--as-of', '2026-02-14'], quick))).toBe(1) // a file is nobody's
    expect(ledgerOf(ward).at(-1)).toBe('nightly incomplete')
  })
})

test('SIGINT and SIGTERM in the middle of a load of twenty-four thousand rows: the real program leaves with 130 and 143, and runs to the same end afterwards', async () => {
  const ward = manyRows()
  const undisturbed = copyOf(ward)
  for (const [signal, exit] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    // prettier-ignore
    const { code, err } = await signalled(ward, signal)
    expect([signal, code, err]).toEqual([signal, exit, expect.stringMatching(/^Đã dừng theo yêu cầu: cơ sở dữ liệu/m)])
    expect(err).not.toContain('nạp:')
    expect(Object.keys(publishedBy(ward))).toEqual([])
  }
  expect((await ward.nightly('2026-02-13')).code).toBe(0)
  expect((await undisturbed.nightly('2026-02-13')).code).toBe(0)
  expect(ledgerOf(ward)).toEqual(['nightly interrupted', 'nightly interrupted', 'nightly done'])
  expect(tablesThatDiffer(ward, undisturbed, ['run', 'sighting', 'discrepancy_event'])).toEqual([])
  expect(publishedBy(ward)).toEqual(publishedBy(undisturbed))
})

/** Somebody who looks at the last line wants a stop as soon as it names a stage. */
async function stoppedIn(ward: Ward, stage: string): Promise<{ code: number; err: string }> {
  let stop: ((exit: 130) => void) | null = null
  let err = ''
  const code = await main(
    quietWorld(ward.folder, ['nightly', '--as-of', '2026-02-14'], {
      err: (text) => void (err += text),
      line: { columns: () => 200, draw: (text) => void (text.startsWith(stage) && stop?.(130)) },
      signals: (seen) => {
        stop = seen
        return () => (stop = null)
      },
    }),
  )
  return { code, err }
}

/** Two hundred dossiers, each in 120 lines: long to read, and quick to count. */
function manyRows(): Ward {
  const ward = openWard()
  const before = [preamble('2026-01-17', '2026-02-13')]
  const told = Array.from({ length: 200 }, (_, at) => ({
    code: `H24.131-260204-${String(at + 1).padStart(4, '0')}`,
    identity: String(31_195_694_000 + at).padStart(12, '0'),
  }))
  const often = told.flatMap((each) => Array.from({ length: 120 }, () => portalRow(each)))
  ward.put('cong.csv', exportOf('portal', often, { before }))
  ward.put('so.csv', exportOf('book', told.map((each) => bookRow(each)), { before })) // prettier-ignore
  return ward
}

async function signalled(ward: Ward, signal: 'SIGINT' | 'SIGTERM'): Promise<{ code: number | null; err: string }> {
  mean(ward.folder)
  const given = ['nightly', '--as-of', '2026-02-13', '--config', join(ward.folder, 'doisoat.yaml')]
  const child = spawn(process.execPath, [join(root, 'pipeline/main.ts'), ...given], { stdio: ['ignore', 'ignore', 'pipe'] }) // prettier-ignore
  let err = ''
  child.stderr.on('data', (more: Buffer) => (err += more.toString('utf8')))
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const begun = beginsIn(ward)
  while (beginsIn(ward) === begun && child.exitCode === null) await setTimeout(5)
  await setTimeout(100)
  child.kill(signal)
  return { code: await gone, err }
}

/** How many runs have begun, by their logs. */
function beginsIn({ folder }: Ward): number {
  const log = join(folder, 'var/log')
  const names = existsSync(log) ? readdirSync(log) : []
  return names.filter((name) => readFileSync(join(log, name), 'utf8').includes('"begin"')).length
}
