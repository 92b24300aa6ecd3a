/**
 * What leaves for a terminal: no escape sequence, no sign that moves the cursor or turns the direction, whatever a cell,
 * a file's name or the command line holds. Line ends and tabs stay, and with `colour` the bold of our own tables.
 */
export function onScreen(text: string, colour: boolean): string {
  return text.replace(FOREIGN, (found) => (found === '\r\n' || (colour && BOLD.has(found)) ? found : plain(found)))
}

/** The same of a JSON document, whose values stay what they are: such a sign is written by its number. */
export function inJson(text: string): string {
  return text.replace(FOREIGN, (found) => Array.from(found, numbered).join(''))
}

const FOREIGN = /\r\n|\p{Cc}\[(?:1|22)m|(?![\t\n])[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu
const BOLD: ReadonlySet<string> = new Set(['\u001B[1m', '\u001B[22m'])

// the rest of a sequence is plain letters
function plain(found: string): string {
  return found.slice(1)
}

function numbered(sign: string): string {
  return /[ -~]/.test(sign) ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
}
