import type { Survey } from '../connectors/survey.ts'

/** What was found in a table, without its cells. */
export type TableFacts = Omit<Survey, 'rows' | 'header'> & {
  readonly columns: readonly string[] | null // as the header names them; null where there is none
  readonly rows: Readonly<{ [count in 'read' | 'ragged' | 'mended' | 'rejected']: number }>
}

export function tableFacts({ rows, header, ...found }: Survey): TableFacts {
  const { ragged, mended, rejects } = found
  return {
    ...found,
    columns: header,
    rows: { read: rows.length, ragged: ragged.length, mended: mended.length, rejected: rejects.length },
  }
}
