import { printable } from './format.ts'

/** Text for a document, on one line: no control characters, nothing that turns the direction, single spaces. */
export function plainLine(text: string): string {
  return printable(text).replaceAll(/\s+/g, ' ').trim()
}

/** Names from an export: some are as long as a file. */
export function plainName(text: string): string {
  const line = plainLine(text)
  return line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME - 1).toWellFormed()}…` : line
}

const LONGEST_NAME = 300

/** Free text by paragraphs: what an office writes in a line is one; empty lines only part them. */
export function plainParagraphs(text: string): readonly string[] {
  return text
    .split(/\r\n?|\n|\u2029/)
    .map(plainLine)
    .filter((line) => line !== '')
}
