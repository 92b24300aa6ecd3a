import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { main } from '../../pipeline/cli.ts'
import { quietWorld } from './quiet-world.ts'
import type { Ward } from './ward.ts'

export const guide = readFileSync(join(import.meta.dirname, '../../HUONG-DAN.md'), 'utf8')

/** What stands in the guide behind a command: its words, and what it prints; `…` is what was left out. */
export function shownFor(command: string): { readonly given: string[]; readonly printed: string[] } {
  const block = guide.split('```').find((each) => each.startsWith(`\n$ doisoat ${command}`))!
  const [line, ...printed] = block.trim().split('\n') as [string, ...string[]]
  const given = [...line.slice('$ doisoat '.length).matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!) // prettier-ignore
  return { given, printed }
}

/** What the program prints, with the guide's folders in the place of ours. */
export async function printedBy(ward: Ward, given: readonly string[], now: string): Promise<string[]> {
  let said = ''
  const machine = { ...quietWorld('', []).machine, program: ['/srv/doisoat/bin/doisoat'] }
  const heard = (text: string): void => void (said += text)
  await main(quietWorld(ward.folder, given, { now: () => new Date(now), machine, out: heard, err: heard }))
  return said.replaceAll(ward.folder, '/srv/phuong').trimEnd().split('\n')
}

/** The lines of the guide are those of the program, in their order, and next to each other but where some were left out. */
export function holds(shown: readonly string[], printed: readonly string[]): string[] {
  let at = 0
  let isLoose = false
  return shown.flatMap((line) => {
    if (line === '…') {
      isLoose = true
      return []
    }
    const found = printed.indexOf(line, at)
    const stands = found >= at && (isLoose || found === at)
    isLoose = false
    at = stands ? found + 1 : at
    return stands ? [] : [line]
  })
}
