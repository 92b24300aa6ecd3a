import { html, type Markup } from './page.ts'

export type Cell = Markup | string
export type Head = { readonly text: Cell; readonly isNumber: boolean }

/** The head of a column of text. */
export function words(text: Cell): Head {
  return { text, isNumber: false }
}

/** The head of a column of numbers, which stand at the right, digit below digit. */
export function numbers(text: Cell): Head {
  return { text, isNumber: true }
}

/**
 * A table in a frame of its own, so that on a narrow screen it moves sideways and not the page. The first cell of a row
 * names it. `name` is for who does not see it.
 */
export function plainTable(
  name: string,
  heads: readonly Head[],
  rows: readonly (readonly Cell[])[],
  foot: readonly Cell[] | null = null,
): Markup {
  const head = heads.map(({ text, isNumber }) => html`<th scope="col"${isNumber ? html` class="n"` : ''}>${text}</th>`)
  const cells = (row: readonly Cell[]): Markup[] =>
    row.map((cell, at) => {
      if (at === 0) return html`<th scope="row">${cell}</th>`
      return html`<td${heads[at]!.isNumber ? html` class="n"` : ''}>${cell}</td>`
    })
  return html`<div class="frame" role="group" tabindex="0" aria-label="${name}"><table>
<thead><tr>${head}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${cells(row)}</tr>\n`)}</tbody>
${foot === null ? '' : html`<tfoot><tr>${cells(foot)}</tr></tfoot>`}</table></div>`
}
