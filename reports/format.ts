/** `2026-02-13` as people write it: `13/02/2026`. */
export function dayText(day: string): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}

/** `2026-02-13T08:05:00` as `13/02/2026 08:05`; a day without a time stays a day. */
export function instantText(instant: string): string {
  return instant.length > 10 ? `${dayText(instant)} ${instant.slice(11, 16)}` : dayText(instant)
}

/** Money in full: `5.966.000 đồng`. */
export function dong(amount: number): string {
  return `${grouped(amount)} đồng`
}

/** A whole number with dots between the thousands, for tables: `5.966.000`. */
export function grouped(number: number): string {
  const digits = String(Math.abs(Math.round(number)))
  const first = digits.length % 3 || 3
  const groups = [digits.slice(0, first), ...(digits.slice(first).match(/\d{3}/g) ?? [])]
  return `${Math.round(number) < 0 ? '-' : ''}${groups.join('.')}`
}

/** A number of dossiers in a sentence of the report: `06`, `72`, `1024`. */
export function count(number: number): string {
  return String(number).padStart(2, '0')
}

/** A percentage, already rounded: `95.47%`, `95.50%`, `100%`. */
export function rate(percent: number): string {
  return `${Number.isInteger(percent) ? percent : percent.toFixed(2)}%`
}

/** A figure by its name: a rate in percent, any other grouped; `–` where it is not known. */
export function figureValue(figure: string, value: number | null): string {
  if (value === null) return '–'
  return figure.endsWith('_rate') ? rate(value) : grouped(value)
}

/** `thành phố Hải Phòng` at the beginning of a line. */
export function capitalized(name: string): string {
  return name.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

/** Hours as an office writes them: `7,5`, `12`. */
export function hoursText(hours: number): string {
  return String(hours).replace('.', ',')
}

/** A name without the person: `Nguyễn Văn An` is `N.V.A.` */
export function initials(name: string): string {
  return name
    .normalize('NFC')
    .split(/[^\p{L}\p{M}]/u)
    .filter((part) => part !== '')
    .map((part) => `${/./u.exec(part)![0].toUpperCase()}.`)
    .join('')
}

/** The end of an identity or phone number: `031357473600` is `•••600`; one of three signs or fewer shows none. */
export function lastThree(number: string): string {
  return number.length > 3 ? `•••${number.slice(-3)}` : '•••'
}

/** Hardly a cell has one of them: to look for all of them at once, in a plain class, is a tenth of the work. */
const mayBeUnprintable =
  // oxlint-disable-next-line no-control-regex
  /[\0-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uD800-\uDFFF\uFFFE\uFFFF]/

/**
 * Text from an export for a terminal, a list or a document: no NUL, no escape sequence, nothing that turns the direction, and
 * none of what XML cannot hold: halves of a letter, and the two signs that are none.
 */
export function printable(text: string): string {
  if (!mayBeUnprintable.test(text)) return text
  // tabs and line ends stay
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu, '')
}
