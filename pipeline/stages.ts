import { load } from './load.ts'
import type { Stage } from './night.ts'
import { normalize } from './normalize.ts'
import { publish } from './publish.ts'
import { reconcile } from './reconcile.ts'
import { summarize } from './summarize.ts'

/** The stages, in their order. The first four commit together; publishing follows when they have. */
export const stages: readonly Stage[] = [load, normalize, reconcile, summarize, publish]
