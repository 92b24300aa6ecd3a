import { type Application, type ApplicationContext, buildApplication, buildRouteMap, run } from '@stricli/core'
import { inJson, onScreen } from '../reports/screen.ts'
import { wordsIn, type Words } from '../reports/words.ts'
import { backupCommand } from './commands/backup.ts'
import { changesCommand } from './commands/changes.ts'
import { cityCommand } from './commands/city.ts'
import { closeCommand, reopenCommand, restateCommand } from './commands/closing.ts'
import { checkCommand } from './commands/check.ts'
import { connectorRoutes } from './commands/connector.ts'
import { discrepancyRoutes } from './commands/discrepancies.ts'
import { dossiersCommand } from './commands/dossiers.ts'
import { figuresCommand } from './commands/figures.ts'
import { fileRoutes } from './commands/files.ts'
import { nightlyCommand } from './commands/nightly.ts'
import { purgeCommand } from './commands/purge.ts'
import { rejectsCommand } from './commands/rejects.ts'
import { reportCommand } from './commands/report.ts'
import { restoreCommand } from './commands/restore.ts'
import { runCommand } from './commands/run.ts'
import { statusCommand } from './commands/status.ts'
import { verifyCommand } from './commands/verify.ts'
import { whyCommand } from './commands/why.ts'
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
  await run(application(words), withoutLanguage(world.arguments), desk as never)
  const stricli = Number(process.exitCode ?? 0)
  return stricli === 0 ? code : stricli < 0 ? 2 : stricli
}

/** The same world, where nothing that a file says reaches a terminal as a command to it: every text goes out here. */
function onTerminal(world: World): World {
  const isJson = world.arguments.includes('--json')
  return {
    ...world,
    out: (text) => world.out(isJson ? inJson(text) : onScreen(text, world.colour)),
    err: (text) => world.err(onScreen(text, world.colour)),
  }
}

/** The commands, in the order of a day: the night's work, its results, where they come from, the machinery. */
export function routes(words: Words) {
  return buildRouteMap({
    routes: {
      nightly: nightlyCommand(words),
      run: runCommand(words),
      figures: figuresCommand(words),
      discrepancies: discrepancyRoutes(words),
      dossiers: dossiersCommand(words),
      rejects: rejectsCommand(words),
      files: fileRoutes(words),
      report: reportCommand(words),
      city: cityCommand(words),
      verify: verifyCommand(words),
      why: whyCommand(words),
      close: closeCommand(words),
      reopen: reopenCommand(words),
      restate: restateCommand(words),
      changes: changesCommand(words),
      check: checkCommand(words),
      status: statusCommand(words),
      backup: backupCommand(words),
      restore: restoreCommand(words),
      purge: purgeCommand(words),
      connector: connectorRoutes(words),
    },
    docs: { brief: words.command.doisoat },
  })
}

function application(words: Words): Application<Desk> {
  return buildApplication<Desk>(routes(words), {
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
