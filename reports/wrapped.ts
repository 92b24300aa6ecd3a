const WIDTH = 80

/**
 * Text in lines of at most eighty columns, the first behind `head`, the others behind as many spaces as `indent`; what has
 * no space in it, a path, is not broken.
 */
export function wrapped(head: string, text: string, indent: number, width = WIDTH): string[] {
  const lines = [head]
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1)!
    const isFirst = line === head || line.trim() === ''
    if (isFirst || columns(line) + 1 + columns(word) <= width)
      lines[lines.length - 1] = isFirst ? `${line}${word}` : `${line} ${word}`
    else lines.push(`${' '.repeat(indent)}${word}`)
  }
  return lines
}

/** An accent that is a letter of its own takes no room. */
function columns(text: string): number {
  return text.replace(/\p{M}/gu, '').length
}
