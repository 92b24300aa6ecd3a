import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { main } from '../../pipeline/cli.ts'
import { quietWorld } from '../support/quiet-world.ts'
import type { Ward } from '../support/ward.ts'
import { guides, type Shown, shownIn, wordsIn, writeBack } from './blocks.ts'
import { brought, missing } from './compare.ts'

/** Where a part of the guides happens: a ward, and the time on its clock. */
export type Stage = { ward: Ward; now: string }

/**
 * A command of the guides by its beginning (with its first line behind a line end where several begin so), which is run
 * and must print what is shown; lines that are shown without a command, and how they come about; a block that is a file;
 * or what happens besides.
 */
export type Step =
  | string
  | { readonly types: string; readonly exits: number }
  | { readonly shows: string; readonly prints: (stage: Stage) => string | Promise<string> }
  | { readonly file: string; readonly named: string }
  | ((stage: Stage) => unknown)

export type Scene = {
  readonly is: string
  readonly opens: () => Ward | Promise<Ward>
  readonly now: string
  readonly steps: readonly Step[]
}

/** All that the guides show. */
export const all = guides.flatMap((file) => shownIn(file))

/** What is shown, as scenes name it. */
export function nameOf({ command, printed }: Shown): string {
  return [...(command === null ? [] : [command.replace(/^(?:bin\/)?doisoat /, '')]), ...printed].join('\n')
}

/** What of the guides the steps of a scene take care of. Throws where one names nothing, or more than one thing. */
export function claimedBy({ steps }: Scene): readonly Shown[] {
  return steps.flatMap((step) => (typeof step === 'function' ? [] : [shownFor(step)]))
}

function shownFor(step: Exclude<Step, (stage: Stage) => unknown>): Shown {
  const [wanted, isCommand] = typeof step === 'string' ? [step, true] : 'types' in step ? [step.types, true] : ['shows' in step ? step.shows : step.file, false] // prettier-ignore
  const found = all.filter((each) => (each.command !== null) === isCommand && `${nameOf(each)}\n`.startsWith(wanted))
  if (found.length === 1) return found[0]!
  throw new Error(`${found.length} places in the guides begin with ${JSON.stringify(wanted)}`)
}

/** What differs in a scene from what the guides show; with `isUpdating` the guides are made to show what is. */
export async function differencesIn({ opens, now, steps }: Scene, isUpdating: boolean): Promise<readonly string[]> {
  const stage: Stage = { ward: await opens(), now }
  const differences: string[] = []
  for (const step of steps) {
    if (typeof step === 'function') await step(stage)
    else if (typeof step === 'object' && 'file' in step)
      writeFileSync(join(stage.ward.folder, step.named), `${shownFor(step).printed.join('\n')}\n`)
    else differences.push(...(await differencesOf(step, stage, isUpdating)))
  }
  return differences
}

async function differencesOf(step: Exclude<Step, (stage: Stage) => unknown>, stage: Stage, isUpdating: boolean) {
  const shown = shownFor(step)
  const done = typeof step === 'object' && 'prints' in step ? { said: await step.prints(stage), code: 0 } : await typed(shown, stage) // prettier-ignore
  const printed = asInTheGuides(done.said, stage).trimEnd().split('\n')
  const wanted = typeof step === 'object' && 'exits' in step ? step.exits : 0
  const place = `${shown.file}:${shown.line}: ${shown.command ?? ''}`
  const exit = done.code === wanted ? [] : [`${place}: exit ${done.code}, not ${wanted}: ${printed.join('\n')}`]
  const isCommand = shown.command !== null
  const lines = shown.printed.length === 0 ? [] : isCommand ? missing(shown.printed, printed) : missing(['…', ...shown.printed], printed) // prettier-ignore
  if (lines.length === 0) return exit
  const isThere = lines.length < shown.printed.length // some of it, so that it is known what is meant
  if (isUpdating && isThere) {
    writeBack(
      shown,
      isCommand ? brought(shown.printed, printed) : brought(['…', ...shown.printed, '…'], printed).slice(1, -1),
    )
    return exit
  }
  return [
    ...exit,
    `${place}\n  shows  ${lines.join('\n         ')}\n  prints ${printed.slice(0, 40).join('\n         ')}`,
  ]
}

async function typed({ command }: Shown, { ward, now }: Stage): Promise<{ said: string; code: number }> {
  const [program, ...given] = wordsIn(command!)
  if (!/^(?:bin\/)?doisoat$/.test(program!)) throw new Error(`not the program: ${command}`)
  let said = ''
  const heard = (text: string): void => void (said += text)
  const machine = { ...quietWorld('', []).machine, program: ['/srv/doisoat/bin/doisoat'] }
  const code = await main(quietWorld(ward.folder, given, { now: () => new Date(now), machine, out: heard, err: heard }))
  return { said, code }
}

/** The one place where what differs from machine to machine is masked: the ward of the guides lies in /srv/phuong, and
 * nobody sees the mark in front of a list, nor its line ends. */
function asInTheGuides(text: string, { ward }: Stage): string {
  return text.replaceAll(ward.folder, '/srv/phuong').replaceAll('\uFEFF', '').replaceAll('\r\n', '\n')
}
