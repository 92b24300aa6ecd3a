import { buildCommand, type Command, type RouteMap } from '@stricli/core'
import { systems } from '../../connectors/connector.ts'
import { type Completed, completionScript, type Takes } from '../../reports/completion-script.ts'
import type { Words } from '../../reports/words.ts'
import { kinds } from '../rules/rule.ts'
import type { Common, Desk } from '../world.ts'
import { choiceOf, commonFlags } from './flags.ts'

const shells = ['bash', 'zsh'] as const

type Tree = () => Promise<RouteMap<Desk>>

/** The script by which a shell completes this command line; `tree` is all of its commands, loaded. */
export function completionCommand(tree: Tree) {
  return (words: Words): Command<Desk> =>
    buildCommand<Common, [string], Desk>({
      docs: { brief: words.command.completion },
      parameters: {
        flags: commonFlags(words),
        positional: {
          kind: 'tuple',
          parameters: [{ parse: String, brief: words.flag.shell, placeholder: shells.join('|') }],
        },
      },
      func: async function (this: Desk, { json }, asked) {
        const shell = choiceOf('SHELL', asked, shells)!
        const all = completedOf('', await tree())
        if (json) this.world.out(`${JSON.stringify({ schema: 1, shell, commands: all }, null, 2)}\n`)
        else this.world.out(completionScript(all, shell))
      },
    })
}

function completedOf(path: string, target: Command<Desk> | RouteMap<Desk>): Completed[] {
  if (!('getAllEntries' in target)) return [completedCommand(path, target)]
  const entries = target.getAllEntries().filter(({ hidden }) => !hidden)
  const below = (name: string): string => (path === '' ? name : `${path} ${name}`)
  const usual = target.getDefaultCommand()
  const own = usual === undefined ? nothing(path) : completedCommand(path, usual)
  const commands = entries.map(({ name }) => name['convert-camel-to-kebab'])
  return [
    { ...own, commands },
    ...entries.flatMap(({ name, target: each }) => completedOf(below(name['convert-camel-to-kebab']), each)),
  ]
}

function nothing(path: string): Completed {
  const top = path === '' ? [{ name: '--lang', takes: ['vi', 'en'] }] : []
  return { path, commands: [], switches: path === '' ? ['--version'] : [], flags: top, argument: 'text' }
}

function completedCommand(path: string, { parameters }: Command<Desk>): Completed {
  const flags = Object.entries(parameters.flags ?? {}).map(([name, flag]) => ({ name: flagName(name), flag }))
  const positional = parameters.positional?.kind === 'tuple' ? parameters.positional.parameters : []
  return {
    path,
    commands: [],
    switches: flags.filter(({ flag }) => flag.kind === 'boolean').map(({ name }) => name),
    flags: flags.flatMap(({ name, flag }) => {
      if (flag.kind === 'boolean') return []
      if (flag.kind === 'enum') return [{ name, takes: flag.values }]
      return [{ name, takes: takesOf(flag.placeholder) }]
    }),
    argument: takesOf(positional[0]?.placeholder),
  }
}

function flagName(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/** What a placeholder stands for, as help shows it: `a|b` are words. */
function takesOf(placeholder: string | undefined): Takes {
  if (placeholder === undefined) return 'text'
  if (/^(FILE|DIR|FOLDER)$/.test(placeholder)) return 'files'
  return placeholder.includes('|') ? placeholder.split('|') : (words[placeholder] ?? 'text')
}

const words: Readonly<Record<string, readonly string[]>> = {
  KIND: kinds,
  SYSTEM: systems,
  ID: systems,
  STATE: ['new', 'open', 'acknowledged', 'resolved', 'reopened'],
  stage: ['load', 'normalize', 'reconcile', 'summarize', 'publish'],
}
