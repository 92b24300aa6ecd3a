/** What may follow a flag, or stand as an argument: nothing that is known, the name of a file, or one of some words. */
export type Takes = 'text' | 'files' | readonly string[]

/** A command, or a group of them, by the words that lead to it; the program itself is ''. */
export type Completed = {
  readonly path: string
  readonly commands: readonly string[]
  readonly switches: readonly string[] // `--json`: nothing follows
  readonly flags: readonly { readonly name: string; readonly takes: Takes }[]
  readonly argument: Takes
}

/**
 * A script by which a shell completes the command line: bash's own way, which zsh takes over. Words of the tree are
 * letters, digits, `-`, `_`: none needs a quote.
 */
export function completionScript(tree: readonly Completed[], shell: 'bash' | 'zsh'): string {
  const start = shell === 'zsh' ? ['#compdef doisoat', 'autoload -U +X bashcompinit && bashcompinit'] : []
  return `${[...start, ...body(tree)].join('\n')}\n`
}

function body(tree: readonly Completed[]): string[] {
  const steps = tree.filter(({ path }) => path !== '').map(({ path }) => `'${before(path)}|${lastOf(path)}'`)
  const switches = [...new Set(tree.flatMap((each) => each.switches))]
  const values = tree.flatMap(({ path, flags }) =>
    flags.flatMap(({ name, takes }) => (takes === 'text' ? [] : [`    '${path}|${name}') ${proposed(takes)} ;;`])),
  )
  return [
    '_doisoat() {',
    "  local IFS=$' \\t\\n' word=${COMP_WORDS[COMP_CWORD]} last=${COMP_WORDS[COMP_CWORD-1]} known= way= skip= at=1 each",
    '  COMPREPLY=()',
    '  while [ "$at" -lt "$COMP_CWORD" ]; do',
    '    each=${COMP_WORDS[at]}',
    '    at=$((at + 1))',
    '    if [ -n "$skip" ]; then skip=; continue; fi',
    '    case "$each" in',
    `      ${[...switches, '--help', '--version'].join('|')}|--*=*) ;;`,
    '      --*) skip=1 ;;',
    '      *)',
    '        case "$way|$each" in',
    `          ${steps.join('|')}) way="\${way:+$way }$each" ;;`,
    '        esac ;;',
    '    esac',
    '  done',
    '  case "$way|$last" in',
    ...values,
    '  esac',
    '  if [ -n "$skip" ]; then return; fi',
    '  case "$way|$word" in',
    ...tree.map((each) => `    '${each.path}|'-*) known='${namesOf(each).join(' ')}' ;;`),
    ...tree.flatMap(argumentLine),
    '  esac',
    '  COMPREPLY=($(compgen -W "$known" -- "$word"))',
    '}',
    'complete -F _doisoat doisoat',
  ]
}

function argumentLine({ path, commands, argument }: Completed): string[] {
  if (argument === 'files') return [`    '${path}|'*) ${proposed(argument)} ;;`]
  const words = commands.length > 0 ? commands : argument === 'text' ? [] : argument
  return words.length === 0 ? [] : [`    '${path}|'*) known='${words.join(' ')}' ;;`]
}

function namesOf({ switches, flags }: Completed): string[] {
  return [...flags.map(({ name }) => name), ...switches, '--help'].toSorted()
}

function proposed(takes: Exclude<Takes, 'text'>): string {
  if (takes !== 'files') return `COMPREPLY=($(compgen -W '${takes.join(' ')}' -- "$word")); return`
  return `IFS=$'\\n'; compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$word")); return`
}

function before(path: string): string {
  return path.split(' ').slice(0, -1).join(' ')
}

function lastOf(path: string): string {
  return path.split(' ').at(-1)!
}
