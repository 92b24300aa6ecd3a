import type { Words } from '../reports/words.ts'

/** What the program sees of the machine. Everything below `main.ts` gets it from here: tests hand in their own. */
export type World = {
  readonly arguments: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly pid: number
  readonly user: () => string // who runs the program, as the system knows them
  readonly now: () => Date
  readonly out: (text: string) => void // data
  readonly err: (text: string) => void // everything else
  readonly colour: boolean
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
}
