import type { making as viMaking, makingTrouble as viMakingTrouble } from './vi-connector.ts'
import { fileReason } from './en-reading.ts'
import type { Details } from './pieces.ts'
import { quoted } from './pieces.ts'

export const making: typeof viMaking = {
  written: 'Written:',
  changed: 'Added to:',
  sampleOf: (rows: number) => `${rows} rows, of nobody who is real`,
  head: ['Column of the file', 'Field', 'Why'],
  unsure: '?',
  undecided: 'not decided',
  unneeded: { row_number: 'row number', private: 'about a person, not needed', ignored: 'known, not needed' },
  heading: {
    known: (systems: string) => `named as in ${systems}`,
    word: () => 'by its name',
    none: () => 'by its cells',
  },
  share: (such: number, filled: number) => (filled === 0 ? 'no cell is filled' : `${such}/${filled} cells fit`),
  or: (others: string) => `or is it ${others}?`,
  notThere: (fields: string) => `No column was found for: ${fields}.`,
  unknownWords: (heading: string, words: string) => `${quoted(heading)}: words.ts lacks ${words}.`,
  read: (rows: number, rejected: number) =>
    `The whole file, read by it: ${rows} rows, ${rejected} that could not be read.`,
  notRead: 'It does not read that very file yet: its header takes several rows. Name the columns by the last of them.',
  decide: (count: number, file: string) => `${count} things are still to be decided: look for DECIDE in ${file}.`,
  nextHeading: 'Next:',
  next: {
    test: 'reads the sample and writes what was read beside it; read that before you keep it',
    words: 'writes the new name into the gallery',
    kit: 'tries some 200 other ways of writing the sample',
  },
}

export const makingTrouble: typeof viMakingTrouble = {
  connector_name: {
    sentence: (d: { found: string }) =>
      `ID: found ${quoted(d.found)}, expected small letters without accents, digits and dashes, such as bokhcn-sangche.`,
    hint: 'Choose another id and run it again.',
  },
  connector_taken: {
    sentence: (d: { id: string; label: string }) => `ID: ${quoted(d.id)} is that of ${quoted(d.label)} already.`,
    hint: '`doisoat connector list` lists the ids that there are.',
  },
  connector_there: {
    sentence: (d: { file: string }) => `${d.file}: is there already, and is not written over.`,
    hint: 'Move it away or choose another id; nothing was written.',
  },
  connector_unreadable: {
    sentence: (d: { file: string; reason: Details & { readonly id: string } }) =>
      `${d.file}: ${fileReason[d.reason.id as keyof typeof fileReason](d.reason)}`,
    hint: 'Nothing was written.',
  },
  connector_headless: {
    sentence: (d: { file: string }) =>
      `${d.file}: no table was found with a header of three columns or more and a row below it.`,
    hint: 'Export it again with its header. `doisoat connector try` shows how the file is read.',
  },
  connector_known: {
    sentence: (d: { file: string; system: string }) =>
      `${d.file}: this is a file of ${quoted(d.system)}, or too much like one to be told apart.`,
    hint: "If that system's format has changed, change the connector that there is; else export all columns.",
  },
  connector_sources: {
    sentence: (d: { file: string }) =>
      `${d.file}: the program's text is not here, or the list in it is written otherwise.`,
    hint: 'Make a new connector in a clone of the repository, not in an installed package.',
  },
}
