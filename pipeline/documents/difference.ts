/** Where two files part: in a text the line, and what either has there; in other files the byte. */
export type Difference =
  | { readonly line: number; readonly published: string | null; readonly rebuilt: string | null }
  | { readonly byte: number }

const LONGEST = 200 // letters of a line that are shown

/** The first difference; null where there is none. A file is a text where it is UTF-8 without NUL. */
export function differenceOf(published: Buffer, rebuilt: Buffer): Difference | null {
  if (published.equals(rebuilt)) return null
  const [a, b] = [textOf(published), textOf(rebuilt)]
  if (a === null || b === null) return { byte: firstByte(published, rebuilt) }
  const [here, there] = [a.split('\n'), b.split('\n')]
  const at = here.findIndex((line, i) => line !== there[i])
  const line = at < 0 ? here.length : at
  return { line: line + 1, published: shown(here[line]), rebuilt: shown(there[line]) }
}

function textOf(bytes: Buffer): string | null {
  if (bytes.includes(0)) return null
  const text = bytes.toString('utf8')
  return Buffer.from(text, 'utf8').equals(bytes) ? text : null
}

function firstByte(a: Buffer, b: Buffer): number {
  const at = a.findIndex((byte, i) => byte !== b[i])
  return at < 0 ? a.length : at
}

function shown(line: string | undefined): string | null {
  return line === undefined ? null : line.slice(0, LONGEST)
}
