/** Rows of the tables that say whose dossier a row tells of. */
export type RecordRow = { unit: number; dossier: number; export: number; row: number; linked: number }

export type UnmatchedRow = {
  unit: number
  export: number
  row: number
  candidates: string
  rivals: string
  proposals: string
}

export type LinkRow = {
  unit: number
  export: number
  row: number
  tier: 'confirmed' | 'own_number' | 'identity' | 'name'
  met: string
  decision: number | null
}

export type LinkDecisionRow = {
  unit: number
  decision: number
  key: string
  kind: 'linked' | 'unlinked'
  dossier: number
  system: string
  own_number: string | null
  procedure: string | null
  received_day: string | null
  identity: string | null
  identity_valid: number | null
  person: string | null
  why: string | null
  decided_by: string
  decided_at: string
  as_of: string
}
