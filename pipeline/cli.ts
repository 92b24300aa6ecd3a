import {
  type Application,
  type ApplicationContext,
  buildApplication,
  buildCommand,
  buildRouteMap,
  type Command,
  type RouteMap,
  run,
} from '@stricli/core'
import { inJson, onScreen } from '../reports/screen.ts'
import { wordsIn, type Words } from '../reports/words.ts'
import { helpText } from './help-text.ts'
import { Trouble } from './trouble.ts'
import { version } from './version.ts'
import type { Desk, World } from './world.ts'

/** The command line: gives the exit code. Language is known first, so that help and errors are in it too. */
export async function main(world: World): Promise<number> {
  const words = wordsIn(languageAsked(world.arguments))
  const shown = onTerminal(world)
  const process = {
    stdout: { write: shown.out },
    stderr: { write: shown.err },
    env: { ...world.env },
    exitCode: null as number | string | null,
  }
  let code: number = 0
  const exact = world.screen === true ? shown.out : world.out
  const desk: Desk & ApplicationContext = { process, world: shown, words, exact, leave: (left) => (code = left) }
  const given = withoutLanguage(world.arguments)
  await run(await application(words, given), given, desk as never)
  const stricli = Number(process.exitCode ?? 0)
  return stricli === 0 ? code : stricli < 0 ? 2 : stricli
}

/** The same world, where nothing that a file says reaches a terminal as a command to it: every text goes out here. */
function onTerminal(world: World): World {
  const isJson = world.arguments.includes('--json')
  const isQuiet = world.arguments.includes('--quiet')
  const { line, ...others } = world
  return {
    ...others,
    ...(line && !isQuiet && { line: { ...line, draw: (text) => line.draw(onScreen(text, false)) } }),
    out: (text) => world.out(isJson ? inJson(text) : onScreen(text, world.colour)),
    err: (text) => world.err(onScreen(text, world.colour)),
  }
}

type Made = (words: Words) => Command<Desk> | RouteMap<Desk>

/** The commands, in the order of a day: the night's work, its results, where they come from, the machinery. */
const commands = {
  nightly: async (): Promise<Made> => (await import('./commands/nightly.ts')).nightlyCommand,
  run: async (): Promise<Made> => (await import('./commands/run.ts')).runCommand,
  figures: async (): Promise<Made> => (await import('./commands/figures.ts')).figuresCommand,
  discrepancies: async (): Promise<Made> => (await import('./commands/discrepancies.ts')).discrepancyRoutes,
  dossiers: async (): Promise<Made> => (await import('./commands/dossiers.ts')).dossiersCommand,
  rejects: async (): Promise<Made> => (await import('./commands/rejects.ts')).rejectsCommand,
  files: async (): Promise<Made> => (await import('./commands/files.ts')).fileRoutes,
  report: async (): Promise<Made> => (await import('./commands/report.ts')).reportCommand,
  city: async (): Promise<Made> => (await import('./commands/city.ts')).cityCommand,
  verify: async (): Promise<Made> => (await import('./commands/verify.ts')).verifyCommand,
  why: async (): Promise<Made> => (await import('./commands/why.ts')).whyCommand,
  close: async (): Promise<Made> => (await import('./commands/closing.ts')).closeCommand,
  reopen: async (): Promise<Made> => (await import('./commands/closing.ts')).reopenCommand,
  restate: async (): Promise<Made> => (await import('./commands/closing.ts')).restateCommand,
  changes: async (): Promise<Made> => (await import('./commands/changes.ts')).changesCommand,
  check: async (): Promise<Made> => (await import('./commands/check.ts')).checkCommand,
  status: async (): Promise<Made> => (await import('./commands/status.ts')).statusCommand,
  backup: async (): Promise<Made> => (await import('./commands/backup.ts')).backupCommand,
  restore: async (): Promise<Made> => (await import('./commands/restore.ts')).restoreCommand,
  purge: async (): Promise<Made> => (await import('./commands/purge.ts')).purgeCommand,
  connector: async (): Promise<Made> => (await import('./commands/connector.ts')).connectorRoutes,
}

type Name = keyof typeof commands

/** Only commands that are named are loaded: loading all of them takes longer than most answers. Of others help shows a line. */
async function routes(words: Words, given: readonly string[]) {
  const names = Object.keys(commands) as Name[]
  const targets = names.map(async (name): Promise<[Name, ReturnType<Made>]> => {
    const command = given.includes(name) ? await commands[name]() : shownOnly(name)
    return [name, command(words)]
  })
  return buildRouteMap<Name, Desk>({
    routes: Object.fromEntries(await Promise.all(targets)) as Record<Name, ReturnType<Made>>,
    docs: { brief: words.command.doisoat },
  })
}

function shownOnly(name: Name): Made {
  return ({ command }) =>
    buildCommand<object, [], Desk>({ docs: { brief: command[name] }, parameters: {}, func: () => {} })
}

async function application(words: Words, given: readonly string[]): Promise<Application<Desk>> {
  return buildApplication<Desk>(await routes(words, given), {
    name: 'doisoat',
    scanner: { caseStyle: 'allow-kebab-for-camel' },
    versionInfo: { currentVersion: version },
    documentation: {
      caseStyle: 'convert-camel-to-kebab',
      disableAnsiColor: true,
      useAliasInUsageLine: false,
      onlyRequiredInUsageLine: true,
    },
    localization: { text: helpText(words) },
    determineExitCode: (error) => (error instanceof Trouble ? error.exit : 3),
  })
}

/** The language is known by now, and may stand before the command too. */
function withoutLanguage(given: readonly string[]): string[] {
  const isLanguage = (each: string | undefined): boolean => each === 'vi' || each === 'en'
  return given.filter(
    (each, at) =>
      !(each === '--lang' && isLanguage(given[at + 1])) &&
      !(given[at - 1] === '--lang' && isLanguage(each)) &&
      !/^--lang=(vi|en)$/.test(each),
  )
}

function languageAsked(given: readonly string[]): 'vi' | 'en' {
  const at = given.indexOf('--lang')
  const asked = at < 0 ? given.find((each) => each.startsWith('--lang='))?.slice('--lang='.length) : given[at + 1]
  return asked === 'en' ? 'en' : 'vi'
}
