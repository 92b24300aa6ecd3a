const CODE = /^(?:\d{3}\.\d{2,3}\.\d{2,3}\.)?[A-Z]\d{2}(?:\.\d{1,3}){0,4}-(?:\d{6}|\d{8})-\d{3,7}$/
const SPACES = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/g
const DASHES = /[‐‑‒–—−]/g
const MIRRORED = /^\d/

/** A dossier's code in its one spelling (`H24.131-260123-0007`), or null when the text is none. */
export function codeIn(text: string): string | null {
  const code = CODE.test(text) ? text : text.replace(SPACES, '').replace(DASHES, '-').toUpperCase()
  if (!CODE.test(code)) return null
  return MIRRORED.test(code) ? organisationFirst(code) : code
}

/** The organisation in a code, in its one spelling; an organisation alone is taken as one too. */
export function organisationOf(text: string): string {
  const code = codeIn(text) ?? codeIn(`${text}-000000-000`) ?? text
  const [organisation = text] = code.split('-')
  return organisation
}

/** The only code among the cells of a row that could not be read; null when there is none, or more than one. */
export function onlyCodeIn(cells: readonly string[]): string | null {
  const codes = new Set(cells.map(codeIn).filter((code) => code !== null))
  const [only] = codes
  return codes.size === 1 ? only! : null
}

const DIGIT = '[0-9OIL]'
const MARK = '[-_/.]*'
const ORGANISATION = `((?:${DIGIT}{3}\\.${DIGIT}{2,3}\\.${DIGIT}{2,3}\\.)?)([A-Z])(${DIGIT}{2}(?:\\.${DIGIT}{1,3}){0,4})`
const DAMAGED = [6, 8].flatMap((date) =>
  [3, 4, 5, 6, 7].map(
    (serial) => new RegExp(`^${ORGANISATION}${MARK}(${DIGIT}{${date}})${MARK}(${DIGIT}{${serial}})$`),
  ),
)

/**
 * The codes that a damaged text may stand for: letters typed for digits (`26O204`), a dash that is lost or is another
 * mark. Whether one of them is meant is a proposal; it proves nothing. None where the text is a code as it stands.
 */
export function codesLike(text: string): string[] {
  if (codeIn(text) !== null) return []
  const bare = text.replace(SPACES, '').replace(DASHES, '-').toUpperCase()
  const read = DAMAGED.map((pattern) => pattern.exec(bare)).filter((match) => match !== null)
  const codes = read.map(
    ([, before, letter, after, date, serial]) =>
      codeIn(`${digits(before!)}${letter}${digits(`${after}-${date}-${serial}`)}`)!, // its digits given back, it is one
  )
  return [...new Set(codes)]
}

function digits(text: string): string {
  return text.replaceAll('O', '0').replaceAll(/[IL]/g, '1')
}

/** The older spelling has the organisation mirrored and padded: `000.00.131.H24` is `H24.131`. */
function organisationFirst(code: string): string {
  const [organisation = '', ...rest] = code.split('-')
  const groups = organisation
    .split('.')
    .toReversed()
    .filter((group) => !/^0+$/.test(group))
  return [groups.join('.'), ...rest].join('-')
}
