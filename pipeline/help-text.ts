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
  const { help } = words
  const path = error instanceof Error && 'path' in error ? String(error.path) : ''
  if (systemCode(error) === 'ENOSPC' || systemCode(error) === 'SQLITE_FULL')
    return sentence(new Trouble('disk_full', { path }), words)
  return `${help.bug}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
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
