import { buildCommand, buildRouteMap, type Command, type RouteMap } from '@stricli/core'
import { wordsIn, type Words } from '../../reports/words.ts'
import type { Desk } from '../world.ts'

type Route = Command<Desk> | RouteMap<Desk>
type Made = (words: Words) => Route
type Shown = (brief: string) => Route

/**
 * The commands, in the order of a day: the night's work, its results, where they come from, the machinery. Of each what
 * the help of all says of it, and where it is.
 */
const commands = {
  nightly: [takes(), async () => (await import('./nightly.ts')).nightlyCommand],
  run: [takes('stage'), async () => (await import('./run.ts')).runCommand],
  plan: [takes(), async () => (await import('./plan.ts')).planCommand],
  figures: [takes(), async () => (await import('./figures.ts')).figuresCommand],
  discrepancies: [
    holds('list', 'ack', 'reopen', 'links', 'link', 'unlink'),
    async () => (await import('./discrepancies.ts')).discrepancyRoutes,
  ],
  dossiers: [takes(), async () => (await import('./dossiers.ts')).dossiersCommand],
  rejects: [takes(), async () => (await import('./rejects.ts')).rejectsCommand],
  files: [holds('list', 'retract'), async () => (await import('./files.ts')).fileRoutes],
  report: [takes(), async () => (await import('./report.ts')).reportCommand],
  city: [takes(), async () => (await import('./city.ts')).cityCommand],
  verify: [takes('FOLDER'), async () => (await import('./verify.ts')).verifyCommand],
  why: [takes('WHAT'), async () => (await import('./why.ts')).whyCommand],
  close: [takes('PERIOD'), async () => (await import('./closing.ts')).closeCommand],
  reopen: [takes('PERIOD'), async () => (await import('./closing.ts')).reopenCommand],
  restate: [takes('PERIOD'), async () => (await import('./closing.ts')).restateCommand],
  changes: [takes(), async () => (await import('./changes.ts')).changesCommand],
  check: [takes('FILE'), async () => (await import('./check.ts')).checkCommand],
  status: [takes(), async () => (await import('./status.ts')).statusCommand],
  doctor: [takes(), async () => (await import('./doctor.ts')).doctorCommand],
  init: [takes(), async () => (await import('./init.ts')).initCommand],
  backup: [takes(), async () => (await import('./backup.ts')).backupCommand],
  restore: [takes(), async () => (await import('./restore.ts')).restoreCommand],
  purge: [takes(), async () => (await import('./purge.ts')).purgeCommand],
  completion: [takes('bash|zsh'), async () => (await import('./completion.ts')).completionCommand(everyRoute)],
  connector: [holds('list', 'new', 'test', 'try'), async () => (await import('./connector.ts')).connectorRoutes],
} as const satisfies Record<string, readonly [Shown, () => Promise<Made>]>

type Name = keyof typeof commands

/** Only commands that are named are loaded: to load all of them takes longer than most answers do. */
export async function routes(words: Words, given: readonly string[]): Promise<RouteMap<Desk>> {
  const targets = Object.entries<readonly [Shown, () => Promise<Made>]>(commands).map(async ([name, [shown, load]]) => {
    const route = given.includes(name) ? (await load())(words) : shown(words.command[name as Name])
    return [name, route] as const
  })
  return buildRouteMap<string, Desk>({
    routes: Object.fromEntries(await Promise.all(targets)),
    docs: { brief: words.command.doisoat },
  })
}

/** Every command, loaded: for whoever wants to know of all of them. */
function everyRoute(): Promise<RouteMap<Desk>> {
  return routes(wordsIn('vi'), Object.keys(commands))
}

/** A command, of which is shown what it cannot do without. */
function takes(placeholder?: string): Shown {
  return (brief) =>
    placeholder === undefined
      ? buildCommand<object, [], Desk>({ docs: { brief }, parameters: {}, func: () => {} })
      : buildCommand<object, [string], Desk>({
          docs: { brief },
          parameters: { positional: { kind: 'tuple', parameters: [{ parse: String, brief: '', placeholder }] } },
          func: () => {},
        })
}

/** Several commands under one name. */
function holds(...names: string[]): Shown {
  return (brief) =>
    buildRouteMap<string, Desk>({
      routes: Object.fromEntries(names.map((name) => [name, takes()('')])),
      docs: { brief },
    })
}
