import type { Words } from '../reports/words.ts'

/** What the program sees of the machine. Everything below `main.ts` gets it from here: tests hand in their own. */
export type World = {
  readonly arguments: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly pid: number
  readonly now: () => Date
  readonly out: (text: string) => void // data
  readonly drained: () => Promise<void> // until whoever takes the data has taken it: for those who write much
  readonly err: (text: string) => void // everything else
  readonly input: () => Promise<Uint8Array> // all that is piped in
  readonly colour: boolean
  readonly screen?: boolean // whether data goes to a terminal: nothing else may take a sign out of a table as it stands
}

/** The flags that every command has. */
export type Common = {
  readonly config?: string
  readonly lang?: 'vi' | 'en'
  readonly json: boolean
  readonly quiet: boolean
}

/** What a command is run with. */
export type Desk = {
  readonly process: {
    readonly stdout: { write: (text: string) => void }
    readonly stderr: { write: (text: string) => void }
  }
  readonly world: World
  readonly words: Words
  readonly leave: (code: 0 | 1) => void // the exit code, when it is not 0
  readonly exact: (text: string) => void // data for another program, to the letter, unless it goes to a terminal
}
