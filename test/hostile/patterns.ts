import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

export type Pattern = { readonly place: string; readonly source: string; readonly flags: string }

const root = join(import.meta.dirname, '../..')
const rooms = ['connectors', 'pipeline', 'reports', 'sql']

/** Every regular expression that is written down in the program; those that are put together are listed by hand. */
export function patternsOfProgram(): Pattern[] {
  return rooms.flatMap(
    (room) =>
    readdirSync(join(root, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.[tj]s$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .flatMap((file) => patternsIn(readFileSync(file, 'utf8')).map(({ at, source, flags }) => ({ place: `${relative(root, file)}:${at}`, source, flags }))), // prettier-ignore
  )
}

/** A slash begins a pattern where a value may begin, and nowhere else; comments, strings and templates are stepped over. */
export function patternsIn(text: string): { at: number; source: string; flags: string }[] {
  const found: { at: number; source: string; flags: string }[] = []
  const token = /\/\/[^\n]*|\/\*[^]*?\*\/|'(?:\\[^]|[^'\\\n])*'|"(?:\\[^]|[^"\\\n])*"|[`{}]|\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[dgimsuvy]*|\/|[\w$]+|\s+|[^]/y // prettier-ignore
  const open: ('{' | '`')[] = [] // braces that are open, and templates that one of them stands in
  let before = ''
  for (let at = 0; at < text.length;) {
    token.lastIndex = at
    let [part] = token.exec(text)!
    if (part === '`' || (part === '}' && open.at(-1) === '`')) part = templateFrom(text, at, open)
    else if (part === '{') open.push('{')
    else if (part === '}') open.pop()
    if (part.length > 1 && part.startsWith('/') && !/^\/[/*]/.test(part)) {
      if (mayBegin(before)) {
        const end = part.lastIndexOf('/')
        found.push({ at: text.slice(0, at).split('\n').length, source: part.slice(1, end), flags: part.slice(end + 1) })
      } else part = '/'
    }
    at += part.length
    if (!/^\s|^\/[/*]/.test(part)) before = part
  }
  return found
}

/** To the end of a template, or to what is put into it. */
function templateFrom(text: string, at: number, open: ('{' | '`')[]): string {
  if (text[at] === '}') open.pop()
  const [part] = /^[`}](?:\\[^]|\$(?!\{)|[^\\`$])*(?:`|\$\{)/.exec(text.slice(at))!
  if (part.endsWith('${')) open.push('`')
  return part
}

function mayBegin(before: string): boolean {
  return before === '' || /^(?:return|typeof|case|of|in|=>|void)$|^[^\w$)\]}'"`]$|[{]$/.test(before)
}

/** Single signs and short texts that a pattern's own parts take, and some that stop it. */
export function alphabetOf({ source, flags }: Pattern): string[] {
  const unicode = /[uv]/.test(flags) ? flags.replaceAll(/[^uvi]/g, '') : flags.replaceAll(/[^i]/g, '')
  const parts =
    source.match(/\\[pP]\{[^}]*\}|\[(?:\\.|[^\]\\])*\]|\\u\{[^}]*\}|\\u[\da-f]{4}|\\.|[^\\()[\]{}|*+?^$]/giu) ?? []
  const samples = Array.from(' \t\n0123456789aAzZđĐ.,;:-/_"\'=<>&\\|()[]{}#\u0301\u00a0\u200b\u001b\r', (sign) => sign)
  const taken = parts.flatMap((part) => {
    try {
      const one = new RegExp(`^${part}$`, unicode)
      const signs = [...samples, ...Array.from(part)].filter((sign) => one.test(sign))
      return signs.slice(0, 2)
    } catch {
      return []
    }
  })
  const words = source.match(/[\p{L}\d]{2,}/gu) ?? []
  return [...new Set([...taken, ...words, ' ', '0', 'a', '.'])]
}
