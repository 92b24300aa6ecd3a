import {
  AliasNotFoundError,
  type ApplicationText,
  ArgumentParseError,
  EnumValidationError,
  FlagNotFoundError,
  text_en,
  UnexpectedPositionalError,
  UnsatisfiedFlagError,
  UnsatisfiedPositionalError,
} from '@stricli/core'
import { sentence, type Words } from '../reports/words.ts'
import { masked } from './mask.ts'
import { systemCode, Trouble } from './trouble.ts'

/** Help and the errors of the command line in the words of the office; what is no trouble is a bug and keeps its stack. */
export function helpText(words: Words): ApplicationText {
  const { help } = words
  return {
    ...text_en,
    keywords: help.keywords,
    headers: help.headers,
    briefs: help.briefs,
    noCommandRegisteredForInput: ({ input, corrections }) => help.noCommand(input, corrections),
    exceptionWhileParsingArguments: (error) => argumentText(error, words),
    exceptionWhileRunningCommand: (error) => errorText(error, words),
    exceptionWhileLoadingCommandFunction: (error) => errorText(error, words),
    exceptionWhileLoadingCommandContext: (error) => errorText(error, words),
    commandErrorResult: (error) => errorText(error, words),
  }
}

/** One sentence for the operator. Exported for the runner, which writes it into the ledger too. */
export function errorText(error: unknown, words: Words): string {
  if (error instanceof Trouble) return sentence(error, words)
  const trouble = troubleOf(error)
  if (trouble !== null) return sentence(trouble, words)
  return `${words.help.bug}\n${stackText(error)}`
}

/**
 * Where a bug is, for whoever mends it; this goes into logs and mails. What a message quotes may be a cell (`JSON.parse`
 * does so), so of quoted words and of letters beyond ASCII a message keeps none.
 */
function stackText(error: unknown): string {
  if (!(error instanceof Error)) return withoutCells(String(error))
  const frames = error.stack?.match(/^ {4}at .*$/gm) ?? []
  return [withoutCells(`${error.name}: ${error.message}`), ...frames].join('\n')
}

const LONGEST_MESSAGE = 500

function withoutCells(message: string): string {
  const unquoted = message.slice(0, LONGEST_MESSAGE).replace(/(["'`])[^]*\1/, '"…"')
  return masked(unquoted).replace(/[^\s]+/g, (word) => (/^[ -~•]+$/.test(word) || word.includes('"…"') ? word : '…'))
}

/** What the system refused, as the operator's trouble: no room, no permission, a read-only database. */
function troubleOf(error: unknown): Trouble | null {
  const cause = systemCode(error)
  const path = error instanceof Error && 'path' in error ? String(error.path) : 'var'
  if (cause === 'ENOSPC' || cause === 'SQLITE_FULL') return new Trouble('disk_full', { path }, 3)
  if (cause.startsWith('SQLITE_READONLY')) return new Trouble('database_read_only', { database: path }, 3)
  if (cause.startsWith('SQLITE_IOERR')) return new Trouble('not_writable', { path, cause }, 3)
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EIO'].includes(cause))
    return new Trouble('not_writable', { path, cause }, 3)
  return null
}

function argumentText(error: unknown, { help }: Words): string {
  if (error instanceof FlagNotFoundError) return help.noFlag(error.input, error.corrections)
  if (error instanceof AliasNotFoundError) return help.noFlag(error.input, [])
  if (error instanceof EnumValidationError) return help.noChoice(error.externalFlagName, error.input, error.values)
  if (error instanceof ArgumentParseError) return help.noValue(error.externalFlagNameOrPlaceholder, error.input)
  if (error instanceof UnsatisfiedFlagError) return help.needsValue(error.externalFlagName)
  if (error instanceof UnsatisfiedPositionalError) return help.needsArgument(error.placeholder)
  if (error instanceof UnexpectedPositionalError) return help.tooMany(error.input)
  return help.notUnderstood(error instanceof Error ? error.message : String(error))
}
