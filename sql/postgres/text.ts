// PostgreSQL keeps every text but one with a zero in it, which a damaged file may have. It is kept as a sign that is no
// letter of any writing, and handed back as it was.
const ZERO = '\0'
const STAND_IN = '\u{FDD0}'

/** A value as PostgreSQL can keep it. */
export function kept<Value>(value: Value): Value {
  return typeof value === 'string' && value.includes(ZERO) ? (value.replaceAll(ZERO, STAND_IN) as Value) : value
}

/** The value that was handed in. */
export function given(value: unknown): unknown {
  return typeof value === 'string' && value.includes(STAND_IN) ? value.replaceAll(STAND_IN, ZERO) : value
}
