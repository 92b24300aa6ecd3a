import { createInterface, type Interface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'

/** Questions to a person on a terminal, one after the other. */
export type Asking = {
  /** The line that was typed; null when it came to its end instead (Ctrl-D, Ctrl-C). */
  readonly ask: (question: string) => Promise<string | null>
  readonly close: () => void
  readonly isInterrupted: () => boolean // by Ctrl-C, which no signal tells of while a line is read
}

/**
 * Listens from the first question to `close`: lines that come faster than they are asked for (somebody pastes several)
 * wait their turn. A program that asks nothing does not open its input.
 */
export function askingOn(input: Readable, output: Writable): Asking {
  const lines: string[] = []
  let opened: Interface | null = null
  let hasEnded = false
  let isInterrupted = false
  let wake = (): void => {}
  const open = (): Interface => {
    const lineByLine = createInterface({ input, output, terminal: true })
    lineByLine.on('line', (line) => {
      lines.push(line)
      wake()
    })
    lineByLine.on('SIGINT', () => {
      isInterrupted = true
      lineByLine.close()
    })
    lineByLine.on('close', () => {
      hasEnded = true
      output.write('\n') // whoever leaves in a line leaves the cursor there
      wake()
    })
    return lineByLine
  }
  return {
    ask: async (question) => {
      opened ??= open()
      if (!hasEnded) {
        opened.setPrompt(question)
        opened.prompt()
      }
      if (lines.length === 0 && !hasEnded) await new Promise<void>((resolve) => (wake = resolve))
      return lines.shift() ?? null
    },
    close: () => {
      opened?.removeAllListeners('close')
      opened?.close()
    },
    isInterrupted: () => isInterrupted,
  }
}
