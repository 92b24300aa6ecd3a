import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { html, raw } from 'hono/html'
import { printable } from './format.ts'

/** Markup whose texts have been escaped. */
export type Markup = ReturnType<typeof html>

/** `html` escapes whatever is put into it; `raw` is for what was escaped before. */
export { html }

export type Page = {
  readonly language: string
  readonly title: string
  readonly body: Markup
  readonly styles: readonly string[] // names of files in `page/`, in their order
  readonly script: string | null // another; null: the page runs nothing
}

/**
 * One file that needs no other and no network. It runs its own script and nothing else: should markup ever come through
 * in a cell, the browser refuses to run it. No sign of a cell turns the direction of what stands beside it.
 */
export async function pageText({ language, title, body, styles, script }: Page): Promise<string> {
  const css = styles.map(asset).join('\n')
  const js = script === null ? null : asset(script)
  const runs = js === null ? '' : ` script-src '${hash(js)}';`
  const policy = `default-src 'none'; style-src '${hash(css)}';${runs} base-uri 'none'; form-action 'none'`
  const page = await html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${raw(`<style>${css}</style>`)}
</head>
<body>
${body}
${js === null ? '' : raw(`<script>${js}</script>`)}
</body>
</html>
`
  return printable(String(page))
}

function asset(name: string): string {
  return readFileSync(new URL(`./page/${name}`, import.meta.url), 'utf8')
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
