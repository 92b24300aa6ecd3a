const CODE = /^(?:\d{3}\.\d{2,3}\.\d{2,3}\.)?[A-Z]\d{2}(?:\.\d{1,3}){0,4}-(?:\d{6}|\d{8})-\d{3,7}$/
const SPACES = /[\s\u00ad\u200b-\u200f\u2060\ufeff]+/g
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
  const [first] = codes
  return codes.size === 1 && first !== undefined ? first : null
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
