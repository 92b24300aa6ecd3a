/** What the server, or the way to it, refused: for the operator, and without a word of what was asked or written. */
export type Refusal = { readonly refused: string; readonly said: string }

/**
 * Causes that an operator can do something about, by their first letters: SQLSTATE, or the system's name. What a server
 * says of values (class 22, 23) may repeat a cell, so only its number is told.
 */
const causes = [
  ['SERVER_VARIABLE', /^SERVER_VARIABLE$/],
  ['SERVER_REFUSED', /^(?:28|3D000)/],
  ['SERVER_FORBIDDEN', /^42501/],
  ['SERVER_READ_ONLY', /^25006/],
  ['SERVER_FULL', /^53/],
  ['SERVER_SLOW', /^57014/],
  ['SERVER_TAKEN', /^23505/],
  ['SERVER_BUSY', /^(?:55P03|40P01)/],
  ['SERVER_GONE', /^(?:08|57P|25P03|E[A-Z]+$)/],
] as const

type Told = { readonly code?: string; readonly message?: string; readonly routine?: string }

/** `early`: before the connection stood, when whatever it is means that nobody is there. */
export function refusalOf(error: unknown, early: boolean): Refusal {
  const { code = '', message = '', routine = '' } = error as Told
  if (code === 'ERR_MODULE_NOT_FOUND') return { refused: 'SERVER_DRIVER', said: 'pg' }
  const known = causes.find(([, pattern]) => pattern.test(code))?.[0]
  if (known === 'SERVER_VARIABLE') return { refused: known, said: message }
  if (early && (known === undefined || known === 'SERVER_GONE'))
    return {
      refused: /SASL|password/i.test(message) ? 'SERVER_REFUSED' : 'SERVER_UNREACHABLE',
      said: code || 'timeout',
    }
  if (known !== undefined) return { refused: known, said: code }
  if (/connection|terminated/i.test(message) && code === '') return { refused: 'SERVER_GONE', said: 'connection' }
  const told = code.startsWith('42') ? `${code} ${message}` : `${code} ${routine}`
  return { refused: 'SERVER_ERROR', said: code === '' ? message : told }
}
