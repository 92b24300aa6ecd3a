import type { System } from '../../connectors/connector.ts'
import type { ChangeRow } from '../../sql/schema.ts'
import type { Day } from '../day.ts'
import type { Office } from '../office.ts'

/** What a newer file of a window says of a dossier otherwise than the one before it did. */
export type Change = Turn & { readonly code: string }

type Turn = {
  readonly system: System
  readonly what: ChangeRow['what']
  readonly dueBefore: Day | null // both null unless the due day moved
  readonly dueAfter: Day | null
}

/** The changes of a night, by system and code. A window's first files change nothing: there was nothing before them. */
export function changesOf({ store, unit }: Pick<Office, 'store' | 'unit'>, asOf: Day): Change[] {
  return store.ask<Change>('changes-of-a-night', { unit, as_of: asOf })
}

/** The changes of one dossier, by night. */
export type ChangeOfNight = Turn & { readonly night: Day }

/** The changes that the files of each night brought of a dossier, by its number. */
export function changesOfDossier({ store, unit }: Pick<Office, 'store' | 'unit'>, dossier: number): ChangeOfNight[] {
  return store.ask<ChangeOfNight>('changes-of-a-dossier', { unit, dossier })
}
