import { cells } from './cells.ts'
import { dates } from './dates.ts'
import { files } from './files.ts'
import { money } from './money.ts'
import type { DossierMutation, FileMutation } from './mutation.ts'
import { presence } from './presence.ts'

/** Everything that is done to a good month, one at a time. */
export const dossierMutations: readonly DossierMutation[] = [...presence, ...dates, ...cells, ...money]
export const fileMutations: readonly FileMutation[] = files
