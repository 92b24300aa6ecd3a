import { join } from 'node:path'
import { buildCommand, buildRouteMap } from '@stricli/core'
import { connectors } from '../../connectors/index.ts'
import { triedZipText, tryText } from '../../reports/connector-text.ts'
import { madeText } from '../../reports/connector-made-text.ts'
import { kitText } from '../../reports/kit-text.ts'
import { tableCsv } from '../../reports/table-csv.ts'
import { table } from '../../reports/terminal.ts'
import { reasonSentence, type Words } from '../../reports/words.ts'
import { testConnector } from '../kit/connector-test.ts'
import { surveyFile, tryFile } from '../kit/connector-try.ts'
import { makeConnector } from '../making/connector-new.ts'
import type { Common, Desk, World } from '../world.ts'
import { choiceOf, commonFlags, switchFlag, textFlag } from './flags.ts'

export function connectorRoutes(words: Words) {
  return buildRouteMap<string, Desk>({
    routes: { list: listCommand(words), new: newCommand(words), test: testCommand(words), try: tryCommand(words) },
    docs: { brief: words.command.connector },
  })
}

function listCommand(words: Words) {
  return buildCommand<Common, [], Desk>({
    docs: { brief: words.command.connectorList },
    parameters: { flags: commonFlags(words) },
    func: list,
  })
}

function list(this: Desk, { json }: Common): void {
  const { format, label } = this.words.terminal
  const all = connectors.map(({ system, label: name, lists }) => ({ system, label: name, lists }))
  if (json) this.world.out(`${JSON.stringify({ schema: 1, connectors: all }, null, 2)}\n`)
  else
    this.world.out(
      `${table(
        [format, label],
        all.map((each) => [each.system, each.label]),
      )}\n`,
    )
}

type NewFlags = Common & { readonly name?: string }

function newCommand(words: Words) {
  return buildCommand<NewFlags, [string, string], Desk>({
    docs: { brief: words.command.connectorNew },
    parameters: {
      flags: { ...commonFlags(words), name: textFlag(words.flag.newConnectorName, 'TEXT') },
      positional: {
        kind: 'tuple',
        parameters: [
          { parse: String, brief: words.flag.newConnector, placeholder: 'ID' },
          { parse: String, brief: words.flag.file, placeholder: 'FILE' },
        ],
      },
    },
    func: makeNew,
  })
}

const root = join(import.meta.dirname, '../..')

function makeNew(this: Desk, { json, quiet, name }: NewFlags, id: string, file: string): void {
  const made = makeConnector({ id, file, name: name ?? null }, this.world.cwd, root)
  if (json) this.world.out(`${JSON.stringify({ schema: 1, ...made }, null, 2)}\n`)
  else if (!quiet) this.world.out(madeText(made, this.words))
}

function testCommand(words: Words) {
  return buildCommand<Common, [string?], Desk>({
    docs: { brief: words.command.connectorTest },
    parameters: {
      flags: commonFlags(words),
      positional: {
        kind: 'tuple',
        parameters: [{ parse: String, optional: true, brief: words.flag.connector, placeholder: 'ID' }],
      },
    },
    func: test,
  })
}

function test(this: Desk, { json, quiet }: Common, id?: string): void {
  const system = choiceOf(
    'ID',
    id,
    connectors.map((each) => each.system),
  )
  const results = connectors
    .filter((each) => system === null || each.system === system)
    .map((each) => testConnector(each))
  const allHold = results.every(({ problems }) => problems.length === 0)
  if (!allHold) this.leave(1)
  if (json) return this.world.out(`${JSON.stringify({ schema: 1, results }, null, 2)}\n`)
  if (!quiet || !allHold) this.world.out(kitText(results, this.words))
}

type TryFlags = Common & { readonly csv: boolean }

function tryCommand(words: Words) {
  return buildCommand<TryFlags, [string], Desk>({
    docs: { brief: words.command.connectorTry },
    parameters: {
      flags: { ...commonFlags(words), csv: switchFlag(words.flag.tableCsv) },
      positional: { kind: 'tuple', parameters: [{ parse: String, brief: words.flag.file, placeholder: 'FILE' }] },
    },
    func: tryOne,
  })
}

/** A table that no system claims is read all the same: only what cannot be read is a failure. */
async function tryOne(this: Desk, { json, csv }: TryFlags, path: string): Promise<void> {
  if (csv && !json) return printTable(this, path)
  const result = tryFile(path, this.world.cwd)
  const files = result.is === 'zip' ? result.files : [result]
  if (files.some(({ is, reason, table }) => reason !== null && (is !== 'unclaimed' || table === null))) this.leave(1)
  if (json) return this.world.out(`${JSON.stringify({ schema: 1, ...result }, null, 2)}\n`)
  this.world.out(result.is === 'zip' ? triedZipText(result, this.words) : tryText(result, this.words))
}

/** Row by row, as they are read: a table may be larger than memory, and whoever takes it may be slow. */
async function printTable({ world, words, leave, exact }: Desk, path: string): Promise<void> {
  const surveying = surveyFile(path, world.cwd)
  const end =
    'reason' in surveying ? surveying : await printed(tableCsv(surveying.header, surveying.rows), exact, world)
  if (!('reason' in end)) return
  leave(1)
  world.err(`${path}: ${reasonSentence(end.reason.id, end.reason, words.fileReason)}\n`)
}

async function printed<End>(pieces: Generator<string, End, void>, out: World['out'], { drained }: World): Promise<End> {
  for (;;) {
    const next = pieces.next()
    if (next.done === true) return next.value
    out(next.value)
    await drained()
  }
}
