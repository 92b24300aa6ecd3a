import type { Words } from '../words.ts'

/** The name of a stated figure in a table or a sentence. */
export function labelOf(key: string, { figure, check }: Words): string {
  const labels: Readonly<Record<string, { readonly label: string }>> = figure
  const further: Readonly<Record<string, string>> = check.further
  return labels[key]?.label ?? further[key] ?? key
}
