const LEFT_OUT = '…'

/**
 * The lines that a guide shows and the program does not print: all must stand there in their order, and next to each
 * other but where `…` alone on a line, or at the end of one, says that something was left out.
 */
export function missing(shown: readonly string[], printed: readonly string[]): string[] {
  let at = 0
  let isLoose = false
  return shown.flatMap((line) => {
    if (line.trim() === LEFT_OUT) {
      isLoose = true
      return []
    }
    const found = printed.findIndex((each, i) => i >= at && isSame(line, each))
    const stands = found >= at && (isLoose || found === at)
    isLoose = false
    at = stands ? found + 1 : at
    return stands ? [] : [line]
  })
}

/** `…` behind a blank stands for anything up to what follows it. */
function isSame(shown: string, printed: string): boolean {
  const [first, ...others] = shown.split(` ${LEFT_OUT}`)
  if (shown === printed || others.length === 0) return shown === printed
  const last = others.pop()!
  const rest = printed.slice(first!.length)
  return printed.startsWith(first!) && rest.endsWith(last) && others.every((part) => rest.includes(part))
}

/** What a guide should show instead: the same lines as they are printed now, with what was left out left out again. */
export function brought(shown: readonly string[], printed: readonly string[]): string[] {
  let at = 0
  let isLoose = false
  const lines: string[] = []
  for (const line of shown) {
    if (line.trim() === LEFT_OUT) {
      lines.push(line)
      isLoose = true
      continue
    }
    const found = nearest(line, printed, at)
    if (found === null) continue
    lines.push(...(isLoose ? [] : printed.slice(at, found)), asShort(line, printed[found]!))
    at = found + 1
    isLoose = false
  }
  const isWhole = shown.at(-1)?.trim() !== LEFT_OUT
  return isWhole ? [...lines, ...printed.slice(at)] : lines
}

/** As it is printed, cut where it was cut. */
function asShort(shown: string, printed: string): string {
  if (isSame(shown, printed)) return shown
  return shown.endsWith(` ${LEFT_OUT}`) ? `${printed.slice(0, shown.length - 2)} ${LEFT_OUT}` : printed
}

/** The place of the line that has most words of it, half of them at least. */
function nearest(line: string, printed: readonly string[], from: number): number | null {
  const wanted = line.split(/\s+/)
  const shares = printed.map((each, i) => {
    const there = new Set(each.split(/\s+/))
    return i < from ? 0 : wanted.filter((word) => there.has(word)).length / wanted.length
  })
  const best = Math.max(...shares)
  return best < 0.5 ? null : shares.indexOf(best)
}
