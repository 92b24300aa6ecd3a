import type { Config } from '../config/config.ts'
import { type Remembering, sortInbox } from './sort-inbox.ts'

/** The paths of an inbox that are the ward's; undefined where all of it is. */
export function ownPaths(
  { inbox, unit, ofCity }: Config,
  remembering: Remembering = 'kept',
): readonly string[] | undefined {
  const common = ofCity?.common ?? null
  if (common === null) return undefined
  return common.files ?? sortInbox(inbox, common, remembering).byUnit.get(unit.agencyCode) ?? []
}
