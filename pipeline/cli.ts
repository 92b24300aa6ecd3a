import { type Application, type ApplicationContext, buildApplication, run } from '@stricli/core'
import { inJson, onScreen } from '../reports/screen.ts'
import { foldedTo } from '../reports/screen-width.ts'
import { wordsIn, type Words } from '../reports/words.ts'
import { helpText } from './help-text.ts'
import { routes } from './commands/routes.ts'
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
  const isTable = isJson || world.arguments.includes('--csv') // for another program, or to be copied as it is
  const { line, ...others } = world
  const fit = (text: string, columns?: () => number): string => (columns === undefined || isTable ? text : foldedTo(columns(), text)) // prettier-ignore
  return {
    ...others,
    ...(line && !isQuiet && { line: { ...line, draw: (text) => line.draw(onScreen(text, false)) } }),
    out: (text) => world.out(isJson ? inJson(text) : fit(onScreen(text, world.colour), world.columns)),
    err: (text) => world.err(fit(onScreen(text, world.colour), line?.columns)),
  }
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
