/** What a person reads of a page: its texts in their order, charts as what they say, `[n]` behind a number that opens. */
export function pageText(page: string): string {
  return page
    .replace(/<style>[^]*?<\/style>|<script>[^]*?<\/script>|<title>[^]*?<\/title>/g, '')
    .replaceAll(/<svg class="chart"[^>]*aria-label="([^"]*)"[^]*?<\/svg>/g, '\n(($1))\n')
    .replaceAll(/<svg[^]*?<\/svg>/g, '')
    .replaceAll(
      /<span class="opens"[^>]*data-rows="([^"]*)"[^>]*>([^<]*)<\/span>/g,
      (_, rows: string, text: string) => {
        return `${text}[${placesIn(rows).length}]`
      },
    )
    .replaceAll(/<\/t[hd]>\s*<t[hd]/g, ' | <')
    .replaceAll(/<(?:span class="small[^"]*"|\/p|\/h\d|\/tr|\/li|\/dt|\/summary|p|li)[^>]*>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .split('\n')
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
    .concat('\n')
}

/** Every number of a page that opens: what it shows, and the places of its dossiers. */
export function opensIn(
  page: string,
): { readonly text: string; readonly places: readonly number[]; readonly title: string }[] {
  const found = page.matchAll(/<span class="opens" data-rows="([^"]*)" data-title="([^"]*)"[^>]*>([^<]*)<\/span>/g)
  return [...found].map(([, rows, title, text]) => ({ text: text!, places: placesIn(rows!), title: title! }))
}

function placesIn(rows: string): number[] {
  return rows.split(',').flatMap((range) => {
    const [first, last = first] = range.split('-').map(Number)
    return Array.from({ length: last! - first! + 1 }, (_, at) => first! + at)
  })
}
