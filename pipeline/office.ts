import type { Store } from '../sql/open.ts'
import type { Calendar } from './calendar.ts'
import type { Catalogue } from './catalogue.ts'
import type { Config } from './config/config.ts'
import type { Day } from './day.ts'

/** A ward and what is known of it: enough to answer a question. */
export type Office = {
  readonly store: Store
  readonly unit: number
  readonly config: Config
  readonly calendar: Calendar
  readonly catalogue: Catalogue
  readonly asOf: Day // the end of this day
}
