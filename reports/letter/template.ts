import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { allPlaces, type Filling, placesIn } from './places.ts'
import { type Place, problemsOf, TemplateError, type TemplateProblem } from './template-problem.ts'

/**
 * The template with every place filled in; equal values give equal bytes. Values are text: braces and markup in them
 * stay what they are. Throws TemplateError.
 */
export function filled(template: Uint8Array, filling: Filling): Uint8Array {
  const opened = openTemplate(template)
  opened.render(filling)
  return settled(opened.getZip())
}

/** Throws TemplateError where the template cannot be filled in. */
export function openTemplate(template: Uint8Array): Docxtemplater<PizZip> {
  const places: Place[] = []
  const opened = compiled(template, (parts) => void places.push(...parts.flatMap(placesOf)))
  const problems = problemsOf(places)
  if (problems.length > 0) throw new TemplateError(problems)
  return opened
}

type Part = ReturnType<NonNullable<Docxtemplater.DXT.Module['postparse']>>[number]

/** `look` sees what stands in each part of the document. */
function compiled(template: Uint8Array, look: (parts: readonly Part[]) => void): Docxtemplater<PizZip> {
  const zip = unzipped(template)
  const set = ({ inspect }: { readonly inspect?: { readonly postparsed?: readonly Part[] } }): void =>
    look(inspect?.postparsed ?? [])
  try {
    return new Docxtemplater(zip, {
      modules: [{ name: 'look', supportedFileTypes: ['docx'], set }],
      paragraphLoop: true,
      errorLogging: false,
      syntax: { changeDelimiterPrefix: null },
      parser: (tag) => ({ get: (row: Readonly<Record<string, unknown>>) => row[nameIn(tag)] }),
      nullGetter: ({ value }) => {
        throw new Error(`nothing stands for ${value}`)
      },
    })
  } catch (error) {
    throw new TemplateError(saidProblems(error), { cause: error })
  }
}

/** Spaces and the two ways of writing an accent are the word processor's business. */
function nameIn(tag: string): string {
  return tag.normalize('NFC').replace(/\s+/g, ' ').trim()
}

function placesOf(part: Part): readonly Place[] {
  if (part.type !== 'placeholder') return []
  const isText = part.module === undefined || part.module === 'loop'
  const rows = part.subparsed?.flatMap(placesOf) ?? null
  return [{ name: `${isText ? '' : '@'}${nameIn(part.value)}`, isText, rows }]
}

function unzipped(template: Uint8Array): PizZip {
  try {
    const zip = new PizZip(template)
    if (Object.keys(zip.files).some((name) => name.startsWith('word/'))) return zip
  } catch (error) {
    throw new TemplateError([noDocx], { cause: error })
  }
  throw new TemplateError([noDocx])
}

const CONTENT_TYPES = '[Content_Types].xml'
const noDocx: TemplateProblem = { id: 'no_docx', found: '', choices: [] }

// What the library says of a template. What it does not say in this shape is a bug and stays one.
type Said = { readonly properties?: Properties }
type Properties = {
  readonly id?: string
  readonly xtag?: string
  readonly openingtag?: string
  readonly context?: string // of a brace without its other: the text from it on, or up to it
  readonly errors?: readonly Said[]
}

function saidProblems(error: unknown): readonly TemplateProblem[] {
  const said = (error as Said).properties ?? {}
  if (said.id === undefined) throw error
  if (said.errors !== undefined) return said.errors.flatMap(saidProblems)
  if (said.id.startsWith('raw_'))
    return [{ id: 'unknown', found: `@${nameIn(said.xtag ?? '')}`, choices: placesIn(null) }]
  const place = placeAtBrace(said)
  const found = place ?? nameIn((said.xtag ?? said.openingtag ?? '').replaceAll(/[{}]/g, ''))
  return [{ id: saidIds.get(said.id) ?? 'broken', found, choices: place === undefined ? allPlaces() : [] }]
}

/** A brace that is alone is told by the word beside it; the place's name may have several. */
function placeAtBrace({ context = '' }: Properties): string | undefined {
  const text = nameIn(context)
  const inOrder = allPlaces().toSorted((a, b) => b.length - a.length)
  return inOrder.find((name) => text.replace(/^\{[#/]?/, '').startsWith(name) || text.endsWith(name))
}

const saidIds: ReadonlyMap<string, TemplateProblem['id']> = new Map([
  ['unclosed_tag', 'unclosed'],
  ['unopened_tag', 'unclosed'],
  ['duplicate_open_tag', 'unclosed'],
  ['duplicate_close_tag', 'unclosed'],
  ['unclosed_loop', 'loop_open'],
  ['unopened_loop', 'loop_close'],
  ['unbalanced_loop_tags', 'loop_open'],
  ['closing_tag_does_not_match_opening_tag', 'loop_open'],
  ['filetype_not_identified', 'no_docx'],
  ['filetype_not_handled', 'no_docx'],
])

/** The parts in one order and with one date, so that equal parts are equal bytes. A zip has the clock on the wall. */
function settled(zip: PizZip): Uint8Array {
  const date = new Date(2000, 0, 1, 12)
  const rank = (name: string) => (name === CONTENT_TYPES ? '' : name)
  const parts = Object.values(zip.files).filter(({ dir }) => !dir)
  const packed = new PizZip()
  for (const part of parts.toSorted((a, b) => (rank(a.name) < rank(b.name) ? -1 : 1)))
    packed.file(part.name, part.asUint8Array(), { date, createFolders: false })
  return packed.generate({ type: 'uint8array', compression: 'DEFLATE' })
}
