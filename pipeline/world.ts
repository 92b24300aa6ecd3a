import type { Words } from '../reports/words.ts'
import type { Exit } from './trouble.ts'

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
  readonly machine: Machine
  readonly ask?: (question: string) => Promise<string | null> // null: whoever was asked has left; not there without a terminal
  readonly wait: (milliseconds: number) => Promise<void>
  readonly line?: Line // where one that works long shows it; not there when nobody looks on
  readonly signals?: Signals
  readonly columns?: () => number // of the terminal that data goes to; not there when it goes elsewhere
  readonly screen?: boolean // whether data goes to a terminal: nothing else may take a sign out of a table as it stands
}

/** What runs the program, and how it is started again: by a schedule, from anywhere. */
export type Machine = {
  readonly node: string // its version, `24.21.0`
  readonly platform: string // as Node calls it: linux, darwin, win32
  readonly zone: string // the time zone of its clock on the wall
  readonly program: readonly string[] // the words of a command line in front of the command, paths absolute
}

/** The last line of a terminal, drawn anew each time; an empty text takes it away. */
export type Line = { readonly columns: () => number; readonly draw: (text: string) => void }

/** Somebody wants the program to stop: `seen` is told once, with the exit that it means; gives what ends the watch. */
export type Signals = (seen: (exit: 130 | 143) => void) => () => void

/** The flags that every command has. */
export type Common = {
  readonly config?: string
  readonly unit?: string // an agency code: which of a city's wards
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
  readonly leave: (code: Exit | 0) => void // the exit code, when it is not 0
  readonly exact: (text: string) => void // data for another program, to the letter, unless it goes to a terminal
}
