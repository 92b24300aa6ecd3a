import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DECIDE, propertyLines, quotedText } from '../../reports/connector-source.ts'
import { Trouble } from '../trouble.ts'

/** A file of the program's own text that is changed, by its path from the root. */
export type Changed = { readonly path: string; readonly text: string }

/** A new system, for the lists that name all of them. `label` is null where nobody has said what people call it. */
export type NewSystem = { readonly id: string; readonly constant: string; readonly label: string | null }

const lists = {
  systems: 'connectors/connector.ts',
  connectors: 'connectors/index.ts',
  vi: 'reports/words/vi.ts',
  en: 'reports/words/en.ts',
} as const

/**
 * The lists with the new system at their end, last the one by which the program knows it: a command that was broken off
 * is given again, and then ends as if it had not been. Throws Trouble `connector_sources` where the program's text is not
 * there.
 */
export function listsWith({ id, constant, label }: NewSystem, root: string): readonly Changed[] {
  const name = (comment: string | null): string[] => [
    ...(comment === null ? [] : [`    // ${DECIDE}: ${comment}`]),
    ...propertyLines(/^\w+$/.test(id) ? id : quotedText(id), quotedText(label ?? id), '    '),
  ]
  const imported = `import { ${constant} } from './${id}.ts'`
  return [
    changed(root, lists.vi, [[/\n {2}system: \{\n[^}]*?(?=\n {2}\},)/, name(label === null ? 'as an office calls it' : null)]]), // prettier-ignore
    changed(root, lists.en, [[/\n {2}system: \{\n[^}]*?(?=\n {2}\},)/, name('as it is called in English')]]),
    changed(root, lists.systems, [[/export const systems = \[[^\]]*?(?=\n\] as const)/, [`  ${quotedText(id)},`]]]),
    changed(root, lists.connectors, [
      [/^import (?!type)[^]*\.ts'(?=\n\n)/m, [imported]],
      [/connectors: readonly Connector\[\] = \[[^\]]*?(?=\n\])/, [`  ${constant},`]],
    ]),
  ]
}

/** Lines behind what each pattern finds; a file that has them already stays as it is. */
function changed(root: string, path: string, behind: readonly (readonly [RegExp, readonly string[]])[]): Changed {
  const whole = join(root, path)
  if (!existsSync(whole)) throw new Trouble('connector_sources', { file: whole })
  const text = behind.reduce(
    (so, [pattern, lines]) => {
      if (!pattern.test(so)) throw new Trouble('connector_sources', { file: whole })
      const added = lines.join('\n')
      return so.includes(`\n${added}\n`) ? so : so.replace(pattern, (found) => `${found}\n${added}`)
    },
    readFileSync(whole, 'utf8'),
  )
  return { path, text }
}
