import { nothing, type Rule, sourceOf } from './rule.ts'

// A procedure that the catalogue does not have (after lost zeros were given back) has no days, no field and no system:
// either the code is wrong, or the catalogue is behind.
export const unknownProcedure: Rule = {
  kind: 'unknown_procedure',
  raise: ({ rows }) => {
    const unknown = rows.filter(({ procedure }) => procedure !== null && !procedure.known)
    if (unknown.length === 0) return nothing
    const detail = { procedures: [...new Set(unknown.map((row) => row.procedureText!))] }
    return [{ system: null, systems: unknown.map((row) => row.from.system), detail, sources: unknown.map(sourceOf) }]
  },
}
